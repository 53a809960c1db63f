import type { Millis } from "../kernel/mod.ts";
import { addNotice } from "../notices/mod.ts";
import type { Store } from "../store/mod.ts";
import { loadCase } from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import { keepFromOf } from "./evidence_end.ts";
import {
  appeals,
  caseKeys,
  decisions,
  evidence,
  reports,
  type ReportState,
} from "./records.ts";
import { giveBack } from "./removals.ts";
import type { Report } from "./own_reports.ts";
import { barReporter, endBars } from "./reporting_bars.ts";
import type { Decision } from "./strikes.ts";

/**
 * Carries a decision to its reports: each gets its state and tells its
 * reporter, who is barred where it was abusive; the evidence gets its end. Of
 * a decision that is none any more, all that is undone, and what was taken
 * from the account is given back. Apart from the decision itself,
 * because a commit checks ten records and a case may have more reports; it can
 * be done again at any time, and a job does it after a crash.
 */
export async function tellReporters(
  deps: SafetyDeps,
  id: string,
): Promise<void> {
  const { store, auditLog } = deps;
  const found = await store.get(decisions, [id]);
  if (!found || found.value.untoldSince === null) return;
  const decision = found.value;
  if (decision.state !== "in_force") {
    await giveBack(deps, decision);
    await endBars(deps, decision);
  }
  for (const report of decision.reports) {
    await tell(deps, decision, report);
  }
  await setEvidenceEnd(deps, decision.case);
  await auditLog.transactOrThrow("end telling", async (write, audit) => {
    const now = await store.get(decisions, [id]);
    if (now?.value.untoldSince !== decision.untoldSince) return;
    // Words about a reporter stay in the decision about them alone.
    const { abuse } = now.value;
    write.replace(now, {
      ...now.value,
      abuse: abuse && { ...abuse, facts: null },
      untoldSince: null,
    });
    audit({
      actor: { kind: "system" },
      action: "report.answer",
      object: decision.case,
      details: { decision: id, reports: decision.reports.length },
    });
  });
}

/** Decisions whose process ended before it had told all. */
export async function* untoldDecisions(
  store: Store,
): AsyncGenerator<Decision> {
  for await (const { value } of store.eachIn(decisions, "untold")) yield value;
}

async function tell(
  deps: SafetyDeps,
  decision: Decision,
  id: string,
): Promise<void> {
  const { store, clock, auditLog } = deps;
  await auditLog.transactOrThrow("tell a reporter", async (write, audit) => {
    const found = await store.get(reports, [id]);
    if (!found || found.value.state === "withdrawn") return;
    const isMade = decision.state === "in_force";
    const already = isMade
      ? found.value.decision === decision.id
      : found.value.decision !== decision.id;
    if (already) return;
    if (isMade && await wasAddedTo(store, found.value, decision)) return;
    const now = clock.now();
    const isAbuse = decision.abuse?.reports.includes(id) === true;
    const state = isMade ? stateAfter(decision, isAbuse) : "open";
    write.replace(found, {
      ...found.value,
      state,
      decision: isMade ? decision.id : null,
      changedAt: now,
    });
    const { reporter } = found.value;
    if (reporter !== null && isAbuse && isMade) {
      await barReporter({ deps, write, audit, now }, decision, reporter);
    }
    // Whoever is barred reads of it in the decision about them.
    if (reporter !== null && !(isAbuse && isMade)) {
      addNotice(write, {
        accountId: reporter,
        ...outcomeNotice(id, state, isMade),
        now,
        mail: isMade,
      });
    }
    audit({
      actor: { kind: "system" },
      action: "report.answer",
      object: found.value.case,
      details: { report: id, state },
    });
  });
}

/** Whether a report is open again, by what its maker added to it meanwhile. */
async function wasAddedTo(
  store: Store,
  { id, case: number, changedAt }: Report,
  { at }: Decision,
): Promise<boolean> {
  if (changedAt < at) return false;
  const loaded = await loadCase(store, number);
  return loaded?.state.open.some(({ report }) => report === id) === true;
}

/** What a reporter is told of the outcome, as template and values. */
export function outcomeNotice(
  report: string,
  state: ReportState,
  isMade = true,
) {
  const values = { report, acted: state === "upheld" ? 1 : 0 };
  return {
    template: isMade ? "reportDecided" : "reportReopened",
    values,
  } as const;
}

/** What a decision makes of a report. */
export function stateAfter(
  { measures }: Pick<Decision, "measures">,
  isAbuse: boolean,
): ReportState {
  if (measures.includes("invalid")) return "invalid";
  return isAbuse || measures.includes("dismiss") ? "dismissed" : "upheld";
}

/** Evidence lasts until nobody can need it; see keepFromOf. */
export async function setEvidenceEnd(
  { store, auditLog }: Pick<SafetyDeps, "store" | "auditLog">,
  number: string,
): Promise<void> {
  const loaded = await loadCase(store, number);
  if (!loaded) return;
  const { open, appeals: openAppeals } = loaded.state;
  const keepFrom = keepFromOf({
    decidedAt: await lastDecision(store, number),
    appealDecidedAt: await lastAppeal(store, number),
    undecidedSince: open.length === 0 && openAppeals.length === 0
      ? null
      : loaded.value.changedAt,
  });
  await auditLog.transactOrThrow("end evidence", async (write, audit) => {
    const key = await store.get(caseKeys, [number]);
    if (key) write.replace(key, { ...key.value, keepFrom });
    audit({
      actor: { kind: "system" },
      action: "evidence.end",
      object: number,
      details: { keepFrom },
    });
  });
  for await (const { value } of store.eachIn(evidence, "byCase", [number])) {
    await auditLog.transactOrThrow("end evidence", async (write, audit) => {
      const found = await store.get(evidence, [value.id]);
      if (!found || found.value.keepFrom === keepFrom) return;
      write.replace(found, { ...found.value, keepFrom });
      audit({
        actor: { kind: "system" },
        action: "evidence.end",
        object: number,
        details: { evidence: value.id, keepFrom },
      });
    });
  }
}

async function lastDecision(
  store: Store,
  number: string,
): Promise<Millis | null> {
  const { items: [last] } = await store.list(decisions, "byCase", {
    of: [number],
    limit: 1,
    reverse: true,
  });
  return last?.value.at ?? null;
}

async function lastAppeal(
  store: Store,
  number: string,
): Promise<Millis | null> {
  const { items } = await store.list(appeals, "byCase", {
    of: [number],
    limit: 50,
    reverse: true,
  });
  const decided = items.map(({ value }) => value.decidedAt ?? 0);
  return decided.length === 0 ? null : Math.max(...decided);
}
