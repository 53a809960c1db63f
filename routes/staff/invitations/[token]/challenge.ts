import { HttpError } from "fresh";
import { define, invitationOf, siteOf } from "../../../../lib/http/mod.ts";
import { joinOptions } from "../../../../lib/staff/mod.ts";

/** What a passkey for this invitation is to be. */
export const handler = define.handlers({
  async POST(ctx) {
    const invitation = await invitationOf(ctx);
    if (!invitation) throw new HttpError(404);
    const { millo } = ctx.state;
    return Response.json(await joinOptions(millo, invitation, siteOf(ctx)));
  },
});
