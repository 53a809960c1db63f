import { isOwnRequest, ownOriginOf } from "../origin.ts";
import { forbidden } from "../refusal.ts";
import { define } from "../state.ts";

/** A form may only come from a page of this very site. */
export const ownOrigin = define.middleware(async (ctx) => {
  if (!isOwnRequest(ctx.req, ownOriginOf(ctx))) throw forbidden("origin");
  return await ctx.next();
});
