/**
 * For: reports, cases, decisions and appeals: events in, status out.
 * Keeps: reports with their evidence, cases and their events, decisions, appeals, notes.
 * Enter: the data map, the app and the edge; an action takes the Member or the Actor that asks.
 */
export { type CaseEvent, caseEvent } from "./case_events.ts";
export {
  type CaseState,
  type CaseStatus,
  stateOf,
  statusOf,
} from "./case_state.ts";
export { LADDER, suggest, type Suggestion } from "./ladder.ts";
export { type Priority, priorityOf } from "./priority.ts";
export { mayHaveStill, type Reason, REASONS } from "./reasons.ts";
export { RULES } from "./rules.ts";
export { refusalOf, type TransitionRefusal } from "./transitions.ts";
export * from "./vocabulary.ts";
