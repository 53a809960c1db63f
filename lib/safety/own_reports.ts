import {
  type AccountId,
  type Millis,
  ok,
  refuse,
  type Result,
  SECOND,
} from "../kernel/mod.ts";
import { findStanding, unblock } from "../standing/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import { fits } from "../text/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import { appendAlways, loadCase } from "./case_store.ts";
import type { SafetyDeps } from "./deps.ts";
import { MAX_REPORT_WORDS } from "./forms.ts";
import { REASONS } from "./reasons.ts";
import { evidence, reports } from "./records.ts";
import type { ReasonId } from "./vocabulary.ts";

export type Report = ValueOf<typeof reports>;

/** How long a mistaken tap can be taken back. */
export const TAKE_BACK: Millis = 10 * SECOND;
/** A page and a network are slower than ten seconds on the dot. */
const GRACE: Millis = 2 * SECOND;

/** So many earlier reports say whether a reporter was right. */
const RECORD = 50;

/**
 * Whether a person may report for this reason. A bar is no reason to leave
 * somebody in danger, or a child with an adult: those are taken from everybody.
 */
export async function mayReport(
  store: Store,
  reporter: AccountId,
  reason: ReasonId,
  now: Millis,
): Promise<boolean> {
  return REASONS[reason].final ||
    (await findStanding(store, reporter, now)).mayReport;
}

/** A note to a report, in words; the report keeps its reason. */
export async function addNote(
  deps: SafetyDeps,
  reporter: AccountId,
  id: string,
  words: string,
): Promise<Result<null, "unknown" | "withdrawn" | "long" | "barred">> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(reports, [id]);
    if (found?.value.reporter !== reporter) return "unknown" as const;
    if (found.value.state === "withdrawn") return "withdrawn" as const;
    const all = joinWords(found.value.words, words);
    if (all === undefined) return "long" as const;
    const now = clock.now();
    const { reason, reported, case: number } = found.value;
    // A note opens a report again, as another report would.
    if (!await mayReport(store, reporter, reason, now)) {
      return "barred" as const;
    }
    const loaded = (await loadCase(store, number))!;
    const event: CaseEvent = { kind: "report_added", report: id, reason };
    await appendAlways(store, write, loaded, [event], now);
    write.replace(found, {
      ...found.value,
      words: all,
      state: "open",
      decision: null,
      changedAt: now,
    });
    audit({
      actor: { kind: "person" },
      action: "report.add",
      subject: reported,
      object: number,
      details: { reason, report: id },
    });
    return null;
  });
  if (!done.ok) return refuse("unknown");
  return done.value === null ? ok(null) : refuse(done.value);
}

/**
 * Takes a mistaken tap back, within ten seconds. What came with it goes first,
 * so that a crash leaves nothing of it behind; the block goes last.
 */
export async function withdrawReport(
  deps: SafetyDeps,
  reporter: AccountId,
  id: string,
): Promise<Result<null, "unknown" | "late" | "final">> {
  const { store, clock } = deps;
  const now = clock.now();
  const known = await store.get(reports, [id]);
  const refused = withdrawalRefusal(known?.value ?? null, reporter, now);
  if (refused !== null) return refuse(refused);
  await removeEvidence(deps, id);
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(reports, [id]);
    const refusal = withdrawalRefusal(found?.value ?? null, reporter, now);
    if (!found || refusal !== null) return refusal ?? "unknown";
    const { reported, case: number } = found.value;
    const loaded = (await loadCase(store, number))!;
    const event: CaseEvent = { kind: "report_withdrawn", report: id };
    await appendAlways(store, write, loaded, [event], now);
    write.replace(found, {
      ...found.value,
      words: null,
      state: "withdrawn",
      changedAt: now,
    });
    audit({
      actor: { kind: "person" },
      action: "report.withdraw",
      subject: reported,
      object: number,
      details: { report: id },
    });
    return { reported };
  });
  if (!done.ok) return refuse("unknown");
  if (typeof done.value === "string") return refuse(done.value);
  const { reported } = done.value;
  if (reported !== null) await unblock(store, [reporter, reported], "report");
  return ok(null);
}

function withdrawalRefusal(
  report: Report | null,
  reporter: AccountId,
  now: Millis,
): "unknown" | "late" | "final" | null {
  if (report?.reporter !== reporter || report.state !== "open") {
    return "unknown";
  }
  if (REASONS[report.reason].final) return "final";
  return now - report.at > TAKE_BACK + GRACE ? "late" : null;
}

/** Nobody looks at what came with a report that is none. */
async function removeEvidence(
  { store, auditLog }: SafetyDeps,
  report: string,
): Promise<void> {
  for await (const { value } of store.eachIn(evidence, "byReport", [report])) {
    await auditLog.transactOrThrow("remove evidence", async (write, audit) => {
      const found = await store.get(evidence, [value.id]);
      if (!found) return;
      write.remove(found);
      audit({
        actor: { kind: "person" },
        action: "evidence.end",
        object: value.case,
        details: { evidence: value.id },
      });
    });
  }
}

/** A person's reports, the newest first. */
export async function reportsBy(
  store: Store,
  reporter: AccountId,
): Promise<Report[]> {
  const { items } = await store.list(reports, "byReporter", {
    of: [reporter],
    limit: RECORD,
    reverse: true,
  });
  return items.map(({ value }) => value);
}

/** A report of one's own; null for anybody else's. */
export async function findOwnReport(
  store: Store,
  reporter: AccountId,
  id: string,
): Promise<Report | null> {
  const found = await store.get(reports, [id]);
  return found?.value.reporter === reporter ? found.value : null;
}

/** How many of a person's earlier reports were right. */
export async function upheldBy(
  store: Store,
  reporter: AccountId,
): Promise<number> {
  const earlier = await reportsBy(store, reporter);
  return earlier.filter(({ state }) => state === "upheld").length;
}

/** What was said before and what comes now; undefined where it is too much. */
export function joinWords(
  before: string | null,
  words: string | null,
): string | null | undefined {
  const all = [before, words].filter(Boolean).join("\n\n");
  if (!fits(all, MAX_REPORT_WORDS)) return undefined;
  return all || null;
}
