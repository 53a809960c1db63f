import { HttpError } from "fresh";
import { figuresOf } from "../lib/app/mod.ts";
import { define, mayMeasure } from "../lib/http/mod.ts";

/** Figures for Prometheus; for everybody else there is no such page. */
export const handler = define.handlers({
  async GET(ctx) {
    if (!mayMeasure(ctx)) throw new HttpError(404);
    return new Response(await figuresOf(ctx.state.millo), {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  },
});
