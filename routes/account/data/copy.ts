import { proofOf } from "../../../lib/accounts/mod.ts";
import { members, seeOther } from "../../../lib/http/mod.ts";
import { makeCopy } from "../../../lib/privacy/mod.ts";

const ELSEWHERE = {
  stale: "/account/return?to=/account/data",
  none: "/account/keys",
} as const;

/** Everything about a person as a ZIP, for whoever just showed a key of theirs. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member } = ctx.state;
    const { millo: { store, clock, dataMap }, t, locale } = ctx.state;
    const proof = await proofOf(store, member, clock.now());
    if (proof !== "fresh") return seeOther(ELSEWHERE[proof]);
    const zip = await makeCopy(dataMap, member.accountId, { t, locale });
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return new Response(zip, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="millo-${day}.zip"`,
        "cache-control": "private, no-store",
      },
    });
  },
});
