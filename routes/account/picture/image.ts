import { HttpError } from "fresh";
import { findPicture } from "../../../lib/accounts/mod.ts";
import { define, requireMember } from "../../../lib/http/mod.ts";

/** One's own picture; there is no address for anybody else's. */
export const handler = define.handlers({
  async GET(ctx) {
    const { accountId } = requireMember(ctx);
    const image = await findPicture(ctx.state.millo.store, accountId);
    if (!image) throw new HttpError(404);
    return new Response(new Uint8Array(image), {
      headers: {
        "content-type": "image/jpeg",
        "content-disposition": 'inline; filename="picture.jpg"',
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      },
    });
  },
});
