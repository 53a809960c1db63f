import { proofOf } from "../../../lib/accounts/mod.ts";
import { members, seeOther, zipOf } from "../../../lib/http/mod.ts";

const ELSEWHERE = {
  stale: "/account/return?to=/account/data",
  none: "/account/keys",
} as const;

/** Everything about a person as a ZIP, for whoever just showed a key of theirs. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member } = ctx.state;
    const { millo: { store, clock } } = ctx.state;
    const proof = await proofOf(store, member, clock.now());
    if (proof !== "fresh") return seeOther(ELSEWHERE[proof]);
    return await zipOf(ctx, member.accountId);
  },
});
