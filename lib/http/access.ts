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
  /** For everybody else there is no such page. */
  | "staff";

/** One for the whole route, or one for each method that it takes. */
export type RouteAccess = Access | Readonly<Record<string, Access>>;

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
  "/age": "wayIn",
  "/age/check": "wayIn",
  "/consent": "wayIn",
  "/consent/refusal": "adults",
  "/talk": "members",
  "/talk/live": "members",
  "/account": "members",
  "/account/contact": "members",
  "/account/contact/code": "members",
  "/account/contact/removal": "members",
  "/account/data": "members",
  "/account/data/copy": "members",
  // Pressed twice, it finds nobody any more, and leads to the receipt.
  "/account/data/erasure": { GET: "members", POST: "anyone" },
  "/account/devices/:id/removal": "members",
  "/account/history": "members",
  "/account/inbox": "members",
  "/account/inbox/:id": "members",
  "/account/keys": "members",
  "/account/keys/challenge": "members",
  "/account/keys/code": "members",
  "/account/keys/code/removal": "members",
  "/account/keys/passkey": "members",
  "/account/keys/passkeys/:id/removal": "members",
  "/account/notices": "members",
  "/account/picture": "members",
  "/account/picture/image": "members",
  "/account/picture/removal": "members",
  // It names nobody, and whom it is about has no account any more.
  "/account/receipts/:hash": "anyone",
  "/account/return": "adults",
  "/account/return/challenge": "adults",
  "/account/return/passkey": "adults",
  "/account/sessions": "members",
  "/account/sessions/:id/end": "members",
  "/account/sessions/end": "members",
  "/admin": "staff",
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
  return Object.hasOwn(access, asked) ? access[asked] : access.GET;
}
