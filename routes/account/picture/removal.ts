import { removePicture } from "../../../lib/accounts/mod.ts";
import { define, requireMember, seeOther } from "../../../lib/http/mod.ts";

/** The picture goes, whether there was one or not. */
export const handler = define.handlers({
  async POST(ctx) {
    const { accountId } = requireMember(ctx);
    await removePicture(ctx.state.millo.store, accountId);
    return seeOther("/account/picture");
  },
});
