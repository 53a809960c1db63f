import { type Millis, MINUTE, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Preferences } from "./preferences.ts";
import {
  type Permission,
  permissionsOf,
  type Proof,
  proofFor,
  type Role,
} from "./permissions.ts";

/** How long a shown passkey counts as fresh. */
export const FRESH: Millis = 5 * MINUTE;

export interface StaffFacts {
  staffId: string;
  name: string;
  roles: readonly Role[];
  /** The digest of the session's cookie. */
  session: string;
  /** When the session ends whatever happens. */
  endsAt: Millis;
  /** When a passkey was last shown in it. */
  provenAt: Millis;
  /** For which place that was; null for none in particular. See isPlace. */
  provenFor: string | null;
  /** Hashes of the accounts that this very person uses as a member. */
  ownAccounts: ReadonlySet<string>;
  preferences: Preferences;
}

/**
 * The proof that one of the staff asks. Only `findStaff` makes one, from a
 * session.
 */
export class Staff {
  readonly kind = "staff";
  readonly permissions: ReadonlySet<Permission>;
  /** Makes the type one of its own: nothing else has this very field. */
  readonly #proof = true;

  constructor(readonly facts: StaffFacts) {
    this.permissions = permissionsOf(facts.roles);
  }

  get staffId(): string {
    return this.facts.staffId;
  }

  may(permission: Permission): boolean {
    return this.permissions.has(permission);
  }

  /** Whether a passkey was shown lately, and for what is done at this place. */
  isProven(now: Millis, proof: Proof = "session", place = ""): boolean {
    const { provenAt, provenFor } = this.facts;
    if (now - provenAt >= FRESH) return false;
    return proof === "session" ||
      provenFor !== null && `${place}/`.startsWith(`${provenFor}/`);
  }
}

/** When something is asked, and where: the path of what it is done to. */
export interface Occasion {
  now: Millis;
  place?: string;
}

/**
 * Whether a path names one thing of the back office, such as a case, and not a
 * list of them: a passkey that is shown for one must not do for the next.
 */
export function isPlace(path: string): boolean {
  return path.split("/").length > 3;
}

export type AuthorityRefusal =
  /** None of their roles allows it. */
  | "forbidden"
  /** They must show a passkey first. */
  | "unproven";

/**
 * The proof that somebody may do `P` now. Actions demand it, and only
 * `authorise` makes one, so that an action without a check does not compile.
 */
export class Actor<P extends Permission> {
  readonly #permission: P;

  private constructor(readonly staff: Staff, permission: P) {
    this.#permission = permission;
  }

  static authorise<P extends Permission>(
    staff: Staff,
    permission: P,
    { now, place }: Occasion,
  ): Result<Actor<P>, AuthorityRefusal> {
    if (!staff.may(permission)) return refuse("forbidden");
    const proof = proofFor(permission);
    if (proof !== null && !staff.isProven(now, proof, place)) {
      return refuse("unproven");
    }
    return ok(new Actor(staff, permission));
  }

  get staffId(): string {
    return this.staff.staffId;
  }

  get permission(): P {
    return this.#permission;
  }

  /** Whether an account, by its hash, is this person's own. */
  owns(subjectHash: string): boolean {
    return this.staff.facts.ownAccounts.has(subjectHash);
  }
}

/** See Actor. Pure: the clock is an argument. */
export const authorise: typeof Actor.authorise = Actor.authorise;
