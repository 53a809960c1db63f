import type { SharedName } from "../limits/mod.ts";

/** The limits before a route besides `pages` and `changes`. */
export const ROUTE_LIMITS: Readonly<Record<string, readonly SharedName[]>> = {
  "POST /age": ["gates"],
  "POST /consent": ["accounts"],
  "POST /contact": ["questions"],
  "POST /account/return": ["returns"],
  "POST /account/return/challenge": ["returns"],
  "POST /account/return/passkey": ["returns"],
  "POST /account/keys/code": ["keys"],
  "POST /account/keys/code/removal": ["keys"],
  "POST /account/keys/passkeys/:id/removal": ["keys"],
  "POST /account/contact": ["codes"],
  "POST /account/contact/code": ["codes"],
  "POST /reference": ["numbers"],
  "POST /reference/appeal": ["numbers"],
  "POST /reference/check": ["numbers"],
  "POST /reference/copy": ["numbers"],
  "POST /reference/erasure": ["numbers"],
  "POST /reference/note": ["numbers"],
  "POST /reference/reply": ["numbers"],
  "POST /account/picture": ["pictures"],
  "POST /account/data/copy": ["copies"],
  // A note asks a person to look again, as a report does.
  "POST /account/reports/:id/note": ["reports"],
  // Apart from each other: wrong codes must not lock the passkeys out.
  "POST /staff/challenge": ["entries"],
  "POST /staff/passkey": ["entries"],
  "POST /staff/recovery": ["recoveries"],
  "GET /staff/invitations/:token": ["entries"],
  "POST /staff/invitations/:token": ["entries"],
  "POST /staff/invitations/:token/challenge": ["entries"],
  "POST /staff/invitations/:token/passkey": ["entries"],
  "GET /talk/live": ["sockets"],
};

/** Asked by machines of ours, as often as they like. */
export const UNLIMITED: readonly string[] = [
  "/health",
  "/health/live",
  "/health/ready",
  "/hooks/age",
  "/hooks/livekit",
  "/metrics",
];

const READS = ["GET", "HEAD", "OPTIONS"];

/** Which limits stand before a route, by its pattern. */
export function limitsOf(
  method: string,
  route: string | null,
): readonly SharedName[] {
  if (route !== null && UNLIMITED.includes(route)) return [];
  const general = READS.includes(method) ? "pages" : "changes";
  return [general, ...ROUTE_LIMITS[`${method} ${route}`] ?? []];
}
