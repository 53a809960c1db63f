import { healthOf } from "../../lib/app/mod.ts";
import { define } from "../../lib/http/mod.ts";

/** How the parts are, for people who look after Millo. */
export const handler = define.handlers({
  async GET(ctx) {
    const health = await healthOf(ctx.state.millo);
    return ctx.json(health, { status: health.up ? 200 : 503 });
  },
});
