import { type Collection, handling, markOf, type Row } from "../store/mod.ts";
import type { IndexKey, Stored } from "../store/mod.ts";
import type { Context } from "./context.ts";
import { dropStages, finish, report } from "./erase_end.ts";
import { needlesOf } from "./needles_of.ts";
import { checkHolds, hasRoom, heldIn, outcomeFor, settle } from "./outcome.ts";
import type { Kept } from "./plan.ts";
import { type Erasure, erasures, type Tally } from "./records.ts";
import { count } from "./tallies.ts";

export interface ErasureResult {
  /** `held`: a hold keeps records; its release goes on with the erasure. */
  state: "done" | "held";
  /** True when an earlier call had finished it. */
  already: boolean;
  /** The hash that stands for the person in tombstones. */
  mark: string;
  startedAt: number;
  tallies: Record<string, Tally>;
  /** Records that stay by declaration. */
  kept: Kept[];
  /** What must not be found any more: for `prove`, and for no log. */
  needles: string[];
}

const PAGE = 500;
const MOST_LOOKS = 100_000;

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
  context: Context,
  person: string,
): Promise<ErasureResult> {
  const { store, clock, collections, tombstones, personKeys } = context;
  await tombstones?.add(person, clock.now());
  const { value } = await begin(context, person);
  await store.bury(person, clock.now());
  if (value.step === "done") return await report(context, person, value, true);
  await emptyFirst(context, person);
  for (const collection of collections) {
    await empty(context, person, collection);
  }
  await dropStages(context, person);
  await personKeys?.shred(person);
  const ended = await finish(context, person);
  const { needles } = value;
  return { ...await report(context, person, ended, false), needles };
}

/** How an erasure went, by the hash that stands for the person; null for none. */
export async function receiptOf(
  { store }: Context,
  mark: string,
): Promise<Erasure | null> {
  return (await store.get(erasures, [mark]))?.value ?? null;
}

/** Goes on with erasures that a crash or a hold stopped; answers how many. */
export async function resumeErasures(context: Context): Promise<number> {
  let resumed = 0;
  for (const step of ["running", "held"]) {
    const { items } = await context.store.list(erasures, "byStep", {
      of: [step],
      limit: 500,
    });
    for (const { value } of items) {
      if (value.person === null) continue;
      await erase(context, value.person);
      resumed++;
    }
  }
  return resumed;
}

async function begin(
  context: Context,
  person: string,
): Promise<Stored<Erasure>> {
  const { store, clock } = context;
  const mark = markOf(person);
  for (;;) {
    const found = await store.get(erasures, [mark]);
    if (found) return found;
    const now = clock.now();
    await store.write().create(erasures, {
      mark,
      person,
      needles: await needlesOf(context, person),
      step: "running",
      startedAt: now,
      touchedAt: now,
      tallies: {},
    }).commit();
  }
}

/** What can vouch for the person. Ends with one look that finds none. */
async function emptyFirst(context: Context, person: string): Promise<void> {
  await emptyPages(context, person, { rank: 0 });
}

async function empty(
  context: Context,
  person: string,
  collection: Collection,
): Promise<void> {
  if (collection.spec.despiteErasure !== undefined) return;
  if (collection.plan.roles.length === 0) return;
  await emptyPages(context, person, { collection });
}

async function emptyPages(
  context: Context,
  person: string,
  which: { rank: 0 } | { collection: Collection },
): Promise<void> {
  let cursor: string | null = null;
  let changed = false;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const page: Awaited<ReturnType<typeof context.custody.about>> =
      await context.custody.about(person, { ...which, cursor, limit: PAGE });
    if (await settlePage(context, person, page.rows, page.dangling)) {
      changed = true;
    }
    cursor = page.cursor;
    if (cursor !== null) continue;
    if (!changed) return;
    changed = false;
  }
  throw new Error("Cannot erase: there is always something left to do");
}

/** Answers whether there was anything to do. */
async function settlePage(
  context: Context,
  person: string,
  rows: readonly Row[],
  dangling: readonly IndexKey[],
): Promise<boolean> {
  const held = await heldIn(context, rows);
  const now = context.clock.now();
  const todo = rows.filter((row) =>
    outcomeFor(row, person, held, now).kind !== "settled"
  );
  const stale = [...dangling];
  let at = 0;
  while (at < todo.length || stale.length > 0) {
    const progress = await context.store.get(erasures, [markOf(person)]);
    if (!progress || progress.value.step === "done") return false;
    const write = context.store.write().unchanged(progress);
    const tallies = structuredClone(progress.value.tallies);
    handling.dropKeys(write, stale.splice(0, 300));
    for (; at < todo.length && hasRoom(write, todo[at]); at++) {
      const outcome = outcomeFor(todo[at], person, held, now);
      settle(write, todo[at], person, outcome);
      checkHolds(write, todo[at], held);
      count(tallies, todo[at], outcome);
    }
    write.replace(progress, { ...progress.value, tallies, touchedAt: now });
    // Changed meanwhile, or two runners: the caller looks again.
    if (!(await write.commit()).ok) return true;
  }
  return todo.length > 0 || dangling.length > 0;
}
