import { eraseDevice } from "../../../../lib/accounts/mod.ts";
import { members, seeOther } from "../../../../lib/http/mod.ts";

/** What is recorded of a device goes; its session goes on without. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member, millo } = ctx.state;
    await eraseDevice(millo.store, member, ctx.params.id);
    return seeOther("/account/sessions");
  },
});
