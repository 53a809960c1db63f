interface Permitted {
  /** A passkey shown within the last five minutes is asked for. */
  fresh?: true;
  /** For whoever lacks it there is no such address. */
  hidden?: true;
}

/** Everything that the back office lets somebody do, one by one. */
export const PERMISSIONS = {
  /** Home, one's own keys and sessions, one's own entries in the log. */
  "admin.enter": {},
  "case.read": {},
  /** Take a case, put it off, pass it on, write a note about it. */
  "case.claim": {},
  "case.decide": {},
  "case.ban": { fresh: true },
  "case.bulk": {},
  "evidence.open": {},
  "appeal.read": {},
  "appeal.answer": {},
  "age.read": { hidden: true },
  "age.decide": { hidden: true, fresh: true },
  "staff.read": {},
  "staff.write": { fresh: true },
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
    "appeal.read",
    "appeal.answer",
  ],
  "child-safety": ["age.read", "age.decide", "case.ban", "evidence.open"],
  "privacy": ["audit.read"],
  "legal": ["audit.read"],
  "analyst": [],
  "admin": ["staff.read", "staff.write", "audit.read", "audit.verify"],
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

export function asksProof(permission: Permission): boolean {
  return (PERMISSIONS[permission] as Permitted).fresh === true;
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
