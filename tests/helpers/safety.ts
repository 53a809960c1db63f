import { AuditLog } from "../../lib/audit/mod.ts";
import { type Call, calls, newCall } from "../../lib/calls/mod.ts";
import { saveMessage } from "../../lib/chat/mod.ts";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import {
  EvidenceKeys,
  fileReport,
  type Filing,
  type SafetyDeps,
} from "../../lib/safety/mod.ts";
import { cases } from "../../lib/safety/records.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "./clock.ts";

export interface TestSafety extends SafetyDeps {
  clock: TestClock;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Everything that cases need, on a store in memory. */
export async function openSafety(): Promise<TestSafety> {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const evidenceKeys = new EvidenceKeys({
    ...{ store, clock, configured: null, dataFolder: null },
  });
  return {
    ...{ store, clock, evidenceKeys },
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
