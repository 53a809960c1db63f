import type { AccountId, Millis } from "../kernel/mod.ts";
import { type Presence, presencesOf } from "../matching/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import type { EvidenceLine } from "./filing_evidence.ts";
import {
  type Case,
  eventsOf,
  loadCase,
  type StoredEvent,
} from "./case_store.ts";
import type { CaseState } from "./case_state.ts";
import { type Claim, claimOn } from "./claims.ts";
import { suggestionFor } from "./decide.ts";
import type { SafetyDeps } from "./deps.ts";
import type { Suggestion } from "./ladder.ts";
import { factsOf, type PersonFacts, personName } from "./person_view.ts";
import { type Priority, priorityOf } from "./priority.ts";
import { caseNotes, evidence, reports } from "./records.ts";
import {
  type Decision,
  decisionsAbout,
  strikePoints,
  strikesIn,
} from "./strikes.ts";
import type { ReasonId } from "./vocabulary.ts";

/** More than one case collects; the newest are shown. */
const MAX_SHOWN = 100;

export interface ReportRow {
  id: string;
  at: Millis;
  reason: ReasonId;
  words: string | null;
  callSeconds: number;
  state: ValueOf<typeof reports>["state"];
  /** How many of the reporter's earlier reports were right, of how many. */
  record: { upheld: number; decided: number };
  clearlyAdult: boolean;
}

export interface EvidenceRow {
  id: string;
  kind: "still" | "text";
  at: Millis;
  report: string;
  /** The lines of a text; a still is opened by itself, and counted. */
  lines: EvidenceLine[] | null;
}

export interface CaseNote {
  id: string;
  at: Millis;
  staff: string;
  text: string;
  aboutPerson: boolean;
}

/** Everything that a moderator sees of a case. No id of a person is in it. */
export interface CaseView {
  value: Omit<Case, "reported">;
  /** Names the person among the staff, and nowhere else; null once erased. */
  person: string | null;
  /** Where the person is now; null once erased. */
  presence: Presence | null;
  facts: PersonFacts;
  state: CaseState;
  events: StoredEvent[];
  reports: ReportRow[];
  evidence: EvidenceRow[];
  earlier: Decision[];
  notes: CaseNote[];
  claim: Claim | null;
  suggestion: Suggestion | null;
  priority: Priority | null;
}

/** The case as a page shows it; null where there is none. */
export async function caseView(
  deps: SafetyDeps,
  number: string,
): Promise<CaseView | null> {
  const { store, clock } = deps;
  const loaded = await loadCase(store, number);
  if (!loaded) return null;
  const now = clock.now();
  const { reported, ...value } = loaded.value;
  const earlier = await decisionsAbout(store, reported);
  const strikes = strikePoints(strikesIn(earlier), now);
  return {
    value,
    person: reported && personName(reported),
    presence: reported && (await presencesOf(store, [reported]))[0],
    facts: await factsOf(store, reported),
    state: loaded.state,
    events: await eventsOf(store, number),
    reports: await reportRows(store, number),
    evidence: await evidenceRows(deps, number),
    earlier,
    notes: await notesOn(store, number, reported),
    claim: await claimOn(store, number, now),
    suggestion: await suggestionFor(deps, loaded),
    priority: priorityOf(loaded.state.open, { strikes, hints: 0 }),
  };
}

async function reportRows(
  store: Store,
  number: string,
): Promise<ReportRow[]> {
  const { items } = await store.list(reports, "byCase", {
    of: [number],
    limit: MAX_SHOWN,
    reverse: true,
  });
  const shown = items.map(({ value }) => value)
    .filter(({ state }) => state !== "withdrawn");
  return await Promise.all(shown.map(async (report) => ({
    id: report.id,
    at: report.at,
    reason: report.reason,
    words: report.words,
    callSeconds: report.callSeconds,
    state: report.state,
    clearlyAdult: report.clearlyAdult,
    record: await recordOf(store, report.reporter),
  })));
}

async function recordOf(
  store: Store,
  reporter: AccountId | null,
): Promise<ReportRow["record"]> {
  if (reporter === null) return { upheld: 0, decided: 0 };
  const { items } = await store.list(reports, "byReporter", {
    of: [reporter],
    limit: MAX_SHOWN,
    reverse: true,
  });
  const states = items.map(({ value }) => value.state);
  const upheld = states.filter((state) => state === "upheld").length;
  const dismissed = states.filter((state) => state === "dismissed").length;
  return { upheld, decided: upheld + dismissed };
}

async function evidenceRows(
  deps: SafetyDeps,
  number: string,
): Promise<EvidenceRow[]> {
  const { items } = await deps.store.list(evidence, "byCase", {
    of: [number],
    limit: MAX_SHOWN,
  });
  return await Promise.all(items.map(async ({ value }) => ({
    id: value.id,
    kind: value.kind,
    at: value.at,
    report: value.report,
    lines: value.kind === "text" ? await linesOf(deps, number, value.id) : null,
  })));
}

async function linesOf(
  deps: SafetyDeps,
  number: string,
  id: string,
): Promise<EvidenceLine[] | null> {
  const plain = await openEvidence(deps, number, id);
  return plain && JSON.parse(new TextDecoder().decode(plain));
}

/** Opens evidence of a case; null where it has ended or is of another case. */
export async function openEvidence(
  { store, evidenceKeys }: Pick<SafetyDeps, "store" | "evidenceKeys">,
  caseNumber: string,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await store.get(evidence, [id]);
  const key = await evidenceKeys.saltOf(caseNumber);
  if (!found?.value.sealed || !key || found.value.case !== caseNumber) {
    return null;
  }
  const place = { caseNumber, salt: key.value.salt, id };
  return await evidenceKeys.open(place, found.value.sealed);
}

async function notesOn(
  store: Store,
  number: string,
  reported: AccountId | null,
): Promise<CaseNote[]> {
  const onCase = await store.list(caseNotes, "byCase", {
    of: [number],
    limit: MAX_SHOWN,
  });
  const onPerson = reported === null ? [] : (await store.list(
    caseNotes,
    "byPerson",
    { of: [reported], limit: MAX_SHOWN },
  )).items;
  const all = new Map(
    [...onCase.items, ...onPerson.filter(({ value }) => value.aboutPerson)]
      .map(({ value }) => [value.id, value]),
  );
  return [...all.values()].sort((a, b) => a.at - b.at)
    .map(({ id, at, staff, text, aboutPerson }) => ({
      id,
      at,
      staff,
      text,
      aboutPerson,
    }));
}
