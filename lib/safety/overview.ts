import type { Millis } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
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
export async function casesWaiting(
  store: Store,
  team: Team,
  now: Millis,
): Promise<Waiting<Case>> {
  const open = store.eachIn(cases, "queue", [team]);
  return await count(open, ({ dueAt }) => dueAt, now);
}

/** The appeals that these teams must answer, counted together. */
export async function appealsWaiting(
  store: Store,
  teams: readonly Team[],
  now: Millis,
): Promise<Waiting<Appeal>> {
  const open = appealsOfTeams(store, teams);
  return await count(open, ({ openDueAt }) => openDueAt, now);
}

async function* appealsOfTeams(store: Store, teams: readonly Team[]) {
  for (const team of teams) yield* store.eachIn(appeals, "open", [team]);
}

async function count<Item>(
  stored: AsyncIterable<{ value: Item }>,
  dueOf: (item: Item) => Millis | null,
  now: Millis,
): Promise<Waiting<Item>> {
  const waiting = { open: 0, late: 0, next: null } as Omit<
    Waiting<Item>,
    "latest"
  >;
  let latest: { dueAt: Millis; item: Item }[] = [];
  for await (const { value } of stored) {
    const dueAt = dueOf(value);
    waiting.open++;
    if (dueAt !== null) {
      if (dueAt < now) {
        waiting.late++;
        latest = [...latest, { dueAt, item: value }]
          .sort((a, b) => a.dueAt - b.dueAt).slice(0, MAX_LATEST);
      }
      if (waiting.next === null || dueAt < waiting.next.dueAt) {
        waiting.next = { dueAt, item: value };
      }
    }
    if (waiting.open === MAX_COUNTED) break;
  }
  return { ...waiting, latest };
}
