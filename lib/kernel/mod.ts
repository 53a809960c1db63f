/**
 * For: time, timers, ids, hashes and results, which everything stands on.
 * Keeps: nothing, and imports nothing of ours.
 * Enter: every room.
 */
export {
  type Clock,
  DAY,
  dayOf,
  HOUR,
  hourOf,
  type Millis,
  MINUTE,
  SECOND,
  systemClock,
} from "./clock.ts";
export { assertNever } from "./assert_never.ts";
export { sha256 } from "./hash.ts";
export { type AccountId, newAccountId, newId, newSecret } from "./id.ts";
export { remembering } from "./memo.ts";
export { ok, refuse, type Result } from "./result.ts";
export {
  type Cancel,
  repeat,
  type Scheduler,
  systemScheduler,
  type Work,
} from "./scheduler.ts";
