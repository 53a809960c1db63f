import { eraseDevice } from "../../../../lib/accounts/mod.ts";
import { define, requireMember, seeOther } from "../../../../lib/http/mod.ts";

/** What is recorded of a device goes; its session goes on without. */
export const handler = define.handlers({
  async POST(ctx) {
    const { accountId } = requireMember(ctx);
    await eraseDevice(ctx.state.millo.store, accountId, ctx.params.id);
    return seeOther("/account/sessions");
  },
});
