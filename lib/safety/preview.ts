import type { Millis } from "../kernel/mod.ts";
import { loadCase } from "./case_store.ts";
import { decisionFrom, decisionNotice } from "./decide.ts";
import type { SafetyDeps } from "./deps.ts";
import { statementOf, type StatementView } from "./own_standing.ts";
import { reports, type ReportState } from "./records.ts";
import { nextBarUntil } from "./reporting_bars.ts";
import type { Ruling } from "./ruling.ts";
import { type Decision, isTold } from "./strikes.ts";
import { outcomeNotice, stateAfter } from "./tell_reporters.ts";

/** What reporters are told, and how many of them; each has their own notice. */
export interface OutcomePreview {
  count: number;
  notice: ReturnType<typeof outcomeNotice>;
}

/** What somebody is told who may not report for a time. */
export interface BarPreview {
  until: Millis;
  notice: ReturnType<typeof decisionNotice>;
}

/** Everything that a decision would do, worked out by what would do it. */
export interface DecisionPreview {
  decision: Decision;
  /** Null where the person is told nothing, or is gone. */
  person: {
    notice: ReturnType<typeof decisionNotice>;
    statement: StatementView;
  } | null;
  outcomes: OutcomePreview[];
  bars: BarPreview[];
}

/** Stands for the id that a decision has once it is made. */
const UNMADE = "0".repeat(26);

/** What a ruling would do now; null where there is no such case. */
export async function previewDecision(
  deps: SafetyDeps,
  staff: { staffId: string },
  ruling: Ruling,
): Promise<DecisionPreview | null> {
  const loaded = await loadCase(deps.store, ruling.number);
  if (!loaded) return null;
  const decision = await decisionFrom(deps, loaded, staff, ruling, UNMADE);
  const tells = decision.reported !== null && isTold(decision);
  return {
    decision,
    person: tells
      ? {
        notice: decisionNotice(decision),
        statement: { ...await statementOf(deps, decision), number: "" },
      }
      : null,
    outcomes: outcomesOf(decision),
    bars: await barsOf(deps, decision),
  };
}

function outcomesOf(decision: Decision): OutcomePreview[] {
  const abusive = decision.abuse?.reports ?? [];
  const told = decision.reports.filter((id) => !abusive.includes(id));
  if (told.length === 0) return [];
  const state: ReportState = stateAfter(decision, false);
  return [{ count: told.length, notice: outcomeNotice("", state) }];
}

async function barsOf(
  deps: SafetyDeps,
  decision: Decision,
): Promise<BarPreview[]> {
  const bars = new Map<string, BarPreview>();
  for (const id of decision.abuse?.reports ?? []) {
    const reporter = (await deps.store.get(reports, [id]))?.value.reporter;
    if (!reporter || bars.has(reporter)) continue;
    const until = await nextBarUntil(deps, reporter, decision.at);
    const values = { step: "abusive", until, decision: UNMADE } as const;
    const notice = { template: "decisionMade", values } as const;
    bars.set(reporter, { until, notice });
  }
  return [...bars.values()];
}
