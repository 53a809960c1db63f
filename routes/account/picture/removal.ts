import { removePicture } from "../../../lib/accounts/mod.ts";
import { members, seeOther } from "../../../lib/http/mod.ts";

/** The picture goes, whether there was one or not. */
export const handler = members.handlers({
  async POST(ctx) {
    const { principal: member, millo } = ctx.state;
    await removePicture(millo.store, member);
    return seeOther("/account/picture");
  },
});
