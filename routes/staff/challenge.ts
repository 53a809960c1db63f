import { define, siteOf } from "../../lib/http/mod.ts";
import { staffSignInOptions } from "../../lib/staff/mod.ts";

/** A question for any passkey of the staff. */
export const handler = define.handlers({
  async POST(ctx) {
    const { millo } = ctx.state;
    return Response.json(await staffSignInOptions(millo, siteOf(ctx)));
  },
});
