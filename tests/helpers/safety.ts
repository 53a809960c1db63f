import { AuditLog } from "../../lib/audit/mod.ts";
import { type Call, calls, newCall } from "../../lib/calls/mod.ts";
import { saveMessage } from "../../lib/chat/mod.ts";
import { type AccountId, newAccountId, sha256 } from "../../lib/kernel/mod.ts";
import {
  claimCase,
  decideCase,
  type Decision,
  EvidenceKeys,
  fileReport,
  type Filing,
  loadCase,
  type Ruling,
  type SafetyDeps,
  tellReporters,
  untoldDecisions,
} from "../../lib/safety/mod.ts";
import {
  Actor,
  findStaff,
  type Permission,
  type Role,
  type Staff,
} from "../../lib/staff/mod.ts";
import { cases } from "../../lib/safety/records.ts";
import { KeyedDigests } from "../../lib/standing/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "./clock.ts";
import { staffSessions } from "../../lib/staff/records.ts";
import { addStaff } from "./staff.ts";

/** Where the staff of these tests showed their passkey. */
const PLACE = "/admin/cases/MC-TEST-TEST";

export interface TestSafety extends SafetyDeps {
  clock: TestClock;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Everything that cases need, on a store in memory unless another is named. */
export async function openSafety(
  at = ":memory:",
  clock = new TestClock(),
): Promise<TestSafety> {
  const store = await openStore({ at, clock });
  const evidenceKeys = new EvidenceKeys({
    ...{ store, clock, configured: null, dataFolder: null },
  });
  const digests = new KeyedDigests({
    ...{ store, clock, configured: null, dataFolder: null },
  });
  return {
    ...{ store, clock, evidenceKeys, digests },
    auditLog: new AuditLog({ store, clock }),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

/** A call that two people had, over since a moment ago. */
export async function addCall(
  { store, clock }: Pick<SafetyDeps, "store" | "clock">,
  a: AccountId = newAccountId(),
  b: AccountId = newAccountId(),
): Promise<Call & { a: AccountId; b: AccountId }> {
  const now = clock.now();
  const call = {
    ...newCall(a, b, now - 60_000),
    endedAt: now,
    openSince: null,
  };
  const done = await store.write().add(calls, call).commit();
  if (!done.ok) throw new Error("Cannot add a call");
  return { ...call, a, b };
}

/** What somebody wrote to the other in a call. */
export async function addLine(
  deps: Pick<SafetyDeps, "store" | "clock">,
  { id, a, b }: { id: string; a: AccountId; b: AccountId },
  from: AccountId,
  text: string,
): Promise<void> {
  const to = from === a ? b : a;
  const saved = await saveMessage(deps, { call: id, from, to, text });
  if (!saved.ok) throw new Error("Cannot add a line");
}

export function filing(changes: Partial<Filing> & { call: string }): Filing {
  return {
    reason: "nudity",
    words: null,
    clearlyAdult: false,
    still: null,
    withText: false,
    ...changes,
  };
}

/** Somebody is reported after a call; answers who, and the case. */
export async function reported(
  deps: SafetyDeps,
  changes: Partial<Filing> & { reported?: AccountId; by?: AccountId } = {},
): Promise<{
  reporter: AccountId;
  reported: AccountId;
  report: string;
  case: string;
}> {
  const { reported = newAccountId(), by = newAccountId(), ...rest } = changes;
  const call = await addCall(deps, by, reported);
  const filed = await fileReport(
    deps,
    by,
    filing({ ...rest, call: call.id }),
  );
  if (!filed.ok) throw new Error(`Cannot report: ${filed.refusal}`);
  const { report, case: number } = filed.value;
  return { reporter: by, reported, report, case: number };
}

export async function caseValue({ store }: SafetyDeps, number: string) {
  return (await store.get(cases, [number]))!.value;
}

/** One of the staff with these roles, as the proof that they may do this. */
export async function actorFor<P extends Permission>(
  deps: SafetyDeps,
  roles: readonly Role[],
  permission: P,
): Promise<Actor<P>> {
  const { token } = await addStaff(deps, roles);
  const key = [sha256(token)] as const;
  const session = (await deps.store.get(staffSessions, key))!;
  const shown = await deps.store.write()
    .replace(session, { ...session.value, provenFor: PLACE }).commit();
  if (!shown.ok) throw new Error("Cannot show a passkey");
  const staff = (await findStaff(deps.store, token, deps.clock.now()))!;
  return sameActor(deps, { staff }, permission);
}

/** Another permission of the same person. */
export function sameActor<P extends Permission>(
  { clock }: SafetyDeps,
  { staff }: { staff: Staff },
  permission: P,
): Actor<P> {
  const actor = Actor.authorise(staff, permission, {
    now: clock.now(),
    place: PLACE,
  });
  if (!actor.ok) throw new Error(`Cannot ${permission}: ${actor.refusal}`);
  return actor.value;
}

export function ruling(changes: Partial<Ruling> & { number: string }): Ruling {
  return {
    reports: [],
    measures: ["days_7"],
    rule: "harm",
    facts: "You showed yourself undressed.",
    reason: null,
    bulk: null,
    ...changes,
  };
}

/** Takes a case and decides about all that is open in it. */
export async function decided(
  deps: SafetyDeps,
  number: string,
  changes: Partial<Ruling> = {},
  by?: Actor<"case.decide">,
): Promise<{ decision: Decision; by: Actor<"case.decide"> }> {
  const actor = by ?? await actorFor(deps, ["moderator"], "case.decide");
  const claim = sameActor(deps, actor, "case.claim");
  const claimed = await claimCase(deps, claim, number);
  if (!claimed.ok) throw new Error("Cannot claim");
  const { state } = (await loadCase(deps.store, number))!;
  const reports = state.open.map(({ report }) => report);
  const ban = changes.measures?.includes("ban")
    ? sameActor(deps, actor, "case.ban")
    : null;
  const done = await decideCase(
    deps,
    actor,
    ruling({ number, reports, ...changes }),
    ban,
  );
  if (!done.ok) throw new Error(`Cannot decide: ${done.refusal}`);
  await tellReporters(deps, done.value.id);
  return { decision: done.value, by: actor };
}

/** Tells the reporters of all decisions; answers of how many there were. */
export async function tellAllReporters(deps: SafetyDeps): Promise<number> {
  let told = 0;
  for await (const { id } of untoldDecisions(deps.store)) {
    await tellReporters(deps, id);
    told++;
  }
  return told;
}
