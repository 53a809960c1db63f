import { HOUR, type Millis } from "../kernel/mod.ts";
import {
  type Collection,
  type RawRecord,
  type RawStore,
  rawWrites,
  type Store,
} from "../store/mod.ts";
import { isOver, peopleIn } from "./deps.ts";
import { holds, sweeps } from "./records.ts";

export interface SweepOptions {
  /** Counts only, and changes nothing. True unless it is said. */
  dry?: boolean;
  /** Records looked at in one run, at most. */
  limit?: number;
}

export interface SweepCount {
  seen: number;
  /** Past their end and nobody's hold. */
  due: number;
  removed: number;
  /** Past their end and kept, because a hold says so. */
  held: number;
}

export interface SweepResult {
  dry: boolean;
  /** True when this run came to the end of the store. */
  complete: boolean;
  collections: Record<string, SweepCount>;
  /** Large fields that were begun and never came to be part of a record. */
  orphans: number;
}

interface Sweeping {
  store: Store;
  rawStore: RawStore;
  dry: boolean;
  now: Millis;
}

const LIMIT = 20_000;
const BATCH_SIZE = 500;
const ORPHAN_AGE: Millis = HOUR;

/**
 * Removes what is past its end (storage limitation, Article 5(1)(e) GDPR). Can
 * be run at any time and by two at once; goes on where the last run stopped.
 */
export async function sweep(
  store: Store,
  rawStore: RawStore,
  { dry = true, limit = LIMIT }: SweepOptions = {},
): Promise<SweepResult> {
  const now = store.clock.now();
  const sweeping = { store, rawStore, dry, now };
  const result: SweepResult = {
    dry,
    complete: false,
    collections: {},
    orphans: await sweepOrphans(sweeping),
  };
  const last = dry ? null : (await store.get(sweeps, ["retention"]))?.value;
  const ending = rawStore.collections.filter(({ plan }) => plan.ends);
  let at = Math.max(
    0,
    ending.findIndex(({ name }) => name === last?.collection),
  );
  let cursor = last?.cursor ?? null;
  let left = limit;
  for (; at < ending.length && left > 0; at += cursor === null ? 1 : 0) {
    const batch = { cursor, limit: Math.min(BATCH_SIZE, left) };
    const { records, cursor: next } = await rawStore.all(ending[at], batch);
    await sweepRecords(sweeping, records, countOf(result, ending[at]));
    left -= Math.max(1, records.length);
    cursor = next;
  }
  result.complete = at === ending.length;
  if (!dry) await savePlace(store, ending[at]?.name ?? null, cursor);
  return result;
}

async function sweepRecords(
  sweeping: Sweeping,
  records: readonly RawRecord[],
  count: SweepCount,
): Promise<void> {
  const { store, dry, now } = sweeping;
  count.seen += records.length;
  const over = records.filter((record) => isOver(record, now));
  if (over.length === 0) return;
  const people = [...new Set(over.flatMap(peopleIn))];
  const found = await store.getMany(holds, people.map((id) => [id] as const));
  const held = new Set(people.filter((_, n) => found[n] !== null));
  const due = over.filter((record) =>
    !peopleIn(record).some((id) => held.has(id))
  );
  count.held += over.length - due.length;
  count.due += due.length;
  if (!dry) count.removed += await removeRecords(store, due);
}

/** Removes rows that nobody holds; one that changed is left for next time. */
async function removeRecords(
  store: Store,
  records: readonly RawRecord[],
): Promise<number> {
  let removed = 0;
  let write = store.write();
  let inWrite = 0;
  const flush = async () => {
    if (inWrite > 0 && (await write.commit()).ok) removed += inWrite;
    write = store.write();
    inWrite = 0;
  };
  for (const record of records) {
    const people = peopleIn(record);
    if (!rawWrites.hasRoom(write, record)) await flush();
    rawWrites.exempt(write, "retention");
    rawWrites.discard(write, record);
    for (const subjectId of people) write.absent(holds, [subjectId]);
    inWrite++;
  }
  await flush();
  return removed;
}

async function sweepOrphans(
  { rawStore, now, dry }: Sweeping,
): Promise<number> {
  const old = (await rawStore.stagedChunks()).filter(({ at }) =>
    at + ORPHAN_AGE <= now
  );
  if (!dry) {
    for (const staged of old) {
      await rawStore.dropStagedChunks(staged);
    }
  }
  return old.length;
}

async function savePlace(
  store: Store,
  collection: string | null,
  cursor: string | null,
): Promise<void> {
  await store.transactOrThrow("note where the sweep stopped", async (write) => {
    const last = await store.get(sweeps, ["retention"]);
    const at = store.clock.now();
    if (collection === null) {
      if (last) write.remove(last);
      return;
    }
    const value = { name: "retention" as const, collection, cursor, at };
    write.put(last, sweeps, value);
  });
}

function countOf(result: SweepResult, { name }: Collection): SweepCount {
  return result.collections[name] ??= {
    seen: 0,
    due: 0,
    removed: 0,
    held: 0,
  };
}
