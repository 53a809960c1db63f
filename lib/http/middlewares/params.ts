import { HttpError } from "fresh";
import { define } from "../state.ts";

/** The longest name of anything that we keep, a passkey's, in bytes. */
const MAX_PARAM = 1024;

/** What is longer than any name names nothing; the store refuses such keys. */
export const params = define.middleware(async (ctx) => {
  const encoder = new TextEncoder();
  for (const value of Object.values(ctx.params)) {
    if (encoder.encode(value).length > MAX_PARAM) throw new HttpError(404);
  }
  return await ctx.next();
});
