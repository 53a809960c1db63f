/**
 * For: who did what to which id, in one log that shows where it was altered.
 * Keeps: entries of ids and codes, each with the hash of the one before, and notes apart.
 * Enter: every room after it that changes what is audited.
 */
export { ACTIONS, type AuditAction } from "./actions.ts";
export { type Audit, AuditLog } from "./audit_log.ts";
export {
  type AuditActor,
  type AuditEntry,
  hashOf,
  type NewEntry,
} from "./entry.ts";
