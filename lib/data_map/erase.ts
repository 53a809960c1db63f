import {
  type Collection,
  type IndexKey,
  type RawRecord,
  rawWrites,
  subjectHashOf,
} from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import { dropAllStagedChunks, finish, isRemoved, report } from "./erase_end.ts";
import { searchTermsOf } from "./search_terms_of.ts";
import { checkHolds, heldIn, outcomeFor, settle } from "./outcome.ts";
import type { Kept } from "./plan.ts";
import { type Erasure, erasures, type Tally } from "./records.ts";
import { count } from "./tallies.ts";

export interface ErasureResult {
  /** `held`: a hold keeps records; its release goes on with the erasure. */
  state: "done" | "held";
  /** True when an earlier call had finished it. */
  already: boolean;
  /** The hash that stands for the person in tombstones. */
  subjectHash: string;
  startedAt: number;
  tallies: Record<string, Tally>;
  /** Records that stay by declaration. */
  kept: Kept[];
  /** What must not be found any more: for `prove`, and for no log. */
  searchTerms: string[];
}

const BATCH_SIZE = 500;
const MAX_PASSES = 100_000;

/**
 * Erases a person (Article 17 GDPR). The tombstone comes first, in the file
 * and in the store: every write about the person checks that there is none,
 * or checks a record that is removed here before all others. Once one
 * snapshot shows none of those left, no write about the person can pass any
 * more, and what earlier ones wrote is in the index that is walked next.
 *
 * Each commit carries the progress with it, so the work can stop anywhere and
 * go on, in two processes at once, and the tallies stay true.
 */
export async function erase(
  deps: DataMapDeps,
  subjectId: string,
): Promise<ErasureResult> {
  const { store, clock, collections, tombstones, personKeys } = deps;
  await tombstones?.add(subjectId, clock.now());
  const begun = await begin(deps, subjectId);
  await store.addTombstone(subjectId, clock.now());
  if (isRemoved(begun)) {
    return await report(deps, subjectId, begun, true);
  }
  await emptyFirst(deps, subjectId);
  for (const collection of collections) {
    await empty(deps, subjectId, collection);
  }
  await dropAllStagedChunks(deps, subjectId);
  await personKeys?.shred(subjectId);
  const ended = await finish(deps, subjectId);
  const { searchTerms } = begun;
  if (isRemoved(ended)) deps.onErased();
  return { ...await report(deps, subjectId, ended, false), searchTerms };
}

/** How an erasure went, by the hash that stands for the person; null for none. */
export async function receiptOf(
  { store }: DataMapDeps,
  subjectHash: string,
): Promise<Erasure | null> {
  return (await store.get(erasures, [subjectHash]))?.value ?? null;
}

/** Goes on with erasures that a crash or a hold stopped; answers how many. */
export async function resumeErasures(deps: DataMapDeps): Promise<number> {
  let resumed = 0;
  for (const step of ["running", "held"]) {
    const { items } = await deps.store.list(erasures, "byStep", {
      of: [step],
      limit: 500,
    });
    for (const { value } of items) {
      if (value.subjectId === null) continue;
      await erase(deps, value.subjectId);
      resumed++;
    }
  }
  return resumed;
}

async function begin(
  deps: DataMapDeps,
  subjectId: string,
): Promise<Erasure> {
  const { store, clock } = deps;
  const subjectHash = subjectHashOf(subjectId);
  const begun = await store.transactOrThrow(
    "begin an erasure",
    async (write) => {
      const found = await store.get(erasures, [subjectHash]);
      if (found) return found.value;
      const now = clock.now();
      const value: Erasure = {
        subjectHash,
        subjectId,
        searchTerms: await searchTermsOf(deps, subjectId),
        sealedTerms: null,
        step: "running",
        startedAt: now,
        removedAt: null,
        proof: null,
        failedProofs: 0,
        touchedAt: now,
        tallies: {},
      };
      write.create(erasures, value);
      return value;
    },
  );
  return begun!;
}

/** What can bring new records of the person. Ends with one look that finds none. */
async function emptyFirst(deps: DataMapDeps, subjectId: string): Promise<void> {
  await eraseInBatches(deps, subjectId, { rank: 0 });
}

async function empty(
  deps: DataMapDeps,
  subjectId: string,
  collection: Collection,
): Promise<void> {
  if (collection.spec.despiteErasure !== undefined) return;
  if (collection.plan.roles.length === 0) return;
  await eraseInBatches(deps, subjectId, { collection });
}

async function eraseInBatches(
  deps: DataMapDeps,
  subjectId: string,
  which: { rank: 0 } | { collection: Collection },
): Promise<void> {
  let cursor: string | null = null;
  let changed = false;
  for (let looks = 0; looks < MAX_PASSES; looks++) {
    const batch: Awaited<ReturnType<typeof deps.rawStore.about>> = await deps
      .rawStore.about(subjectId, {
        ...which,
        cursor,
        limit: BATCH_SIZE,
      });
    if (await settleBatch(deps, subjectId, batch.records, batch.dangling)) {
      changed = true;
    }
    cursor = batch.cursor;
    if (cursor !== null) continue;
    if (!changed) return;
    changed = false;
  }
  throw new Error("Cannot erase: there is always something left to do");
}

/** Answers whether there was anything to do. */
async function settleBatch(
  deps: DataMapDeps,
  subjectId: string,
  records: readonly RawRecord[],
  dangling: readonly IndexKey[],
): Promise<boolean> {
  const held = await heldIn(deps, records);
  const now = deps.clock.now();
  const todo = records.filter((record) =>
    outcomeFor(record, subjectId, held, now).kind !== "settled"
  );
  const stale = [...dangling];
  let at = 0;
  while (at < todo.length || stale.length > 0) {
    const progress = await deps.store.get(erasures, [
      subjectHashOf(subjectId),
    ]);
    if (!progress || isRemoved(progress.value)) return false;
    const write = deps.store.write().unchanged(progress);
    const tallies = structuredClone(progress.value.tallies);
    rawWrites.exempt(write, "erasure");
    rawWrites.dropKeys(write, stale.splice(0, 300));
    // The progress is checked for holds, too.
    for (; at < todo.length && rawWrites.hasRoom(write, todo[at], 1); at++) {
      const outcome = outcomeFor(todo[at], subjectId, held, now);
      settle(write, todo[at], subjectId, outcome);
      checkHolds(write, todo[at], held);
      count(tallies, todo[at], outcome);
    }
    write.replace(progress, { ...progress.value, tallies, touchedAt: now });
    // Changed meanwhile, or two runners: the caller looks again.
    if (!(await write.commit()).ok) return true;
  }
  return todo.length > 0 || dangling.length > 0;
}
