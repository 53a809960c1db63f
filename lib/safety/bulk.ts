import { newId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Actor } from "../staff/mod.ts";
import type { Store } from "../store/mod.ts";
import { loadCase, type LoadedCase } from "./case_store.ts";
import { claimCase, isOwn, ownsReport, releaseCase } from "./claims.ts";
import { decideCase, UNDO, undoDecision } from "./decide.ts";
import type { SafetyDeps } from "./deps.ts";
import { claims, decisions } from "./records.ts";
import { faultInRuling, type RulingFault } from "./ruling.ts";
import type { Decision } from "./strikes.ts";
import { tellReporters } from "./tell_reporters.ts";
import {
  BULK_MEASURES,
  type BulkMeasure,
  MAX_BULK,
  type ReasonId,
  type RuleId,
} from "./vocabulary.ts";

/** Why a case is left out. */
export type BulkRefusal =
  | "unknown"
  | "own"
  /** Somebody else has it. */
  | "taken"
  | "nothing_open"
  /** Reports came or went since the preview. */
  | "stale"
  /** An appeal waits, which deserves a look of its own. */
  | "appealed";

/** A case as it would be decided with others. */
export interface BulkRow {
  number: string;
  /** Null where there is no such case for this person. */
  shown: { reason: ReasonId; openReports: number; seq: number } | null;
  refusal: BulkRefusal | null;
}

/**
 * What would happen to each of these cases; nothing is written. Numbers are
 * taken once, and fifty of them at most.
 */
export async function previewBulk(
  deps: SafetyDeps,
  actor: Actor<"case.bulk">,
  numbers: readonly string[],
): Promise<BulkRow[]> {
  const rows: BulkRow[] = [];
  for (const number of distinct(numbers)) {
    const loaded = await loadCase(deps.store, number);
    // Those of child safety are none for anybody else, nor in here.
    if (loaded?.value.team !== "general") {
      rows.push({ number, shown: null, refusal: "unknown" });
      continue;
    }
    const { reason, openReports, seq } = loaded.value;
    rows.push({
      number,
      shown: { reason, openReports, seq },
      refusal: await refusalIn(deps, actor, loaded),
    });
  }
  return rows;
}

function distinct(numbers: readonly string[]): string[] {
  return [...new Set(numbers)].slice(0, MAX_BULK);
}

async function refusalIn(
  { store, clock }: SafetyDeps,
  actor: Actor<"case.bulk">,
  { state, value }: LoadedCase,
): Promise<BulkRefusal | null> {
  const open = state.open.map(({ report }) => report);
  if (isOwn(actor, value.reported) || await ownsReport(store, actor, open)) {
    return "own";
  }
  if (open.length === 0 || state.mergedInto !== null) return "nothing_open";
  if (state.appeals.length > 0) return "appealed";
  const claim = await store.get(claims, [value.number]);
  const isTaken = claim !== null && claim.value.until > clock.now() &&
    claim.value.staff !== actor.staffId;
  return isTaken ? "taken" : null;
}

export interface BulkRuling {
  /** The cases with the events that the preview had seen of each. */
  cases: readonly { number: string; seq: number }[];
  measure: BulkMeasure;
  rule: RuleId | null;
  facts: string;
  reason: string | null;
}

export interface BulkActors {
  bulk: Actor<"case.bulk">;
  claim: Actor<"case.claim">;
  decide: Actor<"case.decide">;
}

export interface BulkDone {
  /** Names the decisions of it together. */
  id: string;
  decided: string[];
  left: { number: string; refusal: BulkRefusal }[];
}

/**
 * Decides cases alike, each in a write of its own, under one entry of the log
 * that comes first: after a crash in between, it says that something was begun,
 * and the decisions name it. Throws StoreUnavailable.
 */
