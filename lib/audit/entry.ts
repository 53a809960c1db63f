import { type AccountId, type Millis, newId, sha256 } from "../kernel/mod.ts";
import { subjectHashOf, type ValueOf } from "../store/mod.ts";
import type { AuditAction } from "./actions.ts";
import type { auditEntries, auditNotes } from "./records.ts";

export type AuditEntry = ValueOf<typeof auditEntries>;
export type AuditNote = ValueOf<typeof auditNotes>;

/** Who did it. People are not named: the subject says whom it is about. */
export type AuditActor =
  | { kind: "staff"; id: string }
  | { kind: "person" }
  | { kind: "system" }
  /** Whoever runs a command on the machine. */
  | { kind: "operator" };

export interface NewEntry {
  actor: AuditActor;
  action: AuditAction;
  /** Whom it is about; only the hash is kept. */
  subject?: AccountId | null;
  /** The number or id of what it was done to. */
  object?: string | null;
  /** Codes and figures, no words. */
  details?: Readonly<Record<string, string | number | boolean>>;
  /** Words, kept apart so that an erasure of the subject takes them away. */
  note?: string;
}

/** What an entry says of the one before it. */
export type Before = Pick<AuditEntry, "index" | "hash" | "at">;

/** What stands before the first entry. */
export const NO_ENTRY: Before = { index: -1, hash: "0".repeat(64), at: 0 };

/**
 * The entry that follows another, with its note if it has one. None is earlier
 * than the one before it, whatever the clocks of two processes say, so that a
 * day is one stretch of the log.
 */
export function entryAfter(
  before: Before,
  { actor, action, subject = null, object = null, details = {}, note }:
    NewEntry,
  now: Millis,
): { entry: AuditEntry; note: AuditNote | null } {
  const at = Math.max(now, before.at);
  const words = note === undefined
    ? null
    : { id: newId(), accountId: subject, text: note, salt: newId(), at };
  const unhashed = {
    index: before.index + 1,
    at,
    actorKind: actor.kind,
    actor: actor.kind === "staff" ? actor.id : actor.kind,
    action,
    subject: subject === null ? null : subjectHashOf(subject),
    object,
    details: { ...details },
    note: words?.id ?? null,
    noteDigest: words && digestOf(words),
    previous: before.hash,
  };
  return { entry: { ...unhashed, hash: hashOf(unhashed) }, note: words };
}

/** What an entry says of its note: whoever alters the note is found out. */
export function digestOf({ salt, text }: AuditNote): string {
  return sha256(`${salt}\n${text}`);
}

/** The format that is hashed: fields in this order, as a JSON array. */
const FORMAT = 1;

/**
 * The hash of an entry, which is also its leaf in the Merkle tree: SHA-256 of
 * a zero byte and the entry (RFC 6962 section 2.1).
 */
export function hashOf(entry: Omit<AuditEntry, "hash">): string {
  const details = Object.entries(entry.details)
    .sort(([one], [other]) => one < other ? -1 : 1);
  const text = JSON.stringify([
    FORMAT,
    entry.index,
    entry.at,
    entry.actorKind,
    entry.actor,
    entry.action,
    entry.subject,
    entry.object,
    details,
    entry.note,
    entry.noteDigest,
    entry.previous,
  ]);
  return sha256(`\0${text}`);
}

/** Whether an entry still is what its hash was made of. */
export function isWhole({ hash, ...unhashed }: AuditEntry): boolean {
  return hashOf(unhashed) === hash;
}
