import { HttpError } from "fresh";
import { members, seeOther } from "../../../../lib/http/mod.ts";
import { findPair, unblock } from "../../../../lib/standing/mod.ts";

/** A block is lifted; one that came with a report stays. */
export const handler = members.handlers({
  async POST(ctx) {
    const { millo: { store }, principal: { accountId } } = ctx.state;
    const pair = await findPair(store, accountId, ctx.params.id);
    if (!pair) throw new HttpError(404);
    await unblock(store, pair);
    return seeOther("/account/history#blocked");
  },
});
