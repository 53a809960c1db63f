import { endSession } from "../../../../lib/accounts/mod.ts";
import {
  define,
  requireMember,
  seeOther,
  withoutSession,
} from "../../../../lib/http/mod.ts";

/** The end of one session; the socket that it had is shut, and no other. */
export const handler = define.handlers({
  async POST(ctx) {
    const { accountId, session } = requireMember(ctx);
    const { store, liveHub } = ctx.state.millo;
    const { id } = ctx.params;
    if (await endSession(store, accountId, id)) {
      await liveHub.evict(accountId, id);
    }
    return id === session
      ? seeOther("/", withoutSession(ctx))
      : seeOther("/account/sessions");
  },
});
