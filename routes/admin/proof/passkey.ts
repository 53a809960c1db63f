import {
  type AuthenticationResponseJSON,
  passkeyForm,
} from "../../../lib/credentials/mod.ts";
import {
  forbidden,
  readJson,
  siteOf,
  staffRoutes,
} from "../../../lib/http/mod.ts";
import { proveStaff } from "../../../lib/staff/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const answer = await readJson(
      ctx,
      passkeyForm,
    ) as AuthenticationResponseJSON;
    const proven = await proveStaff(millo, siteOf(ctx), staff, answer);
    if (!proven) throw forbidden("passkey");
    return new Response(null, { status: 204 });
  },
});
