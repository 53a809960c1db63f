import { HttpError } from "fresh";
import { type Access, accessOf } from "../access.ts";
import { asksForPage } from "../accept.ts";
import { type Ctx, define } from "../state.ts";
import { redirectForStage } from "../way_in.ts";

/** Lets in whom the route is open to, and nobody where it does not say. */
export const access = define.middleware(async (ctx) => {
  if (ctx.route === null) return await ctx.next();
  const { method } = ctx.req;
  const declared = accessOf(ctx.route, method);
  if (declared === null) throw new HttpError(403);
  // It tells what a route takes and runs nothing: no secret, but for the staff.
  if (method === "OPTIONS" && declared !== "staff") return await ctx.next();
  return await redirectFor(ctx, declared) ?? await ctx.next();
});

/** Null for who may enter. Throws 403, or 404 where nobody is to know of it. */
async function redirectFor(
  ctx: Ctx,
  declared: Access,
): Promise<Response | null> {
  const { principal, gate } = ctx.state;
  switch (declared) {
    case "anyone":
      return null;
    case "adults":
      if (gate.state === "refused") throw new HttpError(403);
      return null;
    case "wayIn":
      return await redirectForStage(ctx);
    case "members":
      if (principal.kind === "member") return null;
      if (!asksForPage(ctx.req)) throw new HttpError(403);
      return await redirectForStage(ctx);
    case "staff":
      if (principal.kind !== "staff") throw new HttpError(404);
      return null;
  }
}
