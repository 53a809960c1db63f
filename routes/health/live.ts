import { define } from "../../lib/http/mod.ts";

/** This process answers; one that does not is to be started again. */
export const handler = define.handlers({
  GET: (ctx) => ctx.json({ live: true }),
});
