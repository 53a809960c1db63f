import { calls } from "../calls/mod.ts";
import type { AccountId, Millis } from "../kernel/mod.ts";
import type { SafetyDeps } from "./deps.ts";
import { EVIDENCE_TIME } from "./filing_evidence.ts";
import { decisions, reports } from "./records.ts";
import { REASONS } from "./reasons.ts";
import { referenceNumber } from "./numbers.ts";
import { claims } from "./records.ts";
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
    measures: readonly Measure[];
    rule: RuleId | null;
    at: Millis;
    decision: string;
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
  const isOpen = state === "open";
  const isClaimed = claim !== null && claim.value.until > clock.now();
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
        measures: decision.value.measures,
        rule: decision.value.rule,
        at: decision.value.at,
        decision: decision.value.id,
      }
      : null,
  };
}
