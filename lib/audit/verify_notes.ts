import { DAY, type Millis } from "../kernel/mod.ts";
import type { RawStore } from "../store/mod.ts";
import { subjectHashOf } from "../store/mod.ts";
import { type AuditEntry, type AuditNote, digestOf } from "./entry.ts";
import { auditNotes, ENTRY_DAYS } from "./records.ts";
import type { AuditFault } from "./verify.ts";

/**
 * The first entry whose words are not those that it had. They may be gone with
 * their person, or because their time is over.
 */
export async function faultInNotes(
  rawStore: RawStore,
  entries: readonly AuditEntry[],
  now: Millis,
): Promise<AuditFault | null> {
  const noted = entries.filter(({ note }) => note !== null);
  const found = await Promise.all(
    noted.map(({ note }) => rawStore.record(auditNotes, [note!])),
  );
  for (const [n, entry] of noted.entries()) {
    const { index } = entry;
    const record = found[n];
    if (record === null) {
      if (await mayBeGone(rawStore, entry, now)) continue;
      return { index, kind: "note_missing" };
    }
    const parsed = auditNotes.spec.schema.safeParse(record.value);
    const isSame = parsed.success && isNoteOf(entry, parsed.data as AuditNote);
    if (!isSame) return { index, kind: "note_altered" };
  }
  return null;
}

function isNoteOf(entry: AuditEntry, note: AuditNote): boolean {
  const subject = note.accountId === null
    ? null
    : subjectHashOf(note.accountId);
  return note.id === entry.note && subject === entry.subject &&
    digestOf(note) === entry.noteDigest;
}

async function mayBeGone(
  rawStore: RawStore,
  { at, subject }: AuditEntry,
  now: Millis,
): Promise<boolean> {
  if (at + ENTRY_DAYS * DAY <= now) return true;
  if (subject === null) return false;
  return (await rawStore.withoutTombstone([subject])).length === 0;
}
