import {
  type AccountId,
  type Millis,
  MINUTE,
  ok,
  refuse,
  type Result,
} from "../kernel/mod.ts";
import type { Actor, Permission, Staff } from "../staff/mod.ts";
import {
  type Store,
  type Stored,
  subjectHashOf,
  type ValueOf,
  type Write,
} from "../store/mod.ts";
import { answerAlertsOf } from "./alerts.ts";
import { append, loadCase, type LoadedCase } from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import { cases, claims, reports } from "./records.ts";
import { mayReadCases } from "./teams.ts";
import type { Team } from "./vocabulary.ts";

export type Claim = ValueOf<typeof claims>;

/** How long a case stays with whoever took it, unless they go on with it. */
export const LEASE: Millis = 5 * MINUTE;

export type CaseActor = Actor<"case.claim"> | Actor<"age.read">;

export type ClaimRefusal =
  /** There is no such case for this person. */
  | { reason: "unknown" }
  /** It is about an account of their own, or by one. */
  | { reason: "own" }
  /** Somebody else has it. */
  | { reason: "taken"; by: string; until: Millis };

/** Whether a case is one that this person may work on at all. */
export function mayWorkOn(actor: CaseActor, team: Team): boolean {
  return mayReadCases(actor.staff, team);
}

/** Whether a case is about an account of whoever looks. */
export function isOwn(
  actor: { owns(subjectHash: string): boolean },
  reported: AccountId | null,
): boolean {
  return reported !== null && actor.owns(subjectHashOf(reported));
}

/** Whether a case, by its number, is about an account of whoever looks. */
export async function isOwnCase(
  store: Store,
  { facts: { ownAccounts } }: Pick<Staff, "facts">,
  number: string,
): Promise<boolean> {
  if (ownAccounts.size === 0) return false;
  const reported = (await store.get(cases, [number]))?.value.reported ?? null;
  return reported !== null && ownAccounts.has(subjectHashOf(reported));
}

/** Whether one of these reports was made by an account of whoever acts. */
export async function ownsReport(
  store: Store,
  { staff }: Pick<Actor<Permission>, "staff">,
  ids: readonly string[],
): Promise<boolean> {
  if (staff.facts.ownAccounts.size === 0) return false;
  const made = await store.getMany(reports, ids.map((id) => [id] as const));
  return made.some((report) => {
    const reporter = report?.value.reporter ?? null;
    return reporter !== null &&
      staff.facts.ownAccounts.has(subjectHashOf(reporter));
  });
}

/**
 * Takes a case, or goes on having it: of many at once exactly one has it, and
 * the others are told who. A lease that has ended is anybody's.
 */
export async function claimCase(
  deps: SafetyDeps,
  actor: CaseActor,
  number: string,
): Promise<Result<Claim, ClaimRefusal>> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const loaded = await loadCase(store, number);
    if (!loaded || !mayWorkOn(actor, loaded.value.team)) {
      return refuse<ClaimRefusal>({ reason: "unknown" });
    }
    const open = loaded.state.open.map(({ report }) => report);
    const isTheirs = isOwn(actor, loaded.value.reported) ||
      await ownsReport(store, actor, open);
    if (isTheirs) return refuse<ClaimRefusal>({ reason: "own" });
    const now = clock.now();
    const found = await store.get(claims, [number]);
    const taken = found && found.value.until > now &&
      found.value.staff !== actor.staffId;
    if (taken) {
      const { staff: by, until } = found.value;
      return refuse<ClaimRefusal>({ reason: "taken", by, until });
    }
    const isNew = !found || found.value.until <= now;
    const claim = {
      item: number,
      staff: actor.staffId,
      since: isNew ? now : found.value.since,
      until: now + LEASE,
    };
    write.put(found, claims, claim);
    if (isNew) {
      noteEvent(write, loaded, { kind: "claimed", staff: actor.staffId }, now);
      const { staffId } = actor;
      await answerAlertsOf(store, write, audit, { number, staffId, now });
      audit({
        actor: { kind: "staff", id: actor.staffId },
        action: "case.claim",
        object: number,
      });
    }
    return ok(claim);
  });
  if (done.ok) return done.value;
  return refuse({ reason: "unknown" });
}

/** Gives a case back; words that were typed are the page's matter. */
export async function releaseCase(
  deps: SafetyDeps,
  actor: CaseActor,
  number: string,
): Promise<boolean> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const claim = await heldClaim(store, actor.staffId, number, clock.now());
    const loaded = await loadCase(store, number);
    if (!claim || !loaded) return false;
    write.remove(claim);
    const event = { kind: "released", staff: actor.staffId } as const;
    noteEvent(write, loaded, event, clock.now());
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action: "case.release",
      object: number,
    });
    return true;
  });
  return done.ok && done.value;
}

/** Who has a case now; null for nobody. */
export async function claimOn(
  store: Store,
  item: string,
  now: Millis,
): Promise<Claim | null> {
  const found = await store.get(claims, [item]);
  return found && found.value.until > now ? found.value : null;
}

/** The claim of this person, if it still holds. */
export async function heldClaim(
  store: Store,
  staffId: string,
  item: string,
  now: Millis,
): Promise<Stored<Claim, readonly [string]> | null> {
  const found = await store.get(claims, [item]);
  return found?.value.staff === staffId && found.value.until > now
    ? found
    : null;
}

function noteEvent(
  write: Write,
  loaded: LoadedCase,
  event: Parameters<typeof append>[2][number],
  now: Millis,
): void {
  const after = append(write, loaded, [event], { now, strikes: null });
  if (typeof after === "string") {
    throw new TypeError(`Cannot change ${loaded.value.number}: ${after}`);
  }
}
