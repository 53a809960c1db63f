import { HttpError } from "fresh";
import { returnOptions } from "../../../lib/accounts/mod.ts";
import { define, doorOf, siteOf } from "../../../lib/app/mod.ts";

/** A question for any passkey of this site. */
export const handler = define.handlers({
  async POST(ctx) {
    if (doorOf(ctx) === "refused") throw new HttpError(403);
    const { store, clock } = ctx.state.millo;
    return Response.json(await returnOptions(store, siteOf(ctx), clock.now()));
  },
});
