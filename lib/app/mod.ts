/**
 * For: one running Millo, put together room by room, and actions over several.
 * Keeps: the Millo of this process, while it runs.
 * Enter: the edge, routes and commands; no room that is put together here.
 */
export { answer, answerSecond, decide, decideOnAge, undo } from "./decide.ts";
export { blockPerson, type BlockRefusal } from "./block_person.ts";
export {
  type BlockView,
  callHistoryOf,
  type CallHistoryView,
  type CallView,
  type RecentCallView,
} from "./call_history.ts";
export { reportPerson } from "./report_person.ts";
export { enrol, type Enrolment } from "./enrol.ts";
export {
  changeColleague,
  endSession,
  removeColleague,
} from "./staff_changes.ts";
export { eraseAccount } from "./erase_account.ts";
export { figuresOf, healthOf } from "./health.ts";
export { closeMillo, mediaChanged, millo, useMillo } from "./millo.ts";
export { type Millo, type MilloOptions, openMillo } from "./open.ts";
export { type Opening, ROOMS, type Rooms } from "./rooms.ts";
