import type { Millis } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import type { Case } from "./case_store.ts";
import { cases, claims } from "./records.ts";
import type { ReasonId, Team } from "./vocabulary.ts";

/** What a list of cases leaves out. */
export interface CaseFilter {
  view: "all" | "mine" | "second" | "later" | "late" | "closed";
  reason: ReasonId | null;
}

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
/** More than this many are not counted. */
export const MAX_COUNTED = 1_000;

/** Open cases, the most harmful and most urgent first; closed ones by date. */
export async function listCases(
  store: Store,
  team: Team,
  { view, reason }: CaseFilter,
  { now, staffId, cursor }: {
    now: Millis;
    staffId: string;
    cursor: string | null;
  },
): Promise<CaseList> {
  if (view === "mine") {
    return { rows: await ownCases(store, team, staffId, now), cursor: null };
  }
  const rows: CaseRow[] = [];
  let next: string | null = cursor;
  let read = 0;
  do {
    const batch = await batchOf(store, team, { view, reason }, next);
    const found = batch.items.map(({ value }) => value)
      .filter((one) => isIn(one, view, now));
    rows.push(...await withClaims(store, found, now));
    read += batch.items.length;
    next = batch.cursor;
  } while (next !== null && rows.length < PAGE_SIZE && read < MAX_READ);
  return { rows, cursor: next };
}

function batchOf(
  store: Store,
  team: Team,
  { view, reason }: CaseFilter,
  cursor: string | null,
) {
  const options = { limit: PAGE_SIZE, cursor };
  if (view === "closed") {
    const of = [team, "closed"];
    return store.list(cases, "byStatus", { ...options, of, reverse: true });
  }
  return reason === null
    ? store.list(cases, "queue", { ...options, of: [team] })
    : store.list(cases, "byReason", { ...options, of: [team, reason] });
}

function isIn(
  { rank, snoozedUntil, secondOpinion, dueAt }: Case,
  view: CaseFilter["view"],
  now: Millis,
): boolean {
  if (view === "closed") return true;
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

/** The most urgent case that nobody has; null where none waits. */
export async function nextCase(
  store: Store,
  team: Team,
  { now, staffId, after }: {
    now: Millis;
    staffId: string;
    /** Not this one again. */
    after: string | null;
  },
): Promise<string | null> {
  const { rows } = await listCases(
    store,
    team,
    { view: "all", reason: null },
    { now, staffId, cursor: null },
  );
  const free = rows.find(({ number, claim }) =>
    number !== after && (claim === null || claim.staff === staffId)
  );
  return free?.number ?? null;
}
