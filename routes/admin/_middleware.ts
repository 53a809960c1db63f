import { HttpError } from "fresh";
import { newestIndex } from "../../lib/audit/mod.ts";
import { define } from "../../lib/http/mod.ts";

/**
 * Once more before everything below, whatever a row of ACCESS says: for anybody
 * but the staff there is no such page.
 */
export const handler = define.middleware(async (ctx) => {
  const { state } = ctx;
  if (state.principal.kind !== "staff") throw new HttpError(404);
  // Before anything is read: what changes meanwhile is told twice, not missed.
  state.since = await newestIndex(state.millo.store);
  return await ctx.next();
});
