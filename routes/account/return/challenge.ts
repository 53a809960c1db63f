import { returnOptions } from "../../../lib/accounts/mod.ts";
import { define, siteOf } from "../../../lib/http/mod.ts";

/** A question for any passkey of this site. */
export const handler = define.handlers({
  async POST(ctx) {
    const { store, clock } = ctx.state.millo;
    return Response.json(await returnOptions(store, siteOf(ctx), clock.now()));
  },
});
