import { HttpError } from "fresh";
import { define } from "../../lib/http/mod.ts";

/**
 * Once more before everything below, whatever a row of ACCESS says: for anybody
 * but the staff there is no such page.
 */
export const handler = define.middleware(async (ctx) => {
  if (ctx.state.principal.kind !== "staff") throw new HttpError(404);
  return await ctx.next();
});
