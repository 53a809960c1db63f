import { HttpError } from "fresh";
import { isHidden, type Permission } from "../../staff/mod.ts";
import {
  type Access,
  accessOf,
  isAdminPath,
  methodsOf,
  permissionIn,
} from "../access.ts";
import { asksForPage } from "../accept.ts";
import { notLetIn } from "../guards.ts";
import { forbidden, socketOnly, wrongMethod } from "../refusal.ts";
import { seeOther } from "../respond.ts";
import { type Ctx, define } from "../state.ts";
import { redirectForStage } from "../way_in.ts";

type ForPeople = Exclude<Access, `staff:${string}`>;

/** Lets in whom the route is open to, and nobody where it does not say. */
export const access = define.middleware(async (ctx) => {
  if (ctx.route === null) return await ctx.next();
  const { method } = ctx.req;
  // Before anything that a page which is not there would not say.
  const { principal } = ctx.state;
  if (isAdminPath(ctx.route) && principal.kind !== "staff") {
    return signInAgain(ctx);
  }
  const allowed = methodsOf(ctx.route);
  if (allowed && !allowed.includes(method)) {
    throw wrongMethod(allowed.join(", "));
  }
  const declared = accessOf(ctx.route, method);
  if (declared === null) throw new HttpError(403);
  const permission = permissionIn(declared);
  if (permission !== null) {
    await letInStaff(ctx, ctx.route, permission);
    return await ctx.next();
  }
  // It tells what a route takes and runs nothing: no secret, but for the staff.
  if (method === "OPTIONS") return await ctx.next();
  return await redirectFor(ctx, declared as ForPeople) ?? await ctx.next();
});

/**
 * For whoever is not of the staff there is no such page. One of them who left
 * it idle is led to signing in, and back; what they typed is sent by reloading.
 */
function signInAgain({ state, req, url }: Ctx): Response {
  if (!state.staffLapsed) throw new HttpError(404);
  if (!asksForPage(req)) throw forbidden("lapsed");
  const to = encodeURIComponent(url.pathname + url.search);
  return seeOther(`/staff?to=${to}`);
}

/**
 * Throws 404 for whoever is not of the staff, and 403 for one of the staff who
 * lacks the permission: that is written down. What is hidden is not there for
 * them either.
 */
async function letInStaff(
  { state }: Ctx,
  route: string,
  permission: Permission,
): Promise<void> {
  const { principal, millo } = state;
  if (principal.kind !== "staff") throw new HttpError(404);
  if (principal.may(permission)) return;
  millo.metrics.count("millo_denied_total", { permission });
  await millo.auditLog.append({
    actor: { kind: "staff", id: principal.staffId },
    action: "access.denied",
    details: { permission, route: detailOf(route) },
  });
  if (isHidden(permission)) throw new HttpError(404);
  throw forbidden("permission");
}

/** A pattern as a detail of the log, such as `admin.staff.-id`. */
function detailOf(route: string): string {
  return route.slice(1).replaceAll("/", ".").replaceAll(":", "-").slice(0, 64);
}

/** Null for who may enter. Throws 403 where nobody is led on. */
async function redirectFor(
  ctx: Ctx,
  declared: ForPeople,
): Promise<Response | null> {
  const { principal, gate } = ctx.state;
  switch (declared) {
    case "anyone":
      return null;
    case "adults":
      if (gate.state === "refused") throw notLetIn(ctx);
      return null;
    case "wayIn":
      return await redirectForStage(ctx);
    case "members":
      if (principal.kind === "member") return null;
      if (!asksForPage(ctx.req)) throw notLetIn(ctx);
      return await redirectForStage(ctx);
    case "socket":
      if (!ctx.req.headers.has("upgrade")) throw socketOnly();
      if (principal.kind !== "member") throw notLetIn(ctx);
      return null;
  }
}
