import { HttpError } from "fresh";
import { blockPerson } from "../../../../lib/app/mod.ts";
import { members, seeOther, wantsJson } from "../../../../lib/http/mod.ts";

/** A block of whoever the call was with, from the history or right after it. */
export const handler = members.handlers({
  async POST(ctx) {
    const { millo, principal: { accountId } } = ctx.state;
    const blocked = await blockPerson(millo, accountId, ctx.params.call);
    if (!blocked.ok && blocked.refusal === "unknown") throw new HttpError(404);
    return wantsJson(ctx.req)
      ? new Response(null, { status: 204 })
      : seeOther("/account/history#blocked");
  },
});
