export type { Deps } from "./deps.ts";
export { finishCall } from "./finish.ts";
export { Matcher } from "./matcher.ts";
export { AGAIN_AFTER, nextChance, pairUp, type Seeker } from "./pairing.ts";
export { reconcile } from "./reconcile.ts";
export { queueEntries } from "./records.ts";
export { recover } from "./recover.ts";
export {
  joinQueue,
  type JoinRefusal,
  leaveQueue,
  type QueueEntry,
  type StoredQueueEntry,
} from "./queue_entries.ts";
