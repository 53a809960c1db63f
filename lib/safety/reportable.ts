import { calls } from "../calls/mod.ts";
import type { AccountId, Millis } from "../kernel/mod.ts";
import { appealableUntil, appealsOf } from "./appeals.ts";
import type { SafetyDeps } from "./deps.ts";
import { EVIDENCE_TIME } from "./filing_evidence.ts";
import { referenceNumber } from "./numbers.ts";
import { type Appealable, viewOf } from "./own_standing.ts";
import { REASONS } from "./reasons.ts";
import { claims, decisions, reports } from "./records.ts";
import type { Decision } from "./strikes.ts";
import type { Measure, ReasonId, RuleId } from "./vocabulary.ts";

/** A call that a person may report, while its record lasts. */
export async function findReportable(
  { store, clock }: Pick<SafetyDeps, "store" | "clock">,
  accountId: AccountId,
  id: string,
): Promise<{ hasEvidence: boolean } | null> {
  const call = await store.get(calls, [id]);
  if (!call) return null;
  const { a, b, endedAt } = call.value;
  if (a !== accountId && b !== accountId) return null;
  const hasEvidence = endedAt === null ||
    clock.now() - endedAt <= EVIDENCE_TIME;
  return { hasEvidence };
}

/** A report as its reporter sees it: nothing about the other, or the staff. */
export interface OwnReportView {
  id: string;
  /** Opens it from any browser. */
  number: string;
  reason: ReasonId;
  words: string | null;
  at: Millis;
  state: "received" | "looked_at" | "decided" | "withdrawn";
  /** By when a person has decided; null once one has. */
  dueAt: Millis | null;
  /** Whether it can be taken back still, at this moment. */
  final: boolean;
  outcome: {
    /** Whether something was done. */
    acted: boolean;
    /** Whether the report itself was found abusive. */
    abusive: boolean;
    measures: readonly Measure[];
    rule: RuleId | null;
    at: Millis;
    decision: string;
    /** The reporter's own way to object to it. */
    appealable: Appealable;
  } | null;
}

/** What a person sees of a report of theirs; null for any other. */
export async function ownReportView(
  { store, clock, evidenceKeys }: SafetyDeps,
  accountId: AccountId,
  id: string,
): Promise<OwnReportView | null> {
  const found = await store.get(reports, [id]);
  if (found?.value.reporter !== accountId) return null;
  const report = found.value;
  const { reason, words, at, state, case: number } = report;
  const decision = report.decision === null
    ? null
    : await store.get(decisions, [report.decision]);
  const claim = await store.get(claims, [number]);
  const now = clock.now();
  const isOpen = state === "open";
  const isClaimed = claim !== null && claim.value.until > now;
  return {
    id,
    number: await referenceNumber(evidenceKeys, "report", id),
    reason,
    words,
    at,
    state: state === "withdrawn"
      ? "withdrawn"
      : !isOpen
      ? "decided"
      : isClaimed
      ? "looked_at"
      : "received",
    dueAt: isOpen ? at + REASONS[reason].deadline : null,
    final: REASONS[reason].final,
    outcome: decision && !isOpen
      ? {
        acted: state === "upheld",
        abusive: decision.value.abuse?.reports.includes(id) === true,
        measures: decision.value.measures,
        rule: decision.value.rule,
        at: decision.value.at,
        decision: decision.value.id,
        appealable: await appealableBy(store, decision.value, report.id, now),
      }
      : null,
  };
}

/**
 * How a reporter may object to the answer to their report (Article 20(1) DSA).
 * Once one of several has, it is read again for all of them.
 */
async function appealableBy(
  store: SafetyDeps["store"],
  decision: Decision,
  report: string,
  now: Millis,
): Promise<Appealable> {
  const { id, state } = decision;
  const appeals = (await appealsOf(store, id))
    .filter((one) => one.by === "reporter" && one.state !== "withdrawn");
  const own = appeals.find((one) => one.report === report);
  const until = appealableUntil(decision);
  return {
    ...{ id, state, appealableUntil: until },
    mayAppeal: appeals.length === 0 && state === "in_force" && now <= until,
    appeal: own ? viewOf(own, own.toReporter) : null,
  };
}