export async function decideInBulk(
  deps: SafetyDeps,
  actors: BulkActors,
  ruling: BulkRuling,
): Promise<Result<BulkDone, RulingFault | "many">> {
  const { measure, rule, facts, reason } = ruling;
  if (!BULK_MEASURES.includes(measure)) return refuse("measures");
  if (ruling.cases.length > MAX_BULK) return refuse("many");
  const common = { measures: [measure], rule, facts };
  const fault = faultInRuling(common);
  if (fault) return refuse(fault);
  const id = newId();
  const seqs = new Map(ruling.cases.map(({ number, seq }) => [number, seq]));
  await deps.auditLog.transactOrThrow("decide in bulk", (_, audit) => {
    audit({
      actor: { kind: "staff", id: actors.bulk.staffId },
      action: "bulk.decide",
      object: id,
      details: { measure, rule: rule ?? "none", cases: seqs.size },
      note: reason ?? undefined,
    });
  });
  const done: BulkDone = { id, decided: [], left: [] };
  for (const row of await previewBulk(deps, actors.bulk, [...seqs.keys()])) {
    const { number } = row;
    const seq = seqs.get(number)!;
    const whole = { ...common, number, reason, bulk: id };
    const refusal = row.refusal ??
      await decideOne(deps, actors, whole, seq);
    if (refusal === null) done.decided.push(number);
    else done.left.push({ number, refusal });
  }
  return ok(done);
}

async function decideOne(
  deps: SafetyDeps,
  { claim, decide }: BulkActors,
  ruling: Omit<Parameters<typeof decideCase>[2], "reports">,
  seq: number,
): Promise<BulkRefusal | null> {
  const { number } = ruling;
  const before = await loadCase(deps.store, number);
  if (before?.value.seq !== seq) return "stale";
  const had = await deps.store.get(claims, [number]);
  const isMine = had?.value.staff === claim.staffId &&
    had.value.until > deps.clock.now();
  const claimed = await claimCase(deps, claim, number);
  if (!claimed.ok) return claimed.refusal.reason;
  const reports = before.state.open.map(({ report }) => report);
  const decided = await decideCase(deps, decide, { ...ruling, reports });
  if (decided.ok) {
    await tellReporters(deps, decided.value.id);
    return null;
  }
  if (!isMine) await releaseCase(deps, claim, number);
  return "stale";
}

/** The decisions that were made at once, the first first. */
export async function decisionsInBulk(
  store: Store,
  id: string,
): Promise<Decision[]> {
  const { items } = await store.list(decisions, "byBulk", {
    of: [id],
    limit: MAX_BULK,
  });
  return items.map(({ value }) => value).sort((a, b) => a.at - b.at);
}

/** Until when somebody may take back what they decided at once; null for not. */
export function undoableUntil(
  made: readonly Decision[],
  staffId: string,
  now: number,
): number | null {
  const open = made.filter(({ staff, state, at }) =>
    staff === staffId && state === "in_force" && now - at <= UNDO
  );
  return open.length === 0
    ? null
    : Math.min(...open.map(({ at }) => at)) + UNDO;
}

/**
 * Takes back what somebody decided at once, within ten minutes of each; answers
 * how many were, and how many could not be any more.
 */
export async function undoBulk(
  deps: SafetyDeps,
  actor: Actor<"case.decide">,
  id: string,
): Promise<{ undone: number; left: number }> {
  const made = await decisionsInBulk(deps.store, id);
  if (undoableUntil(made, actor.staffId, deps.clock.now()) === null) {
    return { undone: 0, left: made.length };
  }
  await deps.auditLog.transactOrThrow("undo in bulk", (_, audit) => {
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action: "bulk.undo",
      object: id,
      details: { cases: made.length },
    });
  });
  let undone = 0;
  for (const decision of made) {
    const done = await undoDecision(deps, actor, decision.id);
    if (!done.ok) continue;
    await tellReporters(deps, decision.id);
    undone++;
  }
  return { undone, left: made.length - undone };
}
