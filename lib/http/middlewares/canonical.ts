import { canonicalOf } from "../canonical.ts";
import { define } from "../state.ts";

/**
 * Sends whoever asks by another spelling of an address to the one that it has,
 * with method and form (308). Fresh by itself answers some of them, and not
 * others.
 */
export const canonical = define.middleware(async (ctx) => {
  const location = canonicalOf(ctx.req.url);
  if (location === null) return await ctx.next();
  return new Response(null, { status: 308, headers: { location } });
});
