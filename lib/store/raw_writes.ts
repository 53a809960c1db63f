import type { Millis } from "../kernel/mod.ts";
import type { RawRecord, RawStore } from "./raw_store.ts";
import type { Draft } from "./draft.ts";
import {
  derivedSlots,
  holdKey,
  type IndexKey,
  peopleOf,
  recordKey,
  SUBJECTS,
  type Value,
} from "./keys.ts";
import { HOLDS_CHANNEL } from "./holds.ts";
import { DRAFT, KV_CLIENT } from "./inside.ts";
import { chunkKeys, refsIn } from "./chunks.ts";
import type { Envelope } from "./read.ts";
import type { AuditExemption } from "./vocabulary.ts";
import { MAX_CHECKS, type Write } from "./write.ts";

/**
 * What the data map does to a record as it lies in the store. Each adds one
 * check to the write, that the record is still the one that was read.
 */

/** Deletes the record with everything derived from it. */
export function discard(write: Write, record: RawRecord): void {
  checkRecord(write[DRAFT], record);
  write[DRAFT].discard(record.collection, record.value);
}

/** Deletes index keys that lead nowhere. */
export function dropKeys(write: Write, keys: readonly IndexKey[]): void {
  write[DRAFT].deletes.push(...keys);
}

/** Takes a person out of a record that others need; see `without`. */
export function unlink(
  write: Write,
  record: RawRecord,
  subjectId: string,
): void {
  const left = without(record, subjectId);
  if (!left) throw new TypeError("Cannot unlink: the record needs the person");
  checkRecord(write[DRAFT], record);
  const { collection, value } = record;
  const gone = collection.plan.large.filter((field) =>
    left[field] !== value[field]
  );
  write[DRAFT].dropChunks(refsIn(gone, value));
  put(
    write[DRAFT],
    { ...record, value: left, quarantined: false },
    record.ends,
  );
  write[DRAFT].derive(collection, left, value, record.ends, record.quarantined);
}

/**
 * The record without a person whose rule is to be unlinked, or null where it
 * would not be valid so.
 */
export function without(record: RawRecord, subjectId: string): Value | null {
  const { collection, value } = record;
  const left = { ...value };
  for (const { of, rule, clears } of collection.plan.roles) {
    if (value[of] !== subjectId || rule !== "unlink") continue;
    for (const field of [of, ...clears]) left[field] = null;
  }
  const withLargeFields = { ...left };
  for (const field of collection.plan.large) {
    if (withLargeFields[field]) withLargeFields[field] = new Uint8Array();
  }
  return collection.spec.schema.safeParse(withLargeFields).success
    ? left
    : null;
}

/** Keeps a record past its person's erasure, until `until` at the latest. */
export function cap(write: Write, record: RawRecord, until: Millis): void {
  checkRecord(write[DRAFT], record);
  const ends = record.ends === null ? until : Math.min(record.ends, until);
  const capped = { ...record, ends, cap: until, quarantined: false };
  put(write[DRAFT], capped, ends);
  write[DRAFT].derive(
    record.collection,
    record.value,
    record.value,
    ends,
    true,
  );
}

/**
 * True when the write has room for one more record with a check for each of
 * its people, and for `more` further checks.
 */
export function hasRoom(write: Write, record: RawRecord, more = 0): boolean {
  const { checks, deletes, sets } = write[DRAFT];
  const people = peopleOf(record.collection, record.value);
  const changes = deletes.length + sets.length;
  return checks.length + 1 + people.length + more <= MAX_CHECKS &&
    (changes === 0 || changes + changesIn(record) < 900);
}

/** At most so many changes does one of these make in a write. */
function changesIn(record: RawRecord): number {
  const { large, lists, roles } = record.collection.plan;
  const chunks = refsIn(large, record.value).flatMap(chunkKeys);
  return 1 + chunks.length + 2 * (lists.length + roles.length);
}

/** Marks a person as held: no record about them ends by itself from now on. */
export function addHold(write: Write, subjectId: string): void {
  const key = holdKey(subjectId);
  write.publish(HOLDS_CHANNEL)[DRAFT].sets.push(
    { key, value: 0, ends: null, about: [] },
  );
}

/** Takes that mark away. */
export function removeHold(write: Write, subjectId: string): void {
  write.publish(HOLDS_CHANNEL)[DRAFT].deletes.push(holdKey(subjectId));
}

/** Keeps a record from KV's own expiry, served until its end as before. */
export function hold(write: Write, record: RawRecord): void {
  checkRecord(write[DRAFT], record);
  put(write[DRAFT], record, null);
  write[DRAFT].derive(
    record.collection,
    record.value,
    record.value,
    null,
    true,
  );
}

/** Gives a held record back to its own end. */
export function free(write: Write, record: RawRecord): void {
  checkRecord(write[DRAFT], record);
  put(write[DRAFT], record, record.ends);
  write[DRAFT].derive(
    record.collection,
    record.value,
    record.value,
    record.ends,
    true,
  );
}

/** Takes a held record out of the product: nobody is served it any more. */
export function quarantine(write: Write, record: RawRecord): void {
  checkRecord(write[DRAFT], record);
  put(write[DRAFT], { ...record, quarantined: true }, null);
  for (const key of derivedSlots(record.collection, record.value)) {
    if (key === null) continue;
    if (key[0] !== SUBJECTS) write[DRAFT].deletes.push(key);
    else write[DRAFT].sets.push({ key, value: 1, ends: null, about: [] });
  }
}

/** Keeps the chunks of a held record from KV's own expiry, too. */
export async function holdChunks(
  rawStore: RawStore,
  record: RawRecord,
): Promise<void> {
  const kvClient = rawStore[KV_CLIENT];
  for (const ref of refsIn(record.collection.plan.large, record.value)) {
    const entries = await kvClient.getMany<Uint8Array>(chunkKeys(ref));
    for (let at = 0; at < entries.length; at += 10) {
      const atomic = kvClient.kv.atomic();
      for (const entry of entries.slice(at, at + 10)) {
        if (entry.value === null) continue;
        atomic.check(entry).set(entry.key, entry.value);
      }
      await kvClient.commit(atomic);
    }
  }
}

/** Says why what this write does to audited records needs no entry. */
export function exempt(write: Write, reason: AuditExemption): void {
  write[DRAFT].audit.settle(reason);
}

function checkRecord(draft: Draft, record: RawRecord): void {
  draft.audit.change(record.collection);
  draft.check(recordKey(record.collection, record.key), record.version);
}

function put(draft: Draft, record: RawRecord, expires: Millis | null): void {
  const envelope: Envelope = { v: record.value, x: record.ends };
  if (record.cap !== null) envelope.c = record.cap;
  if (record.quarantined) envelope.h = true;
  const key = recordKey(record.collection, record.key);
  const about = peopleOf(record.collection, record.value);
  draft.sets.push({ key, value: envelope, ends: expires, about });
}
