/**
 * For: reports, cases, decisions and appeals: events in, status out.
 * Keeps: reports with their evidence, cases and their events, decisions, appeals, notes.
 * Enter: the data map, the app and the edge; an action takes the Member or the Actor that asks.
 */
export {
  type AgeRequest,
  askAgeCheck,
  type AskRefusal,
  awaitedFor,
  beginRequested,
  checkOfCase,
  checkOfDecision,
  mayObject,
  objectByCheck,
} from "./age_requests.ts";
export {
  askRequested,
  followChecks,
  settleRequested,
  spendYes,
} from "./age_outcomes.ts";
export { flagOfBrowser } from "./age_flags.ts";
export {
  answerAppeal,
  type AnswerRefusal,
  type Appeal,
  appealableUntil,
  type AppealAnswer,
  type AppealRefusal,
  appealsOf,
  askAppellant,
  claimAppeal,
  decisionOnReport,
  fileAppeal,
  mayAnswer,
  type NewAppeal,
  replyToQuestion,
  withdrawAppeal,
} from "./appeals.ts";
export {
  type AppealRow,
  type AppealView,
  appealView,
  listAppeals,
} from "./appeal_view.ts";
export {
  type Alert,
  type AlertState,
  alertState,
  alertTeamOf,
  MAX_ROUNDS,
  mayAnswerFor,
  onCallFor,
  ROUND,
} from "./alert_rules.ts";
export { Alerter, pathOf } from "./alerter.ts";
export {
  alertsFor,
  type AlertsView,
  answerAlert,
  lastAlert,
} from "./alerts.ts";
export { answerBan, lapseBans, type SecondRefusal } from "./bans.ts";
export {
  type Case,
  eventsOf,
  loadCase,
  type LoadedCase,
  type StoredEvent,
} from "./case_store.ts";
export {
  type CaseActor,
  type Claim,
  claimCase,
  claimOn,
  type ClaimRefusal,
  isOwn,
  isOwnCase,
  LEASE,
  mayWorkOn,
  releaseCase,
} from "./claims.ts";
export {
  type AgeRuling,
  decideAge,
  decideCase,
  suggestionFor,
  UNDO,
  undoDecision,
  type UndoRefusal,
} from "./decide.ts";
export {
  faultInRuling,
  type Ruling,
  type RulingFault,
  type RulingRefusal,
} from "./ruling.ts";
export {
  fillIn,
  type Fillings,
  type Placeholder,
  PLACEHOLDERS,
  placeholdersIn,
} from "./placeholders.ts";
export { type Abuse, nextBarUntil } from "./reporting_bars.ts";
export {
  type BarPreview,
  type DecisionPreview,
  type OutcomePreview,
  previewDecision,
} from "./preview.ts";
export {
  endLook,
  type Look,
  lookAtEvidence,
  type LookTally,
  lookTally,
  MAX_LOOK,
  SHIFT,
} from "./looks.ts";
export { removalsIn } from "./removals.ts";
export {
  findReply,
  removeReply,
  repliesFor,
  type SavedReplies,
  type SavedReply,
  saveReply,
} from "./saved_replies.ts";
export {
  type Decision,
  decisionsAbout,
  reportedIn,
  stepIn,
  strikesIn,
} from "./strikes.ts";
export { tellReporters, untoldDecisions } from "./tell_reporters.ts";
export {
  CASE_VIEWS,
  type CaseFilter,
  type CaseList,
  type CaseRow,
  type CaseViewName,
  countViews,
  listCases,
  MAX_COUNTED,
  nextCase,
  type ViewCounts,
  WHOLE_QUEUE,
} from "./queue.ts";
export { giveBackClaims } from "./give_back.ts";
export { readCaseNumber } from "./numbers.ts";
export { type OwnWork, ownWork } from "./own_work.ts";
export { appealsWaiting, casesWaiting, type Waiting } from "./overview.ts";
export {
  type CaseNote,
  type CaseView,
  caseView,
  type EvidenceRow,
  type ReportRow,
} from "./case_view.ts";
export { type PersonFacts, personName } from "./person_view.ts";
export {
  addCaseNote,
  askSecond,
  escalate,
  MAX_LATER,
  putOff,
  type WorkRefusal,
} from "./work.ts";
export { type CaseEvent, caseEvent } from "./case_events.ts";
export {
  type CaseState,
  type CaseStatus,
  stateOf,
  statusOf,
} from "./case_state.ts";
export type { SafetyDeps } from "./deps.ts";
export { EvidenceKeys } from "./evidence_keys.ts";
export {
  type Filed,
  fileReport,
  type Filing,
  type FilingRefusal,
} from "./filing.ts";
export { reportIdOf } from "./filing.ts";
export { EVIDENCE_TIME } from "./filing_evidence.ts";
export {
  ageForm,
  type AgeValue,
  answerForm,
  appealForm,
  bulkDecisionForm,
  bulkForm,
  caseNoteForm,
  decisionForm,
  type DecisionValue,
  endLookForm,
  MAX_REPORT_FORM,
  noteForm,
  numberedAppealForm,
  numberForm,
  personAppealForm,
  questionForm,
  replyForm,
  replyTextForm,
  reporterAppealForm,
  reportForm,
  STILL,
} from "./forms.ts";
export {
  addNote,
  type Report,
  reportsBy,
  TAKE_BACK,
  withdrawReport,
} from "./own_reports.ts";
export {
  type BulkActors,
  type BulkDone,
  type BulkRefusal,
  type BulkRow,
  decideInBulk,
  decisionsInBulk,
  previewBulk,
  undoableUntil,
  undoBulk,
} from "./bulk.ts";
export { type Numbered, openNumber } from "./by_number.ts";
export {
  type Appealable,
  type OwnAppealView,
  ownDecision,
  type OwnStandingView,
  ownStandingView,
  statementOf,
  type StatementView,
} from "./own_standing.ts";
export {
  findReportable,
  type OwnReportView,
  ownReportView,
} from "./reportable.ts";
export {
  LADDER,
  milderThan,
  REPORTING_BARS,
  type Strike,
  suggest,
  type Suggestion,
  type Term,
} from "./ladder.ts";
export { type Priority, priorityOf } from "./priority.ts";
export { mayHaveStill, type Reason, REASONS } from "./reasons.ts";
export { RULES } from "./rules.ts";
export { mayReadCases, teamsOf } from "./teams.ts";
export { refusalOf, type TransitionRefusal } from "./transitions.ts";
export * from "./vocabulary.ts";
