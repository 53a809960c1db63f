/** For what a passkey is asked for again. */
export type Proof =
  /** For whatever is done in the session meanwhile. */
  | "session"
  /** For one thing, at its place; what was shown before another does not count. */
  | "place";

interface Permitted {
  /** A passkey shown within the last five minutes is asked for. */
  proof?: Proof;
  /** For whoever lacks it there is no such address. */
  hidden?: true;
  /** It holds once a second person has agreed. */
  second?: true;
}

/** Everything that the back office lets somebody do, one by one. */
export const PERMISSIONS = {
  /** Home, one's own keys and sessions, one's own entries in the log. */
  "admin.enter": {},
  "case.read": {},
  /** Take a case, put it off, pass it on, write a note about it. */
  "case.claim": {},
  "case.decide": {},
  "case.ban": { proof: "place", second: true },
  "case.bulk": {},
  "evidence.open": {},
  /** Words that are used again, of the house and one's own. */
  "reply.write": {},
  "appeal.read": {},
  "appeal.answer": {},
  /** Be on call, and answer an alert about a case of one's team. */
  "alert.answer": {},
  "age.read": { hidden: true },
  "age.decide": { hidden: true, proof: "place" },
  "staff.read": {},
  "staff.write": { proof: "session" },
  "audit.read": {},
  "audit.verify": {},
} as const satisfies Record<string, Permitted>;

export type Permission = keyof typeof PERMISSIONS;

/** What each role may do; somebody with several may do all of it. */
export const ROLES = {
  /** Sorts what comes in and passes it on, and decides nothing. */
  "triage": ["case.read", "case.claim", "appeal.read"],
  "moderator": [
    "case.read",
    "case.claim",
    "case.decide",
    "case.ban",
    "case.bulk",
    "evidence.open",
    "reply.write",
    "appeal.read",
    "appeal.answer",
    "alert.answer",
  ],
  "child-safety": [
    "age.read",
    "age.decide",
    "alert.answer",
    "case.ban",
    "evidence.open",
    // Of its own decisions: whose an appeal is depends on its case.
    "appeal.read",
    "appeal.answer",
  ],
  "privacy": ["audit.read"],
  "legal": ["audit.read"],
  "analyst": [],
  "admin": [
    "alert.answer",
    "staff.read",
    "staff.write",
    "audit.read",
    "audit.verify",
  ],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** What somebody with these roles may do. Whoever has none may do nothing. */
export function permissionsOf(
  roles: readonly Role[],
): ReadonlySet<Permission> {
  if (roles.length === 0) return new Set();
  return new Set<Permission>([
    "admin.enter",
    ...roles.flatMap((role) => ROLES[role]),
  ]);
}

/** The proof that a permission asks for; null for none. */
export function proofFor(permission: Permission): Proof | null {
  return (PERMISSIONS[permission] as Permitted).proof ?? null;
}

/** Whether a second person must agree to what it does. */
export function asksSecond(permission: Permission): boolean {
  return (PERMISSIONS[permission] as Permitted).second === true;
}

export function isHidden(permission: Permission): boolean {
  return (PERMISSIONS[permission] as Permitted).hidden === true;
}

/** Whether somebody with these roles may give or take a role. */
export function mayGrant(roles: readonly Role[], granted: Role): boolean {
  const own = permissionsOf(roles);
  if (!own.has("staff.write")) return false;
  return roles.includes(granted) ||
    ROLES[granted].every((permission) => own.has(permission)) &&
      ROLES[granted].length > 0;
}

/**
 * The roles that an invitation gives. The first admin gets all: nobody gives
 * what they lack, so whoever comes after them could be given nothing else.
 */
export function rolesToGive(
  { by, roles }: { by: string | null; roles: readonly Role[] },
  hasAdmin: boolean,
): readonly Role[] {
  const isFirst = by === null && !hasAdmin && roles.includes("admin");
  return isFirst ? ROLE_NAMES : roles;
}
