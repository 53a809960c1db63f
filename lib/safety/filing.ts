import type { Audit } from "../audit/mod.ts";
import { calls, otherThan, type StoredCall } from "../calls/mod.ts";
import {
  type AccountId,
  type Millis,
  ok,
  refuse,
  type Result,
  SECOND,
  sha256,
} from "../kernel/mod.ts";
import { touchQueueEntry } from "../matching/mod.ts";
import { addBlock, findStanding, siblingsOf } from "../standing/mod.ts";
import {
  type Store,
  type Stored,
  StoreUnavailable,
  subjectHashOf,
  type Write,
} from "../store/mod.ts";
import { raiseAlert } from "./alerts.ts";
import type { CaseEvent } from "./case_events.ts";
import {
  addCaseLink,
  appendAlways,
  caseAbout,
  loadCase,
  type LoadedCase,
} from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import {
  addEvidence,
  type EvidenceItem,
  gatherEvidence,
} from "./filing_evidence.ts";
import { addHold } from "./reviews.ts";
import { referenceNumber } from "./numbers.ts";
import { joinWords, mayReport, type Report, upheldBy } from "./own_reports.ts";
import { mayHaveStill, REASONS } from "./reasons.ts";
import { referenceNumbers, reports } from "./records.ts";
import type { ReasonId, Team } from "./vocabulary.ts";

type StoredReport = Stored<Report, readonly [string]>;

export interface Filing {
  call: string;
  reason: ReasonId;
  words: string | null;
  /** Whether whoever a still shows is clearly an adult, as the reporter says. */
  clearlyAdult: boolean;
  /** A JPEG of ours, made of what the reporter's browser sent. */
  still: Uint8Array | null;
  /** Whether the text of the call comes along. */
  withText: boolean;
}

export interface Filed {
  report: string;
  case: string;
  /** Opens the report from any browser. */
  number: string;
  /** True where it was added to an earlier report of the same call. */
  added: boolean;
  /** Null once they are erased. */
  reported: AccountId | null;
}

export type FilingRefusal =
  /** No such call of this person, or its record has ended. */
  | "unknown"
  /** No still may come with this reason. */
  | "still"
  /** The reporter may not report for a time, and nobody is in danger. */
  | "barred"
  /** The reporter is being erased. */
  | "erased";

/**
 * The id of a person's report of a call: there is one, and one more where it
 * turned out to be about a child.
 */
export function reportIdOf(
  call: string,
  reporter: AccountId,
  team: Team = "general",
): string {
  const whose = `${call} ${reporter}`;
  return sha256(team === "general" ? whose : `${whose} ${team}`).slice(0, 26);
}

/**
 * Files a report, or adds to the one there is: report, case event, block, hold
 * and alert in one atomic. Whom it is about is known from the call. Whoever is
 * barred from reporting gets the block and a refusal; what cannot wait is taken
 * from them too, and weighs nothing for who sent it. Throws StoreUnavailable.
 */
export async function fileReport(
  deps: SafetyDeps,
  reporter: AccountId,
  filing: Filing,
): Promise<Result<Filed, FilingRefusal>> {
  const { store, clock } = deps;
  const call = await store.get(calls, [filing.call]);
  if (!call || !isIn(call, reporter)) return refuse("unknown");
  if (filing.still) {
    // Whom they said to be a child is one to them, whatever they add.
    const may = mayHaveStill(filing.reason, filing) &&
      !await saidUnder18(store, filing.call, reporter);
    if (!may) return refuse("still");
  }
  const reported = otherThan(call.value, reporter);
  if (reported !== null) await keepApart(deps, reporter, reported);
  const now = clock.now();
  if (!await mayReport(store, reporter, filing.reason, now)) {
    return refuse("barred");
  }
  const id = reportIdOf(filing.call, reporter);
  const items = await gatherEvidence(deps, call, reporter, filing);
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(reports, [id]);
    const input = { deps, write, audit, call, reporter, filing, now, items };
    return found && found.value.state !== "withdrawn"
      ? await addTo(input, found)
      : await open(input, id, found);
  });
  if (!done.ok && done.reason === "erased") return refuse("erased");
  if (!done.ok) {
    throw new StoreUnavailable("Cannot file a report: others keep changing it");
  }
  const { report, caseNumber, added } = done.value;
  const number = await referenceNumber(deps.evidenceKeys, "report", report);
  return ok({ report, case: caseNumber, number, added, reported });
}

async function saidUnder18(
  store: Store,
  call: string,
  reporter: AccountId,
): Promise<boolean> {
  const ids = (["general", "child_safety"] as const)
    .map((team) => reportIdOf(call, reporter, team));
  const found = await store.getMany(reports, ids.map((id) => [id] as const));
  return found.some((one) =>
    one !== null && REASONS[one.value.reason].team === "child_safety"
  );
}

/**
 * Before all else, and in a write of its own: the report's has no check left
 * that nobody makes a pair of the two meanwhile. The report makes it last.
 */
async function keepApart(
  { store, clock }: SafetyDeps,
  blocker: AccountId,
  blocked: AccountId,
): Promise<void> {
  await store.transactOrThrow("keep two people apart", async (write) => {
    const block = { blocker, blocked, byReport: false, now: clock.now() };
    await addBlock(store, write, block);
    await touchQueueEntry(store, write, blocker);
  });
}

interface FilingInput {
  deps: SafetyDeps;
  write: Write;
  audit: Audit;
  call: StoredCall;
  reporter: AccountId;
  filing: Filing;
  now: Millis;
  items: readonly EvidenceItem[];
}

