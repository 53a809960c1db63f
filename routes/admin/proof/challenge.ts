import { siteOf, staffRoutes } from "../../../lib/http/mod.ts";
import { staffSignInOptions } from "../../../lib/staff/mod.ts";

export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    return Response.json(await staffSignInOptions(millo, siteOf(ctx), staff));
  },
});
