import { type AccountId, type Millis, newSecret } from "../kernel/mod.ts";
import type { Store, Stored, ValueOf, Write } from "../store/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import { apply, type CaseState, NEW_CASE, statusOf } from "./case_state.ts";
import { caseNumberFrom } from "./numbers.ts";
import { priorityOf, rankOfSecond, worstReason } from "./priority.ts";
import { REASONS } from "./reasons.ts";
import { decisionsAbout, strikePoints, strikesIn } from "./strikes.ts";
import { caseEvents, caseLinks, cases } from "./records.ts";
import { refusalOf, type TransitionRefusal } from "./transitions.ts";
import type { ReasonId, Team } from "./vocabulary.ts";

export type Case = ValueOf<typeof cases>;
export type StoredCase = Stored<Case, readonly [string]>;
export type StoredEvent = ValueOf<typeof caseEvents>;

/** A case as it was read, with what its events say. */
export interface LoadedCase {
  /** Null for a case that is about to be opened. */
  stored: StoredCase | null;
  value: Case;
  state: CaseState;
}

/** The case with all that happened to it; null where there is none. */
export async function loadCase(
  store: Store,
  number: string,
): Promise<LoadedCase | null> {
  const stored = await store.get(cases, [number]);
  if (!stored) return null;
  let state = NEW_CASE;
  for (const { event } of await eventsOf(store, number)) {
    state = apply(state, event);
  }
  return { stored, value: stored.value, state };
}

/** Everything that happened to a case, in order. */
export async function eventsOf(
  store: Store,
  number: string,
): Promise<StoredEvent[]> {
  const events = await Array.fromAsync(
    store.eachIn(caseEvents, "byCase", [number]),
  );
  return events.map(({ value }) => value);
}

/** The one case about a person that a team has, or a new one. */
export async function caseAbout(
  store: Store,
  reported: AccountId | null,
  team: Team,
  reason: ReasonId,
  now: Millis,
): Promise<LoadedCase> {
  const link = reported && await store.get(caseLinks, [reported, team]);
  const known = link ? await loadCase(store, link.value.number) : null;
  if (known && known.state.mergedInto === null) return known;
  return {
    stored: null,
    state: NEW_CASE,
    value: {
      number: caseNumberFrom(newSecret()),
      reported,
      team,
      seq: 0,
      status: "closed",
      severity: REASONS[reason].severity,
      reason,
      openReports: 0,
      openAppeals: 0,
      score: 0,
      dueAt: null,
      rank: null,
      snoozedUntil: null,
      secondOpinion: false,
      secondRank: null,
      openedAt: now,
      changedAt: now,
    },
  };
}

/** Ties a new case to its person, so that there is no second one. */
export async function addCaseLink(
  store: Store,
  write: Write,
  { value: { reported, team, number } }: LoadedCase,
  now: Millis,
): Promise<void> {
  if (reported === null) return;
  const found = await store.get(caseLinks, [reported, team]);
  write.put(found, caseLinks, { reported, team, number, since: now });
}

/**
 * Puts events into a write, with the case as they leave it. Nothing is put in
 * where one of them may not happen. `strikes` are the points that earlier
 * decisions about the person still count; null where nothing that orders the
 * queue has changed.
 */
export function append(
  write: Write,
  loaded: LoadedCase,
  events: readonly CaseEvent[],
  { now, strikes }: { now: Millis; strikes: number | null },
): LoadedCase | TransitionRefusal {
  let { state } = loaded;
  for (const event of events) {
    const refusal = refusalOf(state, event, now);
    if (refusal) return refusal;
    state = apply(state, event);
  }
  const { stored } = loaded;
  const value = projected(loaded.value, state, { now, strikes });
  if (stored) write.replace(stored, value);
  else write.create(cases, value);
  // Their numbers are free: whoever adds one replaces the case, too.
  for (const [n, event] of events.entries()) {
    const seq = loaded.state.seq + n;
    write.add(caseEvents, { case: value.number, seq, at: now, event });
  }
  return { stored, value, state };
}

/** The case as lists need it. */
function projected(
  before: Case,
  state: CaseState,
  { now, strikes }: { now: Millis; strikes: number | null },
): Case {
  if (strikes === null) return { ...before, seq: state.seq, changedAt: now };
  const { open, second, appeals } = state;
  const priority = priorityOf(open, { strikes, hints: 0 });
  const reason = worstReason(open.map((one) => one.reason)) ?? before.reason;
  const severity = priority?.severity ?? before.severity;
  const rank = rankOf(state, priority?.rank ?? null, severity);
  const secondOpinion = state.secondOpinion !== null || second !== null;
  return {
    ...before,
    seq: state.seq,
    status: statusOf(state, now),
    severity,
    reason,
    openReports: open.length,
    openAppeals: appeals.length,
    score: priority?.score ?? before.score,
    // What waits for nobody is in no list by its time; whoever was asked for
    // their age has until then.
    dueAt: rank === null
      ? null
      : state.checkUntil ?? priority?.dueAt ?? second?.until ?? null,
    rank,
    snoozedUntil: rank === null ? null : state.snoozedUntil ?? state.checkUntil,
    secondOpinion,
    secondRank: secondOpinion ? rank : null,
    changedAt: now,
  };
}

/** Its place in the queue; null where it waits for nobody. */
function rankOf(
  { mergedInto, second }: CaseState,
  byReports: number | null,
  severity: Case["severity"],
): number | null {
  if (mergedInto !== null) return null;
  if (byReports !== null) return byReports;
  return second === null ? null : rankOfSecond(severity, second.until);
}

/**
 * As append, with the strikes of the person as they are now. For what may
 * happen to every case but a merged one: throws TypeError for that.
 */
export async function appendAlways(
  store: Store,
  write: Write,
  loaded: LoadedCase,
  events: readonly CaseEvent[],
  now: Millis,
): Promise<LoadedCase> {
  const strikes = strikesIn(await decisionsAbout(store, loaded.value.reported));
  const after = append(write, loaded, events, {
    now,
    strikes: strikePoints(strikes, now),
  });
  if (typeof after !== "string") return after;
  throw new TypeError(`Cannot change ${loaded.value.number}: ${after}`);
}