interface Opened {
  report: string;
  caseNumber: string;
  added: boolean;
}

async function open(
  input: FilingInput,
  id: string,
  withdrawn: StoredReport | null,
): Promise<Opened> {
  const { deps, write, audit, call, reporter, filing, now, items } = input;
  const { store } = deps;
  const { reason, words, clearlyAdult } = filing;
  const { team, holds, alerts } = REASONS[reason];
  const reported = otherThan(call.value, reporter);
  const loaded = await caseAbout(store, reported, team, reason, now);
  const reporterMark = await markFor(store, reporter, loaded);
  const event: CaseEvent = {
    kind: "reported",
    report: id,
    reason,
    reporter: reporterMark,
    at: now,
    upheld: await upheldBy(store, reporter),
    barred: !(await findStanding(store, reporter, now)).mayReport,
  };
  const after = await appendAlways(store, write, loaded, [event], now);
  const { number: caseNumber } = after.value;
  if (loaded.stored === null) await addCaseLink(store, write, after, now);
  write.put(withdrawn, reports, {
    id,
    case: caseNumber,
    call: filing.call,
    reporter,
    reported,
    reporterMark,
    reason,
    words,
    callSeconds: secondsOf(call, now),
    at: now,
    clearlyAdult,
    state: "open",
    decision: null,
    changedAt: now,
  });
  if (reported !== null) {
    const pair = { blocker: reporter, blocked: reported };
    await addBlock(store, write, { ...pair, byReport: true, now });
    if (holds) {
      await addHold(store, write, audit, {
        ...{ accountId: reported, caseNumber, now },
      });
    }
  }
  if (!withdrawn) {
    const number = await referenceNumber(deps.evidenceKeys, "report", id);
    write.add(referenceNumbers, {
      digest: sha256(number),
      holder: reporter,
      kind: "report",
      of: id,
      at: now,
    });
  }
  if (alerts) {
    const about = { ...after.value, reason };
    raiseAlert(write, audit, { about, cause: "reported", by: null, now });
  }
  await addEvidence(deps, write, audit, {
    ...{ call, reporter, items, now, caseNumber },
    report: id,
  });
  audit({
    actor: { kind: "person" },
    action: "report.file",
    subject: reported,
    object: caseNumber,
    details: { reason, report: id },
  });
  return { report: id, caseNumber, added: false };
}

/** A second report of one call is more to the first. */
async function addTo(
  input: FilingInput,
  found: StoredReport,
): Promise<Opened> {
  const { deps, write, audit, call, reporter, filing, now, items } = input;
  const { store } = deps;
  const report = found.value;
  const reason = graver(report.reason, filing.reason);
  // What is too much is left out rather than the report refused: it is a tap.
  const words = joinWords(report.words, filing.words) ?? report.words;
  // A graver reason that another team works on makes a case of its own there.
  const { team, holds, alerts } = REASONS[filing.reason];
  const loaded = (await loadCase(store, report.case))!;
  if (loaded.value.team !== team && team === "child_safety") {
    const id = reportIdOf(filing.call, reporter, team);
    const moved = await store.get(reports, [id]);
    if (moved) return await addTo(input, moved);
    return { ...await open(input, id, null), added: true };
  }
  const event: CaseEvent = { kind: "report_added", report: report.id, reason };
  await appendAlways(store, write, loaded, [event], now);
  write.replace(found, {
    ...report,
    reason,
    words,
    clearlyAdult: report.clearlyAdult || filing.clearlyAdult,
    state: "open",
    decision: null,
    changedAt: now,
  });
  if (holds && report.reported !== null) {
    await addHold(store, write, audit, {
      ...{ accountId: report.reported, caseNumber: report.case, now },
    });
  }
  if (alerts && report.reason !== filing.reason) {
    const about = { ...loaded.value, reason: filing.reason };
    raiseAlert(write, audit, { about, cause: "reported", by: null, now });
  }
  await addEvidence(deps, write, audit, {
    ...{ call, reporter, items, now },
    caseNumber: report.case,
    report: report.id,
  });
  audit({
    actor: { kind: "person" },
    action: "report.add",
    subject: report.reported,
    object: report.case,
    details: { reason, report: report.id },
  });
  return { report: report.id, caseNumber: report.case, added: true };
}

/**
 * What a report is about once more is added: it never weighs less, or pressing
 * a lesser reason would put off what cannot wait and let it be taken back.
 */
function graver(before: ReasonId, added: ReasonId): ReasonId {
  if (REASONS[before].team === "child_safety") return before;
  const isLess = REASONS[before].final && !REASONS[added].final ||
    REASONS[before].deadline < REASONS[added].deadline;
  return isLess ? before : added;
}

/**
 * What a reporter counts as in a case. Accounts of one browser are one: a later
 * one takes the mark of whichever reported first.
 */
async function markFor(
  store: Store,
  reporter: AccountId,
  { state }: LoadedCase,
): Promise<string> {
  const known = new Set(state.open.map((report) => report.reporter));
  const siblings = await siblingsOf(store, reporter);
  const earlier = siblings.map(shortened).find((one) => known.has(one));
  return earlier ?? shortened(subjectHashOf(reporter));
}

function shortened(hash: string): string {
  return hash.slice(0, 26);
}

function isIn({ value: { a, b } }: StoredCall, accountId: AccountId): boolean {
  return a === accountId || b === accountId;
}

function secondsOf({ value }: StoredCall, now: Millis): number {
  const { startedAt, endedAt } = value;
  return Math.max(0, Math.round(((endedAt ?? now) - startedAt) / SECOND));
}
