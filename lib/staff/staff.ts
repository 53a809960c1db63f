import { type Millis, MINUTE, ok, refuse, type Result } from "../kernel/mod.ts";
import {
  asksProof,
  type Permission,
  permissionsOf,
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
  /** Hashes of the accounts that this very person uses as a member. */
  ownAccounts: ReadonlySet<string>;
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

  isProven(now: Millis): boolean {
    return now - this.facts.provenAt < FRESH;
  }
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
    now: Millis,
  ): Result<Actor<P>, AuthorityRefusal> {
    if (!staff.may(permission)) return refuse("forbidden");
    if (asksProof(permission) && !staff.isProven(now)) {
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
