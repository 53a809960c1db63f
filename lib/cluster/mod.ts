/**
 * For: the processes on one store, who of them leads, and what they tell each other.
 * Keeps: leases and heartbeats for seconds, messages until read, 5 minutes at most.
 * Enter: rooms whose work one process does for all; see acquireLease for the fencing.
 */
export {
  type ClusterDeps,
  heartbeat,
  isLive,
  liveInstances,
  SILENCE,
} from "./instances.ts";
export {
  acquireLease,
  leaderOf,
  LEASE,
  releaseLease,
  type StoredLease,
} from "./leases.ts";
export { Leadership } from "./leadership.ts";
export { ProcessMailbox, type ProcessMessage } from "./process_mailbox.ts";
