import { removeContact } from "../../../lib/accounts/mod.ts";
import { members, seeOther } from "../../../lib/http/mod.ts";

/** The address goes, and one that waits for its code. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member, millo } = ctx.state;
    await removeContact(millo.store, member);
    return seeOther("/account/contact");
  },
});
