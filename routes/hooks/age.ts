import { HttpError } from "fresh";
import { settleCheck } from "../../lib/age/mod.ts";
import { define, readText } from "../../lib/http/mod.ts";

/** The outcome of an age check, signed by its provider; anybody else gets 401. */
export const handler = define.handlers({
  async POST(ctx) {
    const { ageProvider, store, clock } = ctx.state.millo;
    const told = await ageProvider?.readCallback(
      ctx.req.headers.get("millo-signature"),
      await readText(ctx),
      clock.now(),
    );
    if (!told) throw new HttpError(401);
    await settleCheck(store, told.ref, told.outcome, clock.now());
    return new Response(null, { status: 204 });
  },
});
