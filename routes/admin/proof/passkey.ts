import { HttpError } from "fresh";
import {
  type AuthenticationResponseJSON,
  passkeyForm,
} from "../../../lib/credentials/mod.ts";
import { readJson, siteOf, staffRoutes } from "../../../lib/http/mod.ts";
import { proveStaff } from "../../../lib/staff/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const answer = await readJson(
      ctx,
      passkeyForm,
    ) as AuthenticationResponseJSON;
    const proven = await proveStaff(millo, siteOf(ctx), staff, answer);
    if (!proven) throw new HttpError(403);
    return new Response(null, { status: 204 });
  },
});
