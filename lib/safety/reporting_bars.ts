import type { Audit } from "../audit/mod.ts";
import { type AccountId, type Millis, sha256 } from "../kernel/mod.ts";
import { addNotice } from "../notices/mod.ts";
import { addSanction, endSanctionsOf } from "../standing/mod.ts";
import type { Write } from "../store/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import { appendAlways, loadCase } from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import { reportingBarAfter } from "./ladder.ts";
import { referenceNumber } from "./numbers.ts";
import { decisions, referenceNumbers, reports } from "./records.ts";
import { type Decision, decisionsAbout } from "./strikes.ts";
import type { RuleId } from "./vocabulary.ts";

/** Reports that a decision finds abusive, and what it says to their makers. */
export interface Abuse {
  reports: readonly string[];
  rule: RuleId | null;
  /** What was found, as they read it; of nobody else's words. */
  facts: string;
}

/** Of one decision, a reporter is barred once, whatever they sent in. */
export function barIdOf(decision: string, reporter: AccountId): string {
  return sha256(`bar ${decision} ${reporter}`).slice(0, 26);
}

/** When the next bar of a person would end. */
export async function nextBarUntil(
  { store }: Pick<SafetyDeps, "store">,
  reporter: AccountId,
  now: Millis,
): Promise<Millis> {
  const earlier = (await decisionsAbout(store, reporter))
    .filter(({ measures, state }) =>
      measures.includes("abusive") && state === "in_force"
    );
  return now + reportingBarAfter(earlier.map(({ at }) => at), now);
}

export interface BarWrite {
  deps: SafetyDeps;
  write: Write;
  audit: Audit;
  now: Millis;
}

/**
 * Keeps whoever made an abusive report from reporting, and from nothing else:
 * a decision about them, with its statement, appeal and end. Put into the write
 * that answers their report; once it is there, nothing happens.
 */
export async function barReporter(
  { deps, write, audit, now }: BarWrite,
  decision: Decision,
  reporter: AccountId,
): Promise<void> {
  const { store, evidenceKeys } = deps;
  const { abuse, case: number, staff } = decision;
  const id = barIdOf(decision.id, reporter);
  if (!abuse || await store.get(decisions, [id])) return;
  const until = await nextBarUntil(deps, reporter, now);
  write.create(decisions, {
    ...{ id, case: number, reported: reporter, staff, at: now },
    measures: ["abusive"],
    ...{ rule: abuse.rule, facts: abuse.facts, reason: null },
    ...{ reports: [], points: 0, suggested: "dismiss", strike: null },
    ...{ until, provisionalUntil: null, second: null, abuse: null },
    ...{ state: "in_force", lessenedTo: null, bulk: decision.bulk },
    ...{ untoldSince: null, changedAt: now },
  });
  addSanction(write, {
    ...{ accountId: reporter, kind: "reporting_bar", decision: id },
    ...{ from: now, until, provisionalUntil: null },
  });
  addNotice(write, {
    accountId: reporter,
    template: "decisionMade",
    values: { step: "abusive", until, decision: id },
    now,
    mail: true,
  });
  write.add(referenceNumbers, {
    digest: sha256(await referenceNumber(evidenceKeys, "decision", id)),
    holder: reporter,
    kind: "decision",
    of: id,
    at: now,
  });
  const event = { kind: "reporter_barred", staff, decision: id } as const;
  await note({ deps, write, now }, number, event);
  audit({
    actor: { kind: "system" },
    action: "sanction.impose",
    subject: reporter,
    object: number,
    details: { kind: "reporting_bar", decision: id },
  });
}

/**
 * Ends the bars of a decision that is none any more, whatever has become of the
 * reports meanwhile. Doing it again changes nothing.
 */
export async function endBars(
  deps: SafetyDeps,
  decision: Decision,
): Promise<void> {
  const { store, clock, auditLog } = deps;
  for (const id of decision.abuse?.reports ?? []) {
    const reporter = (await store.get(reports, [id]))?.value.reporter;
    if (!reporter) continue;
    await auditLog.transactOrThrow("end a bar", async (write, audit) => {
      const now = clock.now();
      await endBar({ deps, write, audit, now }, decision, reporter);
    });
  }
}

/** Their appeal may have ended it before. */
async function endBar(
  { deps, write, audit, now }: BarWrite,
  { id: parent, case: number, state }: Decision,
  reporter: AccountId,
): Promise<void> {
  const { store } = deps;
  const found = await store.get(decisions, [barIdOf(parent, reporter)]);
  if (found?.value.state !== "in_force") return;
  const { id } = found.value;
  write.replace(found, { ...found.value, state, changedAt: now });
  await endSanctionsOf(store, write, id, now);
  addNotice(write, {
    accountId: reporter,
    template: "decisionUndone",
    values: { decision: id },
    now,
    mail: true,
  });
  await note({ deps, write, now }, number, { kind: "bar_ended", decision: id });
  audit({
    actor: { kind: "system" },
    action: "sanction.end",
    subject: reporter,
    object: number,
    details: { kind: "reporting_bar", decision: id },
  });
}

/** A case that was merged meanwhile has no events any more. */
async function note(
  { deps: { store }, write, now }: Omit<BarWrite, "audit">,
  number: string,
  event: CaseEvent,
): Promise<void> {
  const loaded = await loadCase(store, number);
  if (!loaded || loaded.state.mergedInto !== null) return;
  await appendAlways(store, write, loaded, [event], now);
}
