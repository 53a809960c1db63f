/** The closed lists of this room that its records, forms and rules share. */

/** Sections of the house rules. */
export const RULE_IDS = ["adults", "owe", "harm", "record", "sell"] as const;
export type RuleId = typeof RULE_IDS[number];

/** What a reporter may press. */
export const REASON_IDS = [
  "under_18",
  "danger",
  "threatened",
  "nudity",
  "threat",
  "hate",
  "recording",
  "fraud",
  "other",
] as const;
export type ReasonId = typeof REASON_IDS[number];

/** How much harm a reason stands for, the worst first. */
export const SEVERITIES = ["critical", "severe", "serious", "minor"] as const;
export type Severity = typeof SEVERITIES[number];

/**
 * Who works on a case. Those of child safety are absent for everybody else.
 */
export const TEAMS = ["general", "child_safety"] as const;
export type Team = typeof TEAMS[number];

/** The steps of the ladder, from nothing to the end. */
export const STEPS = [
  "dismiss",
  "warn",
  "day_1",
  "days_7",
  "days_30",
  "ban",
] as const;
export type Step = typeof STEPS[number];

/** What stands beside a step: it takes away what somebody says of themselves. */
export const REMOVALS = ["remove_name", "remove_picture"] as const;
export type Removal = typeof REMOVALS[number];

/**
 * What a decision does. A step of the ladder, or one of these: `invalid`
 * closes reports and touches nobody's record, `abusive` keeps whoever made a
 * report from reporting (a decision of its own, about them; see
 * reporting_bars.ts), and removals stand beside a step.
 */
export const MEASURES = [
  ...STEPS,
  "invalid",
  "abusive",
  ...REMOVALS,
  /** Under 18, as child safety confirmed: the account is erased. */
  "under_18",
] as const;
export type Measure = typeof MEASURES[number];

export const APPELLANTS = ["person", "reporter"] as const;
export type Appellant = typeof APPELLANTS[number];

export const APPEAL_OUTCOMES = ["upheld", "lessened", "overturned"] as const;
export type AppealOutcome = typeof APPEAL_OUTCOMES[number];

/** So many cases are decided at once: more than are looked at is no decision. */
export const MAX_BULK = 50;

/** What may be decided without a page of its own: nobody is kept out by it. */
export const BULK_MEASURES = ["dismiss", "invalid", "warn"] as const;
export type BulkMeasure = typeof BULK_MEASURES[number];
