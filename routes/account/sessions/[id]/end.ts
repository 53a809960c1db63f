import { endSession } from "../../../../lib/accounts/mod.ts";
import { members, seeOther, withoutSession } from "../../../../lib/http/mod.ts";

/** The end of one session; the socket that it had is shut, and no other. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member, millo: { store, liveHub } } = ctx.state;
    const { id } = ctx.params;
    if (await endSession(store, member, id)) {
      await liveHub.evict(member.accountId, id);
    }
    return id === member.session
      ? seeOther("/", withoutSession(ctx))
      : seeOther("/account/sessions");
  },
});
