import type { AccountId, Millis } from "../kernel/mod.ts";
import { findStanding, type SanctionKind } from "../standing/mod.ts";
import { awaitedFor } from "./age_requests.ts";
import { type Appeal, appealableUntil, appealsOf } from "./appeals.ts";
import type { SafetyDeps } from "./deps.ts";
import { referenceNumber } from "./numbers.ts";
import { decisions, evidence } from "./records.ts";
import { type Decision, decisionsAbout, isTold } from "./strikes.ts";
import type { Measure, RuleId } from "./vocabulary.ts";

/** An appeal as whoever made it sees it: no name of anybody. */
export type OwnAppealView =
  & Pick<
    Appeal,
    | "id"
    | "at"
    | "dueAt"
    | "state"
    | "words"
    | "question"
    | "reply"
    | "outcome"
    | "lessenedTo"
    | "decidedAt"
  >
  & { answer: string | null };

/** A decision as somebody may object to it. */
export interface Appealable {
  id: string;
  state: Decision["state"];
  appealableUntil: Millis;
  /** Whether an appeal can be filed now. */
  mayAppeal: boolean;
  /** The one that was filed by whoever reads this. */
  appeal: OwnAppealView | null;
}

/** The statement of reasons of a decision (Article 17 DSA). */
export interface StatementView extends Appealable {
  at: Millis;
  measures: readonly Measure[];
  /** When it ends by itself; null for never, or nothing to end. */
  until: Millis | null;
  provisionalUntil: Millis | null;
  rule: RuleId | null;
  facts: string | null;
  points: number;
  reports: number;
  /** What came with the reports. */
  evidence: { stills: number; texts: number };
  lessenedTo: Measure | null;
  /** Opens this page from any browser. */
  number: string;
}

export interface OwnStandingView {
  /** What keeps the person out of calls now; null for nothing. */
  out: { kind: SanctionKind; from: Millis; until: Millis | null } | null;
  mayReport: boolean;
  /** Until when they may show their age; null where nobody asked. */
  checkUntil: Millis | null;
  /** The decision that is shown, and the others, the newest first. */
  statement: StatementView | null;
  others: readonly { id: string; at: Millis; measures: readonly Measure[] }[];
}

/** Where a person stands, and why. `wanted` is the decision to be shown. */
export async function ownStandingView(
  deps: SafetyDeps,
  accountId: AccountId,
  wanted: string | null,
): Promise<OwnStandingView> {
  const { store, clock } = deps;
  const now = clock.now();
  const { out, mayReport } = await findStanding(store, accountId, now);
  const told = (await decisionsAbout(store, accountId)).filter(isTold);
  const shown = told.find(({ id }) => id === (wanted ?? out?.decision)) ??
    told.at(0);
  return {
    out: out && { kind: out.kind, from: out.from, until: out.until },
    mayReport,
    checkUntil: (await awaitedFor(store, accountId))?.value.until ?? null,
    statement: shown ? await statementOf(deps, shown) : null,
    others: told.filter((one) => one !== shown)
      .map(({ id, at, measures }) => ({ id, at, measures })),
  };
}

/** The statement of reasons of one decision about its person. */
export async function statementOf(
  { store, clock, evidenceKeys }: SafetyDeps,
  decision: Decision,
): Promise<StatementView> {
  const { id, at, measures, until, rule, facts, points, state } = decision;
  const all = await appealsOf(store, id);
  const appeal = all.find((one) =>
    one.by === "person" && one.state !== "withdrawn"
  );
  const last = appealableUntil(decision);
  return {
    ...{ id, at, measures, until, rule, facts, points, state },
    provisionalUntil: decision.provisionalUntil,
    reports: decision.reports.length,
    evidence: await evidenceFor(store, decision),
    lessenedTo: decision.lessenedTo,
    number: await referenceNumber(evidenceKeys, "decision", id),
    appealableUntil: last,
    mayAppeal: !appeal && state === "in_force" && clock.now() <= last,
    appeal: appeal ? viewOf(appeal, appeal.toPerson) : null,
  };
}

async function evidenceFor(
  store: SafetyDeps["store"],
  decision: Decision,
): Promise<StatementView["evidence"]> {
  const { items } = await store.list(evidence, "byCase", {
    of: [decision.case],
    limit: 100,
  });
  const kinds = items.map(({ value }) => value)
    .filter(({ report }) => decision.reports.includes(report))
    .map(({ kind }) => kind);
  return {
    stills: kinds.filter((kind) => kind === "still").length,
    texts: kinds.filter((kind) => kind === "text").length,
  };
}

/** An appeal, with the answer that is meant for this side. */
export function viewOf(appeal: Appeal, answer: string | null): OwnAppealView {
  const { id, at, dueAt, state, words, question, reply } = appeal;
  const { outcome, lessenedTo, decidedAt } = appeal;
  return {
    ...{ id, at, dueAt, state, words, question, reply },
    ...{ outcome, lessenedTo, decidedAt, answer },
  };
}

/** The decision of this person, to appeal it; null for anybody else's. */
export async function ownDecision(
  { store }: Pick<SafetyDeps, "store">,
  accountId: AccountId,
  id: string,
): Promise<Decision | null> {
  const found = await store.get(decisions, [id]);
  return found?.value.reported === accountId ? found.value : null;
}
