import { type Millis, MINUTE } from "../kernel/mod.ts";
import { REASONS } from "./reasons.ts";
import { type ReasonId, SEVERITIES, type Severity } from "./vocabulary.ts";

/** A report that nobody has decided yet, as far as the order of work cares. */
export interface OpenReport {
  reason: ReasonId;
  at: Millis;
  /** Names the person, or the device that several of them share. */
  reporter: string;
  /** How many of this reporter's earlier reports were right. */
  upheld: number;
  /** True where they may not report any more: it counts nothing. */
  barred: boolean;
}

export type PriorityTerm =
  | { what: "severity"; severity: Severity; points: number }
  | { what: "reporters"; count: number; points: number }
  | { what: "record"; points: number }
  | { what: "strikes"; points: number }
  | { what: "hints"; points: number };

export interface Priority {
  severity: Severity;
  /** When the first of the reports must be decided. */
  dueAt: Millis;
  score: number;
  terms: PriorityTerm[];
  /**
   * Where it stands among the open cases, the smallest first: by severity,
   * then by deadline, which each point above the severity's own brings forward.
   */
  rank: number;
}

const SEVERITY_POINTS: Readonly<Record<Severity, number>> = {
  critical: 80,
  severe: 55,
  serious: 35,
  minor: 5,
};

const EACH_REPORTER = 4;
const MAX_FOR_REPORTERS = 12;
const MAX_FOR_RECORD = 4;
const MAX_FOR_STRIKES = 8;
const MAX_FOR_HINTS = 8;

/** What one point above the severity's own brings forward. */
const SOONER: Millis = 5 * MINUTE;

/** Larger than any time in milliseconds for two thousand years. */
const BAND = 1e14;

/**
 * The place of a case in the queue. Null where no report of it counts or is
 * open. `strikes` and `hints` are points, capped here; hints alone never put
 * a case into the queue.
 */
export function priorityOf(
  reports: readonly OpenReport[],
  { strikes, hints }: { strikes: number; hints: number },
): Priority | null {
  if (reports.length === 0) return null;
  const severity = worst(reports.map(({ reason }) => REASONS[reason].severity));
  const dueAt = Math.min(
    ...reports.map(({ reason, at }) => at + REASONS[reason].deadline),
  );
  const counting = reports.filter(({ barred }) => !barred);
  const count = new Set(counting.map(({ reporter }) => reporter)).size;
  const points = SEVERITY_POINTS[severity];
  const terms: PriorityTerm[] = [{ what: "severity", severity, points }];
  const more: PriorityTerm[] = [
    {
      what: "reporters",
      count,
      points: Math.min(
        Math.max(count - 1, 0) * EACH_REPORTER,
        MAX_FOR_REPORTERS,
      ),
    },
    { what: "record", points: recordPoints(counting) },
    { what: "strikes", points: Math.min(strikes, MAX_FOR_STRIKES) },
    { what: "hints", points: Math.min(hints, MAX_FOR_HINTS) },
  ];
  terms.push(...more.filter((term) => term.points !== 0));
  const score = terms.reduce((sum, term) => sum + term.points, 0);
  const sooner = (score - points) * SOONER;
  const rank = SEVERITIES.indexOf(severity) * BAND + dueAt - sooner;
  return { severity, dueAt, score, terms, rank };
}

/** Where a case stands that waits for a second person only. */
export function rankOfSecond(severity: Severity, until: Millis): number {
  return SEVERITIES.indexOf(severity) * BAND + until;
}

/** The reason that stands for a case: the worst, and of two the first. */
export function worstReason(reasons: readonly ReasonId[]): ReasonId | null {
  if (reasons.length === 0) return null;
  const severity = worst(reasons.map((reason) => REASONS[reason].severity));
  return reasons.find((reason) => REASONS[reason].severity === severity)!;
}

function worst(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((one) => severities.includes(one))!;
}

/** Whose earlier reports were right counts for more. */
function recordPoints(reports: readonly OpenReport[]): number {
  const best = Math.max(
    0,
    ...reports.map(({ upheld }) => upheld),
  );
  return Math.min(best, MAX_FOR_RECORD);
}
