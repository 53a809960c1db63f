import type { Millis } from "../kernel/mod.ts";
import type { Batch, Store } from "../store/mod.ts";
import type { Case } from "./case_store.ts";
import { cases, claims } from "./records.ts";
import type { ReasonId, Team } from "./vocabulary.ts";

/** What a list of cases leaves out. */
export interface CaseFilter {
  view: CaseViewName;
  reason: ReasonId | null;
}

export const CASE_VIEWS = [
  "all",
  "mine",
  "second",
  "later",
  "late",
  "closed",
] as const;
export type CaseViewName = typeof CASE_VIEWS[number];

export const WHOLE_QUEUE: CaseFilter = { view: "all", reason: null };

export interface CaseRow extends Case {
  /** Who has it now. */
  claim: { staff: string; until: Millis } | null;
}

export interface CaseList {
  rows: CaseRow[];
  /** Where the next batch begins; null at the end. */
  cursor: string | null;
}

const PAGE_SIZE = 50;
/** A list that leaves much out reads on, but not for ever. */
const MAX_READ = 1_000;
/** How many pages the next case is looked for in. */
const MAX_PAGES = 20;
/** More than this many are not counted. */
export const MAX_COUNTED = 1_000;

interface Asked {
  now: Millis;
  staffId: string;
  cursor: string | null;
}

/**
 * Open cases, the most harmful and most urgent first; late ones by deadline,
 * put off ones by when they come back, closed ones by date.
 */
export async function listCases(
  store: Store,
  team: Team,
  filter: CaseFilter,
  { now, staffId, cursor }: Asked,
): Promise<CaseList> {
  if (filter.view === "mine") {
    const rows = await ownCases(store, team, staffId, now);
    return { rows: rows.filter((row) => isIn(row, filter, now)), cursor: null };
  }
  const rows: CaseRow[] = [];
  let next: string | null = cursor;
  let read = 0;
  do {
    const batch = await batchOf(store, team, filter, now, next);
    const found = batch.items.map(({ value }) => value)
      .filter((one) => isIn(one, filter, now));
    rows.push(...await withClaims(store, found, now));
    read += PAGE_SIZE;
    next = batch.cursor;
  } while (next !== null && rows.length < PAGE_SIZE && read < MAX_READ);
  return { rows, cursor: next };
}

/** One batch of the list that leaves the fewest cases to be passed over. */
function batchOf(
  store: Store,
  team: Team,
  { view, reason }: CaseFilter,
  now: Millis,
  cursor: string | null,
): Promise<Batch<Case, readonly [string]>> {
  const options = { of: [team], limit: PAGE_SIZE, cursor };
  switch (view) {
    case "closed": {
      const of = [team, "closed"];
      return store.list(cases, "byStatus", { ...options, of, reverse: true });
    }
    case "late":
      return store.list(cases, "byDue", { ...options, before: now });
    case "later":
      return store.list(cases, "byWaking", { ...options, from: now });
    case "second":
      return store.list(cases, "bySecond", options);
    default:
      return reason === null
        ? store.list(cases, "queue", options)
        : store.list(cases, "byReason", { ...options, of: [team, reason] });
  }
}

function isIn(
  { rank, snoozedUntil, secondOpinion, dueAt, ...one }: Case,
  { view, reason }: CaseFilter,
  now: Millis,
): boolean {
  if (reason !== null && one.reason !== reason) return false;
  if (view === "closed" || view === "mine") return true;
  if (rank === null) return false;
  const isLater = snoozedUntil !== null && snoozedUntil > now;
  switch (view) {
    case "second":
      return secondOpinion;
    case "later":
      return isLater;
    case "late":
      return dueAt !== null && dueAt < now;
    default:
      return !isLater;
  }
}

/** How many cases are open, and in each view, up to MAX_COUNTED each. */
export interface ViewCounts {
  open: number;
  all: number;
  second: number;
  later: number;
  late: number;
}

/** Counts what waits, without reading a case. */
export async function countViews(
  store: Store,
  team: Team,
  now: Millis,
): Promise<ViewCounts> {
  const all = { of: [team], limit: MAX_COUNTED };
  const [open, second, later, late] = await Promise.all([
    store.count(cases, "queue", all),
    store.count(cases, "bySecond", all),
    store.count(cases, "byWaking", { ...all, from: now + 1 }),
    store.count(cases, "byDue", { ...all, before: now }),
  ]);
  const isAll = open < MAX_COUNTED;
  return { open, all: isAll ? open - later : open, second, later, late };
}

async function ownCases(
  store: Store,
  team: Team,
  staffId: string,
  now: Millis,
): Promise<CaseRow[]> {
  const { items } = await store.list(claims, "byStaff", {
    of: [staffId],
    limit: PAGE_SIZE,
  });
  const held = items.filter(({ value }) => value.until > now);
  const found = await store.getMany(
    cases,
    held.map(({ value }) => [value.item] as const),
  );
  return found.flatMap((one, n) =>
    one?.value.team === team ? [{ ...one.value, claim: held[n].value }] : []
  );
}

async function withClaims(
  store: Store,
  found: readonly Case[],
  now: Millis,
): Promise<CaseRow[]> {
  const held = await store.getMany(
    claims,
    found.map(({ number }) => [number] as const),
  );
  return found.map((one, n) => {
    const claim = held[n]?.value;
    return { ...one, claim: claim && claim.until > now ? claim : null };
  });
}

/**
 * The first case of a view that nobody else has; null where none waits. A view
 * of decided cases has none to take, and stands for all that wait.
 */
export async function nextCase(
  store: Store,
  team: Team,
  { now, staffId, after, filter: { view, reason } = WHOLE_QUEUE }: {
    now: Millis;
    staffId: string;
    /** Not this one again. */
    after: string | null;
    filter?: CaseFilter;
  },
): Promise<string | null> {
  const filter = { view: view === "closed" ? "all" : view, reason } as const;
  let cursor: string | null = null;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const list: CaseList = await listCases(store, team, filter, {
      ...{ now, staffId, cursor },
    });
    const free = list.rows.find(({ number, rank, claim }) =>
      number !== after && rank !== null &&
      (claim === null || claim.staff === staffId)
    );
    if (free) return free.number;
    if (list.cursor === null) break;
    cursor = list.cursor;
  }
  return null;
}
