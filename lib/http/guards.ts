import type { Member } from "../accounts/mod.ts";
import { refuse, type Result, sha256 } from "../kernel/mod.ts";
import type { Admission, AdmissionRefusal } from "../matching/mod.ts";
import { Actor, type AuthorityRefusal, type Permission } from "../staff/mod.ts";
import { isOwnMachine } from "./address.ts";
import { ownOriginOf } from "./origin.ts";
import { memberIn } from "./principal.ts";
import { forbidden, type Refusal } from "./refusal.ts";
import type { Ctx, StaffCtx } from "./state.ts";

/**
 * The proof that gate and consent were passed; without it, 403. For routes that
 * ACCESS opens to others as well: the rest find a member in their state.
 */
export function requireMember(ctx: Ctx): Member {
  const member = memberIn(ctx.state);
  if (!member) throw notLetIn(ctx);
  return member;
}

/** What whoever has no account is told behind the gate. */
export function notLetIn({ state }: Pick<Ctx, "state">): Refusal {
  return forbidden(state.gate.state === "refused" ? "age" : "gate");
}

/**
 * Asks whether this person may be in calls now. Who stopped that use of their
 * data gets 403; who has a changed text to agree to must do so first.
 */
export async function askAdmission(
  ctx: Ctx,
): Promise<Result<Admission, Exclude<AdmissionRefusal, "restricted">>> {
  const { accountId } = requireMember(ctx);
  const admitted = await ctx.state.millo.admit(accountId);
  if (admitted.ok) return admitted;
  if (admitted.refusal !== "restricted") return refuse(admitted.refusal);
  throw forbidden("restricted");
}

/**
 * The proof that one of the staff may do this now, which the action demands.
 * Throws 403 for whoever may not; `unproven` asks for a passkey first, for this
 * very place where the permission says so, and what was typed is given back
 * meanwhile.
 */
export function authorise<P extends Permission>(
  ctx: StaffCtx,
  permission: P,
): Result<Actor<P>, Exclude<AuthorityRefusal, "forbidden">> {
  const { principal, millo } = ctx.state;
  const occasion = { now: millo.clock.now(), place: ctx.url.pathname };
  const actor = Actor.authorise(principal, permission, occasion);
  if (actor.ok) return actor;
  if (actor.refusal === "forbidden") throw forbidden("permission");
  return refuse(actor.refusal);
}

/** Whether figures may be shown: to the token, or without one to this machine. */
export function mayMeasure({ req, info, state }: Ctx): boolean {
  const { metricsToken, origin, proxyHops } = state.millo.config;
  if (metricsToken === null) {
    // A proxy beside us makes everybody look like this machine.
    const proxied = origin !== null || proxyHops > 0;
    return !proxied && isOwnMachine(req.headers, info);
  }
  const given = req.headers.get("authorization") ?? "";
  // Digests have one length and show nothing by how long they take to compare.
  return sha256(given) === sha256(`Bearer ${metricsToken}`);
}

/**
 * True when the request comes from a page of this very site. A socket is
 * opened by GET, which no CSRF middleware looks at.
 */
export function isOwnOrigin(ctx: Ctx): boolean {
  const origin = ctx.req.headers.get("origin");
  return origin === ownOriginOf(ctx);
}
