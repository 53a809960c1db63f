import {
  type AccountId,
  DAY,
  type Millis,
  newId,
  ok,
  refuse,
  type Result,
} from "../kernel/mod.ts";
import type { Audit } from "../audit/mod.ts";
import { addNotice } from "../notices/mod.ts";
import { addSanction, endSanctionsOf } from "../standing/mod.ts";
import type { Actor } from "../staff/mod.ts";
import {
  type Store,
  type Stored,
  StoreUnavailable,
  type ValueOf,
  type Write,
} from "../store/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import { appendAlways, loadCase } from "./case_store.ts";
import { heldClaim, isOwn, LEASE, ownsReport } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { addHold } from "./reviews.ts";
import { isMilder, LADDER } from "./ladder.ts";
import { hasPlaceholder } from "./placeholders.ts";
import { APPEAL_DAYS, appeals, claims, decisions, reports } from "./records.ts";
import { type Decision, stepIn, strikeOf } from "./strikes.ts";
import { setEvidenceEnd } from "./tell_reporters.ts";
import { mayReadCases } from "./teams.ts";
import { refusalOf } from "./transitions.ts";
import type { AppealOutcome, Appellant, Step } from "./vocabulary.ts";

export type Appeal = ValueOf<typeof appeals>;
type StoredAppeal = Stored<Appeal, readonly [string]>;

/** When an appeal is answered, as it is promised. */
export const APPEAL_TIME: Millis = 2 * DAY;
/** How long a question back stops the clock. */
export const QUESTION_TIME: Millis = 7 * DAY;

/** Until when a decision can be appealed (Article 20(1) DSA: six months). */
export function appealableUntil({ at }: Pick<Decision, "at">): Millis {
  return at + APPEAL_DAYS * DAY;
}

export interface NewAppeal {
  decision: string;
  by: Appellant;
  /** The report of a reporter who appeals. */
  report: string | null;
  appellant: AccountId | null;
  claim: Appeal["claim"];
  words: string | null;
}

export type AppealRefusal =
  | "unknown"
  /** The time is over. */
  | "late"
  /** It was appealed by this side before. */
  | "again"
  /** It is none any more: undone, lapsed or overturned. */
  | "void";

/**
 * Appeals a decision, once for each side. Whoever calls has shown that the
 * decision, or the report that it answers, is the appellant's.
 */
export async function fileAppeal(
  deps: SafetyDeps,
  asked: NewAppeal,
): Promise<Result<Appeal, AppealRefusal>> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(decisions, [asked.decision]);
    if (!found) return refuse<AppealRefusal>("unknown");
    const decision = found.value;
    const now = clock.now();
    if (decision.state !== "in_force") return refuse<AppealRefusal>("void");
    if (now > appealableUntil(decision)) return refuse<AppealRefusal>("late");
    const loaded = (await loadCase(store, decision.case))!;
    const appeal = openAppeal(asked, decision, loaded.value.team, now);
    const event: CaseEvent = {
      kind: "appealed",
      appeal: appeal.id,
      decision: decision.id,
      by: asked.by,
    };
    const refusal = refusalOf(loaded.state, event, now);
    if (refusal) {
      return refuse<AppealRefusal>(refusal === "appealed" ? "again" : "void");
    }
    await appendAlways(store, write, loaded, [event], now);
    write.create(appeals, appeal);
    audit({
      actor: { kind: "person" },
      action: "appeal.file",
      subject: asked.appellant,
      object: decision.case,
      details: { appeal: appeal.id, decision: decision.id, by: asked.by },
    });
    return ok(appeal);
  });
  if (!done.ok) {
    throw new StoreUnavailable("Cannot file an appeal: try again");
  }
  // No evidence ends before whoever answers the appeal has seen it.
  if (done.value.ok) await setEvidenceEnd(deps, done.value.value.case);
  return done.value;
}

