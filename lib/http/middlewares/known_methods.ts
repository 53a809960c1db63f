import { KNOWN_METHODS, methodOf } from "../methods.ts";
import { wrongMethod } from "../refusal.ts";
import { define } from "../state.ts";

/** Refuses a method that is none of those which routes can name. */
export const knownMethods = define.middleware(async (ctx) => {
  if (methodOf(ctx.req) === null) throw wrongMethod(KNOWN_METHODS);
  return await ctx.next();
});
