import { removeContact } from "../../../lib/accounts/mod.ts";
import { define, requireMember, seeOther } from "../../../lib/http/mod.ts";

/** The address goes, and one that waits for its code. */
export const handler = define.handlers({
  async POST(ctx) {
    const { accountId } = requireMember(ctx);
    await removeContact(ctx.state.millo.store, accountId);
    return seeOther("/account/contact");
  },
});
