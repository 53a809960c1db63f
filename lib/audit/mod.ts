/**
 * For: who did what to which id, in one log that shows where it was altered.
 * Keeps: entries of ids and figures, each with the hash of the one before; notes apart; signed heads.
 * Enter: every room after it that changes what is audited; commands and pages that verify.
 */
export { ACTIONS, type AuditAction } from "./actions.ts";
export { type Audit, AuditLog } from "./audit_log.ts";
export {
  Auditor,
  type AuditorDeps,
  lastVerification,
  type VerificationView,
} from "./auditor.ts";
export { type Checkpoint, checkpointsIn, lineOf } from "./checkpoint.ts";
export { type CheckpointLog, openCheckpointLog } from "./checkpoint_log.ts";
export {
  type CheckpointDeps,
  findCheckpoint,
  listCheckpoints,
  makeCheckpoint,
  newestCheckpoint,
} from "./checkpoints.ts";
export {
  type AuditActor,
  type AuditEntry,
  hashOf,
  type NewEntry,
} from "./entry.ts";
export {
  entriesSince,
  type EntryFilter,
  type EntryPage,
  findEntry,
  isAction,
  listEntries,
  noteOf,
} from "./explore.ts";
export { AUDIT_CHANNEL, entriesAfter, newestIndex } from "./follow.ts";
export { provesConsistency, provesInclusion } from "./merkle.ts";
export {
  type ConsistencyProof,
  type InclusionProof,
  proveConsistency,
  proveInclusion,
} from "./proofs.ts";
export { SigningKeys } from "./signing_keys.ts";
export {
  type AuditFault,
  FAULT_KINDS,
  type FaultKind,
  type Verification,
  verifyLog,
} from "./verify.ts";