function openAppeal(
  { decision, by, report, appellant, claim, words }: NewAppeal,
  { case: number }: Decision,
  team: Appeal["team"],
  now: Millis,
): Appeal {
  return {
    ...{ id: newId(), case: number, team, decision, by, report, appellant },
    ...{ claim, words, at: now, dueAt: now + APPEAL_TIME },
    openDueAt: now + APPEAL_TIME,
    state: "open",
    ...{ question: null, askedAt: null, reply: null },
    ...{ outcome: null, lessenedTo: null, staff: null },
    ...{ toPerson: null, toReporter: null, decidedAt: null },
    changedAt: now,
  };
}

/** Withdraws an appeal that nobody has answered. */
export async function withdrawAppeal(
  deps: SafetyDeps,
  id: string,
): Promise<Result<Appeal, "unknown">> {
  const done = await change(deps, id, "appeal.withdraw", (appeal, now) => ({
    event: { kind: "appeal_withdrawn", appeal: id },
    appeal: { ...appeal, state: "withdrawn", openDueAt: null, changedAt: now },
  }));
  if (done.ok) await setEvidenceEnd(deps, done.value.case);
  return done;
}

/** The answer to the one question back; the clock runs again. */
export function replyToQuestion(
  deps: SafetyDeps,
  id: string,
  reply: string,
): Promise<Result<Appeal, "unknown">> {
  return change(deps, id, "appeal.reply", (appeal, now) => {
    if (appeal.state !== "asked") return null;
    const stood = now - (appeal.askedAt ?? now);
    const dueAt = appeal.dueAt + stood;
    return {
      event: { kind: "appeal_replied", appeal: id },
      appeal: {
        ...appeal,
        state: "open",
        reply,
        dueAt,
        openDueAt: dueAt,
        changedAt: now,
      },
    };
  });
}

async function change(
  deps: SafetyDeps,
  id: string,
  action: "appeal.withdraw" | "appeal.reply",
  decide: (
    appeal: Appeal,
    now: Millis,
  ) => { event: CaseEvent; appeal: Appeal } | null,
): Promise<Result<Appeal, "unknown">> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(appeals, [id]);
    if (!found || found.value.decidedAt !== null) return null;
    if (found.value.state === "withdrawn") return null;
    const now = clock.now();
    const changed = decide(found.value, now);
    if (!changed) return null;
    const loaded = (await loadCase(store, found.value.case))!;
    await appendAlways(store, write, loaded, [changed.event], now);
    write.replace(found, changed.appeal);
    audit({
      actor: { kind: "person" },
      action,
      object: found.value.case,
      details: { appeal: id },
    });
    return changed.appeal;
  });
  return done.ok && done.value ? ok(done.value) : refuse("unknown");
}

export type AnswerRefusal =
  | "unknown"
  /** Whoever decided, or was the second, does not answer. */
  | "own_decision"
  | "own"
  | "lapsed"
  | "taken"
  | "words"
  | "placeholder"
  /** One question may be asked, and it was. */
  | "asked"
  /** An appeal never makes it longer. */
  | "longer";

/** Takes an appeal, as a case is taken. */
export async function claimAppeal(
  deps: SafetyDeps,
  actor: Actor<"appeal.answer">,
  id: string,
): Promise<Result<null, AnswerRefusal>> {
  const { store, clock } = deps;
  const may = await mayAnswer(deps, actor, id);
  if (!may.ok) return may;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const now = clock.now();
    const found = await store.get(claims, [id]);
    const isTaken = found && found.value.until > now &&
      found.value.staff !== actor.staffId;
    if (isTaken) return "taken" as const;
    const isNew = !found || found.value.until <= now;
    write.put(found, claims, {
      item: id,
      staff: actor.staffId,
      since: isNew ? now : found.value.since,
      until: now + LEASE,
    });
    if (isNew) {
      audit({
        actor: { kind: "staff", id: actor.staffId },
        action: "appeal.claim",
        object: may.value.case,
      });
    }
    return null;
  });
  return done.ok && done.value === null ? ok(null) : refuse("taken");
}

