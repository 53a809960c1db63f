import { HttpError } from "fresh";
import { isOwnRequest, ownOriginOf } from "../origin.ts";
import { define } from "../state.ts";

/** A form may only come from a page of this very site. */
export const ownOrigin = define.middleware(async (ctx) => {
  if (!isOwnRequest(ctx.req, ownOriginOf(ctx))) throw new HttpError(403);
  return await ctx.next();
});
