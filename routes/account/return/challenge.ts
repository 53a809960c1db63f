import { HttpError } from "fresh";
import { returnOptions } from "../../../lib/accounts/mod.ts";
import { define, siteOf, stageOf } from "../../../lib/http/mod.ts";

/** A question for any passkey of this site. */
export const handler = define.handlers({
  async POST(ctx) {
    if (stageOf(ctx) === "refused") throw new HttpError(403);
    const { store, clock } = ctx.state.millo;
    return Response.json(await returnOptions(store, siteOf(ctx), clock.now()));
  },
});