/** Asks the appellant one question; the clock stops for seven days at most. */
export async function askAppellant(
  deps: SafetyDeps,
  actor: Actor<"appeal.answer">,
  id: string,
  question: string,
): Promise<Result<Appeal, AnswerRefusal>> {
  if (question.trim() === "") return refuse("words");
  return await answer(deps, actor, id, "appeal.ask", (found, _, now) => {
    if (found.value.question !== null) return refuse("asked");
    return ok({
      event: { kind: "appeal_asked", appeal: id, staff: actor.staffId },
      appeal: {
        ...found.value,
        state: "asked",
        question,
        askedAt: now,
        openDueAt: now + QUESTION_TIME,
        changedAt: now,
      },
    });
  });
}

export interface AppealAnswer {
  outcome: AppealOutcome;
  lessenedTo: Step | null;
  toPerson: string;
  toReporter: string;
}

/** Answers an appeal. Every answer carries words to both sides. */
export async function answerAppeal(
  deps: SafetyDeps,
  actor: Actor<"appeal.answer">,
  id: string,
  given: AppealAnswer,
): Promise<Result<Appeal, AnswerRefusal>> {
  const { outcome, lessenedTo, toPerson, toReporter } = given;
  if (toPerson.trim() === "" || toReporter.trim() === "") {
    return refuse("words");
  }
  if (hasPlaceholder(toPerson + toReporter)) return refuse("placeholder");
  const answered = await answer(
    deps,
    actor,
    id,
    "appeal.decide",
    (found, decided, now) => {
      const lessens = outcome === "lessened";
      if (lessens && !mayLessen(decided.value, lessenedTo)) {
        return refuse("longer");
      }
      return ok({
        event: {
          kind: "appeal_decided",
          appeal: id,
          decision: decided.value.id,
          staff: actor.staffId,
          outcome,
          reopens: outcome === "overturned" ? decided.value.reports : [],
        },
        appeal: {
          ...found.value,
          state: "decided",
          ...{ outcome, toPerson, toReporter },
          lessenedTo: lessens ? lessenedTo : null,
          staff: actor.staffId,
          openDueAt: null,
          decidedAt: now,
          changedAt: now,
        },
      });
    },
  );
  if (answered.ok) await setEvidenceEnd(deps, answered.value.case);
  return answered;
}

/** The other side's appeal may have lessened or overturned it before. */
function mayLessen(
  { measures, lessenedTo, state }: Decision,
  to: Step | null,
): boolean {
  const step = stepIn(lessenedTo === null ? measures : [lessenedTo]);
  return state === "in_force" && step !== null && to !== null &&
    to !== "dismiss" && isMilder(to, step);
}

interface Answered {
  event: CaseEvent;
  appeal: Appeal;
}

async function answer(
  deps: SafetyDeps,
  actor: Actor<"appeal.answer">,
  id: string,
  action: "appeal.ask" | "appeal.decide",
  decide: (
    found: StoredAppeal,
    decided: Stored<Decision, readonly [string]>,
    now: Millis,
  ) => Result<Answered, AnswerRefusal>,
): Promise<Result<Appeal, AnswerRefusal>> {
  const { store, clock } = deps;
  const may = await mayAnswer(deps, actor, id);
  if (!may.ok) return may;
  const done = await deps.auditLog.transact(
    async (write, audit): Promise<Result<Appeal, AnswerRefusal>> => {
      const now = clock.now();
      const found = await store.get(appeals, [id]);
      if (!found || found.value.openDueAt === null) return refuse("unknown");
      const claim = await heldClaim(store, actor.staffId, id, now);
      if (!claim) return refuse("lapsed");
      const decided = (await store.get(decisions, [found.value.decision]))!;
      const answered = decide(found, decided, now);
      if (!answered.ok) return answered;
      const { event, appeal } = answered.value;
      const loaded = (await loadCase(store, appeal.case))!;
      await appendAlways(store, write, loaded, [event], now);
      write.remove(claim).replace(found, appeal);
      if (appeal.state === "decided") {
        await carryOut(deps, write, audit, appeal, decided, now);
      }
      tellAppellant(write, appeal, now);
      audit({
        actor: { kind: "staff", id: actor.staffId },
        action,
        subject: appeal.appellant,
        object: appeal.case,
        details: { appeal: id, outcome: appeal.outcome ?? "asked" },
      });
      return ok(appeal);
    },
    5,
  );
  return done.ok ? done.value : refuse("lapsed");
}

