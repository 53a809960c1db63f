import { HttpError } from "fresh";
import { MAX_ANY_BODY } from "../body.ts";
import { define } from "../state.ts";

/**
 * Turns away what says itself that it is too large for any route. Routes read
 * by readForm or readText, which count while they read.
 */
export const bodyLimit = define.middleware(async (ctx) => {
  const length = Number(ctx.req.headers.get("content-length") ?? 0);
  if (length > MAX_ANY_BODY) throw new HttpError(413);
  return await ctx.next();
});
