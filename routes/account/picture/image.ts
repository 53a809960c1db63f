import { HttpError } from "fresh";
import { findPicture } from "../../../lib/accounts/mod.ts";
import { members } from "../../../lib/http/mod.ts";

/** One's own picture; there is no address for anybody else's. */
export const handler = members.handlers({
  async GET(ctx) {
    const { principal: member, millo } = ctx.state;
    const image = await findPicture(millo.store, member);
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
