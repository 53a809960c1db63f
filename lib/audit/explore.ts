import { DAY, type Millis } from "../kernel/mod.ts";
import type { Batch, ListOptions, Store } from "../store/mod.ts";
import { ACTIONS, type AuditAction } from "./actions.ts";
import type { AuditEntry } from "./entry.ts";
import { auditEntries, auditNotes } from "./records.ts";

/** What somebody looks for; null for whatever. */
export interface EntryFilter {
  /** The id of one of the staff, or the kind of everybody else. */
  actor: string | null;
  action: AuditAction | null;
  /** The hash of the person it is about; see subjectHashOf. */
  subject: string | null;
  object: string | null;
  /** The start of a day in UTC. */
  day: Millis | null;
}

export interface EntryPage {
  /** Newest first. */
  entries: AuditEntry[];
  /** Below this index there may be more; null at the end. */
  before: number | null;
}

/** Entries looked at for one page, at most. */
const MAX_LOOKED_AT = 1000;
const CHUNK = 200;
const SINCE_CHUNK = 50;

export function isAction(text: string): text is AuditAction {
  return (ACTIONS as readonly string[]).includes(text);
}

/**
 * One page of at most `limit` entries below an index. A page may be short
 * before the end: it looks at a thousand entries and no more.
 */
export async function listEntries(
  store: Store,
  filter: EntryFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<EntryPage> {
  const span = await spanOf(store, filter.day);
  let below = Math.min(before ?? Infinity, span.to);
  const entries: AuditEntry[] = [];
  for (let looked = 0; looked < MAX_LOOKED_AT; looked += CHUNK) {
    const some = await entriesBelow(store, filter, {
      limit: CHUNK,
      reverse: true,
      ...below === Infinity ? {} : { before: below },
    });
    for (const entry of some) {
      if (entry.index < span.from) return { entries, before: null };
      if (!matches(entry, filter)) continue;
      if (entries.length === limit) return { entries, before: below };
      entries.push(entry);
      below = entry.index;
    }
    if (some.length < CHUNK) return { entries, before: null };
    below = some[some.length - 1].index;
  }
  return { entries, before: below };
}

/** The entries of an action from a time on, newest first, `limit` at most. */
export async function entriesSince(
  store: Store,
  action: AuditAction,
  since: Millis,
  limit: number,
): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  let cursor: string | null = null;
  do {
    const batch: Batch<AuditEntry, readonly [number]> = await store.list(
      auditEntries,
      "byAction",
      { of: [action], limit: SINCE_CHUNK, reverse: true, cursor },
    );
    const entries = batch.items.map(({ value }) => value);
    // No entry is older than the one before it.
    found.push(...entries.filter(({ at }) => at >= since));
    if (entries.length === 0 || entries.at(-1)!.at < since) break;
    cursor = batch.cursor;
  } while (cursor !== null && found.length < limit);
  return found.slice(0, limit);
}

/** One entry, or null. */
export async function findEntry(
  store: Store,
  index: number,
): Promise<AuditEntry | null> {
  return (await store.get(auditEntries, [index]))?.value ?? null;
}

/** The words beside an entry; null where there are none any more. */
export async function noteOf(
  store: Store,
  { note }: AuditEntry,
): Promise<string | null> {
  if (note === null) return null;
  return (await store.get(auditNotes, [note]))?.value.text ?? null;
}

/** The list that leaves out most, newest first. */
async function entriesBelow(
  store: Store,
  { object, subject, actor, action }: EntryFilter,
  options: Omit<ListOptions, "of">,
): Promise<AuditEntry[]> {
  const list = (
    by: "byObject" | "bySubject" | "byActor" | "byAction",
    of: string,
  ) => store.list(auditEntries, by, { ...options, of: [of] });
  const batch = object !== null
    ? list("byObject", object)
    : subject !== null
    ? list("bySubject", subject)
    : actor !== null
    ? list("byActor", actor)
    : action !== null
    ? list("byAction", action)
    : store.all(auditEntries, options);
  return (await batch).items.map(({ value }) => value);
}

function matches(entry: AuditEntry, filter: EntryFilter): boolean {
  const fields = ["actor", "action", "subject", "object"] as const;
  return fields.every((field) =>
    filter[field] === null || filter[field] === entry[field]
  );
}

/** The indexes of a day, from the first to before the last. */
async function spanOf(
  store: Store,
  day: Millis | null,
): Promise<{ from: number; to: number }> {
  if (day === null) return { from: 0, to: Infinity };
  return {
    from: await firstSince(store, day),
    to: await firstSince(store, day + DAY),
  };
}

/** The index of the first entry that is not before a time: none goes back. */
async function firstSince(store: Store, at: Millis): Promise<number> {
  const ends = [false, true].map((reverse) =>
    store.all(auditEntries, { limit: 1, reverse })
  );
  const [first, last] = (await Promise.all(ends)).map(({ items }) =>
    items[0]?.value.index
  );
  let [from, to] = [first ?? 0, (last ?? -1) + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const entry = await findEntry(store, middle);
    if (entry === null || entry.at < at) from = middle + 1;
    else to = middle;
  }
  return from;
}
