import type { Millis } from "../kernel/mod.ts";
import type { Collection, Store } from "../store/mod.ts";
import type { Appeal } from "./appeals.ts";
import type { Case } from "./case_store.ts";
import { MAX_COUNTED } from "./queue.ts";
import { appeals, cases } from "./records.ts";
import type { Team } from "./vocabulary.ts";

/** What waits in one list. */
export interface Waiting<Item> {
  /** Up to MAX_COUNTED; as many stand for that many and more. */
  open: number;
  late: number;
  /** The one whose deadline is nearest or the longest past; null for none. */
  next: { dueAt: Millis; item: Item } | null;
  /** Some of the late ones, the longest past first. */
  latest: readonly { dueAt: Millis; item: Item }[];
}

/** More late ones are not named, but counted. */
const MAX_LATEST = 3;

/** The open cases of a team, counted. */
export function casesWaiting(
  store: Store,
  team: Team,
  now: Millis,
): Promise<Waiting<Case>> {
  return waitingIn(
    store,
    cases,
    "byDue",
    { teams: [team], now },
    ({ dueAt }) => dueAt,
  );
}

/** The appeals that these teams must answer, counted together. */
export function appealsWaiting(
  store: Store,
  teams: readonly Team[],
  now: Millis,
): Promise<Waiting<Appeal>> {
  return waitingIn(
    store,
    appeals,
    "open",
    { teams, now },
    ({ openDueAt }) => openDueAt,
  );
}

/** What lists by team and deadline say: few of their records are read. */
async function waitingIn<
  Item,
  K extends readonly (string | number)[],
  I extends string,
>(
  store: Store,
  collection: Collection<Item, K, I>,
  byDeadline: NoInfer<I>,
  { teams, now }: { teams: readonly Team[]; now: Millis },
  dueOf: (item: Item) => Millis | null,
): Promise<Waiting<Item>> {
  const all = await Promise.all(teams.map(async (team) => {
    const options = { of: [team], limit: MAX_COUNTED };
    const [open, late, { items }] = await Promise.all([
      store.count(collection, byDeadline, options),
      store.count(collection, byDeadline, { ...options, before: now }),
      store.list(collection, byDeadline, { of: [team], limit: MAX_LATEST }),
    ]);
    return { open, late, first: items.map(({ value }) => value) };
  }));
  const first = all.flatMap((one) => one.first)
    .flatMap((item) => {
      const dueAt = dueOf(item);
      return dueAt === null ? [] : [{ dueAt, item }];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
  return {
    open: sumUpTo(MAX_COUNTED, all.map(({ open }) => open)),
    late: sumUpTo(MAX_COUNTED, all.map(({ late }) => late)),
    next: first[0] ?? null,
    latest: first.filter(({ dueAt }) => dueAt < now).slice(0, MAX_LATEST),
  };
}

function sumUpTo(most: number, counts: readonly number[]): number {
  return Math.min(most, counts.reduce((sum, count) => sum + count, 0));
}
