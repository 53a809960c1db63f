import {
  type AuthenticationResponseJSON,
  passkeyForm,
} from "../../lib/credentials/mod.ts";
import {
  browserName,
  define,
  forbidden,
  readJson,
  siteOf,
  withStaffSession,
} from "../../lib/http/mod.ts";
import { signInStaff } from "../../lib/staff/mod.ts";

/** The answer of a passkey: whose it is comes in. */
export const handler = define.handlers({
  async POST(ctx) {
    const { millo } = ctx.state;
    const answer = await readJson(ctx, passkeyForm);
    const signedIn = await signInStaff(millo, siteOf(ctx), {
      browser: browserName(ctx),
      response: answer as AuthenticationResponseJSON,
    });
    if (!signedIn.ok) throw forbidden("passkey");
    const headers = withStaffSession(ctx, signedIn.value);
    return new Response(null, { status: 204, headers });
  },
});
