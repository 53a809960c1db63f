import { endAllSessions } from "../../../lib/accounts/mod.ts";
import { members, seeOther, withoutSession } from "../../../lib/http/mod.ts";

/** The end of every session, and with them of the sockets that they had. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member, millo: { store, liveHub } } = ctx.state;
    await endAllSessions(store, member);
    await liveHub.evict(member.accountId);
    return seeOther("/", withoutSession(ctx));
  },
});
