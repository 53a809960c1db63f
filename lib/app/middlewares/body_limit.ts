import { HttpError } from "fresh";
import { define } from "../state.ts";

/** A form of ours is small; nothing larger is read. */
const LARGEST_BODY = 64 * 1024;

export const bodyLimit = define.middleware(async (ctx) => {
  const length = Number(ctx.req.headers.get("content-length") ?? 0);
  if (length > LARGEST_BODY) throw new HttpError(413);
  return await ctx.next();
});
