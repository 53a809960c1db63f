import { HttpError } from "fresh";
import { z } from "zod";
import {
  newPasskeyForm,
  type RegistrationResponseJSON,
} from "../../../../lib/credentials/mod.ts";
import {
  browserName,
  define,
  forbidden,
  invitationOf,
  readJson,
  siteOf,
  withStaffSession,
} from "../../../../lib/http/mod.ts";
import { join, staffName } from "../../../../lib/staff/mod.ts";

/** With a name from whoever joins, and without from who is known. */
const joinForm = z.union([
  z.object({ name: staffName, passkey: newPasskeyForm }),
  newPasskeyForm.transform((passkey) => ({ name: null, passkey })),
]);

/** The passkey that an invitation asked for; it is used up by this. */
export const handler = define.handlers({
  async POST(ctx) {
    const { name, passkey } = await readJson(ctx, joinForm);
    const invitation = await invitationOf(ctx);
    if (!invitation) throw new HttpError(404);
    if (invitation.value.staffId === null && name === null) {
      throw new HttpError(422);
    }
    const joined = await join(ctx.state.millo, invitation, siteOf(ctx), {
      name: name ?? "",
      browser: browserName(ctx),
      response: passkey as RegistrationResponseJSON,
    });
    if (!joined.ok) throw forbidden("passkey");
    const headers = withStaffSession(ctx, joined.value);
    return new Response(null, { status: 201, headers });
  },
});
