import { endAllSessions } from "../../../lib/accounts/mod.ts";
import {
  define,
  requireMember,
  seeOther,
  withoutSession,
} from "../../../lib/http/mod.ts";

/** The end of every session, and with them of the sockets that they had. */
export const handler = define.handlers({
  async POST(ctx) {
    const { accountId } = requireMember(ctx);
    const { store, liveHub } = ctx.state.millo;
    await endAllSessions(store, accountId);
    await liveHub.evict(accountId);
    return seeOther("/", withoutSession(ctx));
  },
});
