import { adminPathOf, siteOf, staffRoutes } from "../../../lib/http/mod.ts";
import { staffProofOptions } from "../../../lib/staff/mod.ts";

/** A question to the passkey of whoever is signed in, for what comes next. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const [path] = adminPathOf(ctx.url.searchParams.get("to")).split("?");
    return Response.json(
      await staffProofOptions(millo, siteOf(ctx), staff, path),
    );
  },
});
