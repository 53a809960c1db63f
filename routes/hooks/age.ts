import { HttpError } from "fresh";
import { settleCheck } from "../../lib/age/mod.ts";
import { define, readText } from "../../lib/http/mod.ts";
import { settleRequested } from "../../lib/safety/mod.ts";

/** The outcome of an age check, signed by its provider; anybody else gets 401. */
export const handler = define.handlers({
  async POST(ctx) {
    const { ageProvider, store, clock, safety } = ctx.state.millo;
    const told = await ageProvider?.readCallback(
      ctx.req.headers.get("millo-signature"),
      await readText(ctx),
      clock.now(),
    );
    if (!told) throw new HttpError(401);
    const { ref, outcome } = told;
    // Of the gate, or else one that an age flag waits for.
    await settleCheck(store, ref, outcome, clock.now()) ||
      await settleRequested(safety, ref, outcome);
    return new Response(null, { status: 204 });
  },
});
