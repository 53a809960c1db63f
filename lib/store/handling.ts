import type { Millis } from "../kernel/mod.ts";
import type { Row } from "./custody.ts";
import type { Draft } from "./draft.ts";
import {
  derivedSlots,
  type IndexKey,
  recordKey,
  SUBJECTS,
  type Value,
} from "./keys.ts";
import type { Line } from "./line.ts";
import { pieceKeys, refsIn } from "./pieces.ts";
import type { Envelope } from "./read.ts";
import type { Write } from "./write.ts";

/**
 * What the data map does to a record as it lies in the store. Each adds one
 * check to the write, that the record is still the one that was read.
 */

/** Deletes the record with everything derived from it. */
export function discard(write: Write, row: Row): void {
  checkRow(write.draft, row);
  write.draft.discard(row.collection, row.value);
}

/** Deletes index keys that lead nowhere. */
export function dropKeys(write: Write, keys: readonly IndexKey[]): void {
  write.draft.deletes.push(...keys);
}

/** Takes a person out of a record that others need; see `without`. */
export function unlink(write: Write, row: Row, subject: string): void {
  const left = without(row, subject);
  if (!left) throw new TypeError("Cannot unlink: the record needs the person");
  checkRow(write.draft, row);
  const { collection, value } = row;
  const gone = collection.plan.large.filter((field) =>
    left[field] !== value[field]
  );
  write.draft.dropPieces(refsIn(gone, value));
  put(write.draft, { ...row, value: left, hidden: false }, row.ends);
  write.draft.derive(collection, left, value, row.ends, row.hidden);
}

/**
 * The record without a person whose rule is to be unlinked, or null where it
 * would not be valid so.
 */
export function without(row: Row, subject: string): Value | null {
  const { collection, value } = row;
  const left = { ...value };
  for (const { of, rule, clears } of collection.plan.roles) {
    if (value[of] !== subject || rule !== "unlink") continue;
    for (const field of [of, ...clears]) left[field] = null;
  }
  const whole = { ...left };
  for (const field of collection.plan.large) {
    if (whole[field]) whole[field] = new Uint8Array();
  }
  return collection.spec.schema.safeParse(whole).success ? left : null;
}

/** Keeps a record past its person's erasure, until `until` at the latest. */
export function cap(write: Write, row: Row, until: Millis): void {
  checkRow(write.draft, row);
  const ends = row.ends === null ? until : Math.min(row.ends, until);
  const capped = { ...row, ends, cap: until, hidden: false };
  put(write.draft, capped, ends);
  write.draft.derive(row.collection, row.value, row.value, ends, true);
}

/** At most so many changes does one of these make in a write. */
export function changesIn(row: Row): number {
  const { large, lists, roles } = row.collection.plan;
  const pieces = refsIn(large, row.value).flatMap(pieceKeys);
  return 1 + pieces.length + 2 * (lists.length + roles.length);
}

/** Keeps a record from KV's own expiry, served until its end as before. */
export function hold(write: Write, row: Row): void {
  checkRow(write.draft, row);
  put(write.draft, row, null);
  write.draft.derive(row.collection, row.value, row.value, null, true);
}

/** Gives a held record back to its own end. */
export function free(write: Write, row: Row): void {
  checkRow(write.draft, row);
  put(write.draft, row, row.ends);
  write.draft.derive(row.collection, row.value, row.value, row.ends, true);
}

/** Takes a held record out of the product: nobody is served it any more. */
export function hide(write: Write, row: Row): void {
  checkRow(write.draft, row);
  put(write.draft, { ...row, hidden: true }, null);
  for (const key of derivedSlots(row.collection, row.value)) {
    if (key === null) continue;
    if (key[0] !== SUBJECTS) write.draft.deletes.push(key);
    else write.draft.sets.push({ key, value: 1, ends: null });
  }
}

/** Keeps the pieces of a held record from KV's own expiry, too. */
export async function holdPieces(line: Line, row: Row): Promise<void> {
  for (const ref of refsIn(row.collection.plan.large, row.value)) {
    const entries = await line.getMany<Uint8Array>(pieceKeys(ref));
    for (let at = 0; at < entries.length; at += 10) {
      const atomic = line.kv.atomic();
      for (const entry of entries.slice(at, at + 10)) {
        if (entry.value === null) continue;
        atomic.check(entry).set(entry.key, entry.value);
      }
      await line.commit(atomic);
    }
  }
}

function checkRow(draft: Draft, row: Row): void {
  draft.check(recordKey(row.collection, row.key), row.version);
}

function put(draft: Draft, row: Row, expires: Millis | null): void {
  const envelope: Envelope = { v: row.value, x: row.ends };
  if (row.cap !== null) envelope.c = row.cap;
  if (row.hidden) envelope.h = true;
  const key = recordKey(row.collection, row.key);
  draft.sets.push({ key, value: envelope, ends: expires });
}
