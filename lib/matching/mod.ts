/**
 * For: bringing two who wait together, and ending what they were brought into.
 * Keeps: one queue entry for each who waits or is in a call; gone with the call.
 * Enter: live, with an Admission; it never asks why somebody may not.
 */
export {
  Admission,
  type AdmissionChecks,
  type AdmissionRefusal,
  type Admit,
  createAdmit,
} from "./admission.ts";
export type { Deps } from "./deps.ts";
export type { Matcher } from "./matcher.ts";
export { AGAIN_AFTER, nextChance, pairUp, type Seeker } from "./pairing.ts";
export { type CallMessage, Queue } from "./queue.ts";
export {
  hasQueueEntry,
  type JoinRefusal,
  type QueueEntry,
  touchQueueEntry,
} from "./queue_entries.ts";
export { type Presence, presencesOf } from "./presence.ts";
export { queueEntries } from "./records.ts";
