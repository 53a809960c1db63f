import { HttpError } from "fresh";
import { isOwnRequest } from "../origin.ts";
import { define } from "../state.ts";

/** A form may only come from a page of this very site. */
export const ownOrigin = define.middleware(async (ctx) => {
  const own = ctx.state.millo.config.origin ?? ctx.url.origin;
  if (!isOwnRequest(ctx.req, own)) throw new HttpError(403);
  return await ctx.next();
});
