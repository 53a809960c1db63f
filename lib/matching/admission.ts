import { type AccountId, ok, refuse, type Result } from "../kernel/mod.ts";

/** Why somebody may not be in calls now. */
export type AdmissionRefusal =
  /** Banned, for good or until a second person has looked. */
  | "banned"
  /** Kept out until a person has looked; no judgement. */
  | "held"
  /** Kept out for a time. */
  | "suspended"
  /** They stopped the use of their data for calls. */
  | "restricted"
  /** A text has changed, and they have not agreed to it yet. */
  | "outdated";

/** Each answers whether nothing stands against this person; asked in order. */
export type AdmissionChecks = Readonly<
  Record<AdmissionRefusal, (accountId: AccountId) => Promise<boolean>>
>;

/** Asks everything that may keep a person out of calls. */
export type Admit = (
  accountId: AccountId,
) => Promise<Result<Admission, AdmissionRefusal>>;

/**
 * The proof that a person was let into calls a moment ago. Only `admit` makes
 * one, so that nobody joins the queue unasked.
 */
export class Admission {
  readonly #admitted = true;

  private constructor(readonly accountId: AccountId) {}

  static async ask(
    checks: AdmissionChecks,
    accountId: AccountId,
  ): Promise<Result<Admission, AdmissionRefusal>> {
    for (const refusal of REFUSALS) {
      if (!await checks[refusal](accountId)) return refuse(refusal);
    }
    return ok(new Admission(accountId));
  }

  /** Whether a value is a proof of ours. */
  static is(value: unknown): value is Admission {
    return typeof value === "object" && value !== null && #admitted in value;
  }
}

/** Every reason, in the order in which a person hears of them. */
const REFUSALS = Object.keys(
  {
    banned: true,
    held: true,
    suspended: true,
    restricted: true,
    outdated: true,
  } satisfies Record<AdmissionRefusal, true>,
) as AdmissionRefusal[];

/** The one place where standing, age, consent and restriction meet. */
export function createAdmit(checks: AdmissionChecks): Admit {
  return (accountId) => Admission.ask(checks, accountId);
}