/** What an answer changes about the person; see the designs of the ladder. */
async function carryOut(
  { store }: SafetyDeps,
  write: Write,
  audit: Audit,
  { outcome, lessenedTo, team }: Appeal,
  decided: Stored<Decision, readonly [string]>,
  now: Millis,
): Promise<void> {
  const decision = decided.value;
  if (outcome === "upheld" || decision.state !== "in_force") return;
  await endSanctionsOf(store, write, decision.id, now);
  if (outcome === "overturned") {
    write.replace(decided, {
      ...decision,
      state: "overturned",
      provisionalUntil: null,
      untoldSince: now,
      changedAt: now,
    });
    // Its reports are open again, and they hold.
    if (team === "child_safety" && decision.reported !== null) {
      await addHold(store, write, audit, {
        ...{ accountId: decision.reported, caseNumber: decision.case, now },
      });
    }
    return;
  }
  const step = lessenedTo as Step;
  const { lasts } = LADDER[step];
  const until = lasts === null ? null : decision.at + lasts;
  write.replace(decided, {
    ...decision,
    lessenedTo: step,
    until,
    provisionalUntil: null,
    strike: strikeOf(step, decision.at),
    changedAt: now,
  });
  if (decision.reported === null || until === null || until <= now) return;
  addSanction(write, {
    accountId: decision.reported,
    kind: "suspension",
    from: decision.at,
    until,
    provisionalUntil: null,
    decision: decision.id,
  });
}

function tellAppellant(write: Write, appeal: Appeal, now: Millis): void {
  const { appellant, by, decision, report, outcome } = appeal;
  if (appellant === null) return;
  addNotice(write, {
    accountId: appellant,
    template: outcome === null ? "appealAsked" : "appealDecided",
    values: {
      outcome: outcome ?? "asked",
      to: by === "person"
        ? `/account/standing?decision=${decision}`
        : `/account/reports/${report}`,
    },
    now,
    mail: true,
  });
}

/** Whether somebody may answer an appeal at all. */
export async function mayAnswer(
  { store }: Pick<SafetyDeps, "store">,
  actor: Actor<"appeal.answer"> | Actor<"appeal.read">,
  id: string,
): Promise<Result<Appeal, "unknown" | "own_decision" | "own">> {
  const appeal = await store.get(appeals, [id]);
  if (!appeal || !mayReadCases(actor.staff, appeal.value.team)) {
    return refuse("unknown");
  }
  const decision = await store.get(decisions, [appeal.value.decision]);
  if (!decision) return refuse("unknown");
  const { staff, second, reported, reports: answered } = decision.value;
  if (staff === actor.staffId || second === actor.staffId) {
    return refuse("own_decision");
  }
  const own = isOwn(actor, reported) || isOwn(actor, appeal.value.appellant) ||
    await ownsReport(store, actor, answered);
  return own ? refuse("own") : ok(appeal.value);
}

/** Whether a report is this person's, and which decision answered it. */
export async function decisionOnReport(
  store: Store,
  reporter: AccountId,
  id: string,
): Promise<string | null> {
  const found = await store.get(reports, [id]);
  return found?.value.reporter === reporter ? found.value.decision : null;
}

/** The appeals of a decision, the newest first. */
export async function appealsOf(
  store: Store,
  decision: string,
): Promise<Appeal[]> {
  const { items } = await store.list(appeals, "byDecision", {
    of: [decision],
    limit: 20,
  });
  return items.map(({ value }) => value).sort((a, b) => b.at - a.at);
}
