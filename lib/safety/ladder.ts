import { DAY, type Millis } from "../kernel/mod.ts";
import { RULES } from "./rules.ts";
import { type RuleId, type Step, STEPS } from "./vocabulary.ts";

interface Rung {
  /** The fewest points that suggest it. */
  from: number;
  /** How long it keeps a person out; null for not at all or without an end. */
  lasts: Millis | null;
  /** What it counts towards the next decision, and for how long. */
  strike: { points: number; lasts: Millis } | null;
}

/** The ladder, from nothing to the end. */
export const LADDER: Readonly<Record<Step, Rung>> = {
  dismiss: { from: 0, lasts: null, strike: null },
  warn: { from: 1, lasts: null, strike: { points: 1, lasts: 90 * DAY } },
  day_1: { from: 2, lasts: DAY, strike: { points: 2, lasts: 180 * DAY } },
  days_7: { from: 4, lasts: 7 * DAY, strike: { points: 2, lasts: 180 * DAY } },
  days_30: {
    from: 7,
    lasts: 30 * DAY,
    strike: { points: 4, lasts: 365 * DAY },
  },
  ban: { from: 10, lasts: null, strike: { points: 4, lasts: 365 * DAY } },
};

/**
 * How long an abusive report keeps its maker from reporting, by how many of
 * theirs were found abusive before; the last goes for all after it. Only
 * reports that are manifestly unfounded are abusive, and the bar has an end
 * (Article 23(2) and (3) of Regulation (EU) 2022/2065).
 */
export const REPORTING_BARS: readonly Millis[] = [
  7 * DAY,
  30 * DAY,
  180 * DAY,
];

/** How long an abusive report counts towards the next bar. */
export const ABUSE_COUNTS: Millis = 365 * DAY;

/**
 * How long the next reporting bar lasts. `earlier` are the times of those that
 * were neither undone nor overturned.
 */
export function reportingBarAfter(
  earlier: readonly Millis[],
  now: Millis,
): Millis {
  const count = earlier.filter((at) => at + ABUSE_COUNTS > now).length;
  return REPORTING_BARS[Math.min(count, REPORTING_BARS.length - 1)];
}

/** An earlier decision, as far as it counts. */
export interface Strike {
  decision: string;
  step: Step;
  points: number;
  at: Millis;
  until: Millis;
  /** True once it was undone or overturned: it counts nothing. */
  void: boolean;
}

/** One line of the arithmetic; `what` names it, beside its values. */
export type Term =
  | { what: "rule"; rule: RuleId; points: number }
  | { what: "reporters"; count: number; points: number }
  | { what: "strike"; strike: Strike; points: number };

export interface Suggestion {
  step: Step;
  points: number;
  terms: Term[];
}

/** Several who do not know of each other weigh more than one; at most 2. */
const REPORTERS_FOR_A_POINT = 3;
const MAX_REPORTER_POINTS = 2;

/**
 * What a breach of a rule suggests: its own points, one for each three
 * independent reporters, and what earlier decisions still count.
 */
export function suggest(
  { rule, reporters, strikes, now }: {
    rule: RuleId;
    /** Distinct people; those of one device are one. */
    reporters: number;
    strikes: readonly Strike[];
    now: Millis;
  },
): Suggestion {
  const terms: Term[] = [{ what: "rule", rule, points: RULES[rule].points }];
  const more = Math.min(
    Math.floor(reporters / REPORTERS_FOR_A_POINT),
    MAX_REPORTER_POINTS,
  );
  if (more > 0) {
    terms.push({ what: "reporters", count: reporters, points: more });
  }
  for (const strike of strikes) {
    const counts = !strike.void && strike.until > now;
    terms.push({
      what: "strike",
      strike,
      points: counts ? strike.points : 0,
    });
  }
  const points = terms.reduce((sum, term) => sum + term.points, 0);
  return { step: stepFor(points), points, terms };
}

/** The highest step that this many points reach. */
export function stepFor(points: number): Step {
  const reached = (Object.keys(LADDER) as Step[])
    .filter((step) => LADDER[step].from <= points);
  return reached.at(-1) ?? "dismiss";
}

/** Whether one step is milder than another. */
export function isMilder(step: Step, than: Step): boolean {
  return LADDER[step].from < LADDER[than].from;
}

/** What an appeal can make of a step, the mildest first; dismissing overturns. */
export function milderThan(step: Step): Step[] {
  return STEPS.filter((one) => one !== "dismiss" && isMilder(one, step));
}
