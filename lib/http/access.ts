import type { Permission } from "../staff/mod.ts";

/** Who may enter a route. */
export type Access =
  /** Everybody; whoever must be known or sign is checked by the route itself. */
  | "anyone"
  /** Everybody but a browser that the gate refused. */
  | "adults"
  /** A page of the way in: whoever is further on, or not so far, is led away. */
  | "wayIn"
  /** Who passed gate and consent. */
  | "members"
  /** The same, by a socket: whoever asks for a page is told what it is. */
  | "socket"
  /**
   * Those of the staff who may do this. For everybody who is not of the staff
   * there is no such page.
   */
  | `staff:${Permission}`;

/**
 * One for the whole route, or one for each method that it takes. A route that
 * only takes forms names POST alone, and then leads nobody through the way in.
 */
export type RouteAccess = Access | Readonly<Record<string, Access>>;

const MEMBERS_FORM = { POST: "members" } as const;

/** Who may enter each route, by its pattern. What is missing is shut to all. */
export const ACCESS: Readonly<Record<string, RouteAccess>> = {
  "/": "anyone",
  "/accessibility": "anyone",
  "/language": "anyone",
  "/policies/:slug": "anyone",
  "/policies/:slug/:version": "anyone",
  "/policies/cookies": "anyone",
  "/rules": "anyone",
  "/safety": "anyone",
  "/.well-known/gpc.json": "anyone",
  // An opt-out needs no account, and a question to the help desk neither.
  "/contact": "anyone",
  "/privacy-choices": "anyone",
  // The number of a report or a decision is the proof, in any browser.
  "/reference": "anyone",
  "/reference/appeal": "anyone",
  "/reference/check": "anyone",
  "/reference/copy": { POST: "anyone" },
  "/reference/erasure": "anyone",
  "/reference/note": "anyone",
  "/reference/reply": "anyone",
  "/age": "wayIn",
  "/age/check": "wayIn",
  // Whoever used the browser has no account any more.
  "/age/flag": "anyone",
  "/consent": "wayIn",
  "/consent/refusal": { POST: "adults" },
  "/talk": "members",
  "/talk/calls/:id/report": "members",
  "/talk/live": "socket",
  "/account": "members",
  "/account/blocks/:id/nickname": "members",
  "/account/blocks/:id/removal": MEMBERS_FORM,
  "/account/contact": "members",
  "/account/contact/code": "members",
  "/account/contact/removal": MEMBERS_FORM,
  "/account/data": "members",
  "/account/data/copy": MEMBERS_FORM,
  // Pressed twice, it finds nobody any more, and leads to the receipt.
  "/account/data/erasure": { GET: "members", POST: "anyone" },
  "/account/devices/:id/removal": MEMBERS_FORM,
  "/account/history": "members",
  "/account/history/:call/block": MEMBERS_FORM,
  "/account/inbox": "members",
  "/account/inbox/:id": "members",
  "/account/keys": "members",
  "/account/keys/challenge": MEMBERS_FORM,
  "/account/keys/code": "members",
  "/account/keys/code/removal": MEMBERS_FORM,
  "/account/keys/passkey": MEMBERS_FORM,
  "/account/keys/passkeys/:id/removal": MEMBERS_FORM,
  "/account/notices": "members",
  "/account/picture": "members",
  "/account/picture/image": "members",
  "/account/picture/removal": MEMBERS_FORM,
  // It names nobody, and whom it is about has no account any more.
  "/account/receipts/:hash": "anyone",
  "/account/reports/:id": "members",
  "/account/reports/:id/appeal": "members",
  "/account/reports/:id/note": "members",
  "/account/reports/:id/reply": "members",
  "/account/reports/:id/withdrawal": MEMBERS_FORM,
  "/account/return": "adults",
  "/account/return/challenge": { POST: "adults" },
  "/account/return/passkey": { POST: "adults" },
  "/account/sessions": "members",
  "/account/sessions/:id/end": MEMBERS_FORM,
  "/account/sessions/end": MEMBERS_FORM,
  "/account/standing": "members",
  "/account/standing/appeal": "members",
  "/account/standing/check": "members",
  "/account/standing/reply": "members",
  "/admin": "staff:admin.enter",
  "/admin/age": "staff:age.read",
  "/admin/age/:number": "staff:age.read",
  "/admin/age/:number/claim": "staff:age.read",
  "/admin/age/:number/decision": "staff:age.decide",
  "/admin/age/:number/pass": "staff:age.read",
  "/admin/age/:number/release": "staff:age.read",
  "/admin/alerts/:id/answer": "staff:alert.answer",
  "/admin/appeals": "staff:appeal.read",
  "/admin/appeals/:id": "staff:appeal.read",
  "/admin/appeals/:id/answer": "staff:appeal.answer",
  "/admin/appeals/:id/claim": "staff:appeal.answer",
  "/admin/appeals/:id/question": "staff:appeal.answer",
  // Whoever may not read the log reads what they did themselves.
  "/admin/audit": { GET: "staff:admin.enter", POST: "staff:audit.verify" },
  "/admin/audit/proofs": "staff:audit.read",
  "/admin/audit/proofs/:index": "staff:audit.read",
  "/admin/cases": "staff:case.read",
  "/admin/cases/bulk": "staff:case.bulk",
  "/admin/cases/bulk/:id": "staff:case.bulk",
  "/admin/cases/bulk/:id/undo": "staff:case.bulk",
  "/admin/cases/bulk/decision": "staff:case.bulk",
  "/admin/cases/next": "staff:case.claim",
  "/admin/cases/:number": "staff:case.read",
  "/admin/cases/:number/claim": "staff:case.claim",
  "/admin/cases/:number/decision": "staff:case.decide",
  "/admin/cases/:number/evidence/:id": "staff:evidence.open",
  "/admin/cases/:number/note": "staff:case.claim",
  "/admin/cases/:number/pass": "staff:case.claim",
  "/admin/cases/:number/release": "staff:case.claim",
  "/admin/cases/:number/second": "staff:case.ban",
  "/admin/cases/:number/undo": "staff:case.decide",
  "/admin/cases/views": "staff:case.read",
  "/admin/cases/views/removal": "staff:case.read",
  "/admin/changes": "staff:admin.enter",
  "/admin/me": "staff:admin.enter",
  "/admin/me/alert-address": "staff:alert.answer",
  "/admin/me/alert-address/code": "staff:alert.answer",
  "/admin/me/alert-address/removal": "staff:admin.enter",
  "/admin/me/codes": "staff:admin.enter",
  "/admin/me/on-call": "staff:alert.answer",
  // Whoever lost the role ends their shift all the same.
  "/admin/me/on-call/end": "staff:admin.enter",
  "/admin/me/passkeys/:id/removal": "staff:admin.enter",
  "/admin/me/preferences": "staff:admin.enter",
  "/admin/me/sessions/:id/end": "staff:admin.enter",
  "/admin/me/sign-out": "staff:admin.enter",
  "/admin/me/welcome": "staff:admin.enter",
  "/admin/proof": "staff:admin.enter",
  "/admin/proof/challenge": "staff:admin.enter",
  "/admin/proof/passkey": "staff:admin.enter",
  "/admin/replies": "staff:reply.write",
  "/admin/replies/:id/removal": "staff:reply.write",
  "/admin/staff": "staff:staff.read",
  "/admin/staff/:id": "staff:staff.read",
  "/admin/staff/:id/removal": "staff:staff.write",
  "/admin/staff/:id/roles": "staff:staff.write",
  "/admin/staff/:id/sessions/end": "staff:staff.write",
  "/admin/staff/invitations": "staff:staff.write",
  "/admin/staff/invitations/:digest/removal": "staff:staff.write",
  // The way in for the staff. What opens it is a passkey or a link.
  "/staff": "anyone",
  "/staff/challenge": "anyone",
  // In development mode only.
  "/staff/entry/:token": "anyone",
  "/staff/invitations/:token": "anyone",
  "/staff/invitations/:token/challenge": "anyone",
  "/staff/invitations/:token/passkey": "anyone",
  "/staff/passkey": "anyone",
  "/staff/recovery": "anyone",
  // Whoever calls these signs what they say.
  "/hooks/age": "anyone",
  "/hooks/livekit": "anyone",
  "/health": "anyone",
  "/health/live": "anyone",
  "/health/ready": "anyone",
  // For this machine, or for the token; see mayMeasure.
  "/metrics": "anyone",
};

/**
 * Who may enter a route by a method; null where nothing says so. HEAD is GET,
 * and so is a method that a row does not name.
 */
export function accessOf(route: string, method: string): Access | null {
  if (!Object.hasOwn(ACCESS, route)) return null;
  const access = ACCESS[route];
  if (typeof access === "string") return access;
  const asked = method === "HEAD" ? "GET" : method;
  return Object.hasOwn(access, asked)
    ? access[asked]
    : access.GET ?? access.POST;
}

/**
 * The methods of a route that only takes forms; null for one that can be read
 * as well.
 */
export function methodsOf(route: string): readonly string[] | null {
  if (!Object.hasOwn(ACCESS, route)) return null;
  const access = ACCESS[route];
  return typeof access === "string" || "GET" in access
    ? null
    : [...Object.keys(access), "OPTIONS"];
}

/** Whether an address, or the pattern of a route, is of the back office. */
export function isAdminPath(path: string): boolean {
  return /^\/admin(\/|$)/.test(path);
}

/** What one of the staff must be allowed to enter there; null for no such door. */
export function permissionIn(access: Access | null): Permission | null {
  return access?.startsWith("staff:")
    ? access.slice("staff:".length) as Permission
    : null;
}
