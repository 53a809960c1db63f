import {
  type AccountId,
  DAY,
  type Millis,
  MINUTE,
  newId,
  ok,
  refuse,
  type Result,
  sha256,
} from "../kernel/mod.ts";
import type { Audit } from "../audit/mod.ts";
import { addNotice } from "../notices/mod.ts";
import {
  addBan,
  addSanction,
  endReviews,
  endSanctionsOf,
} from "../standing/mod.ts";
import type { Actor } from "../staff/mod.ts";
import { StoreUnavailable, type Write } from "../store/mod.ts";
import type { CaseEvent } from "./case_events.ts";
import {
  append,
  appendAlways,
  loadCase,
  type LoadedCase,
} from "./case_store.ts";
import { tellHoldEnded } from "./age_outcomes.ts";
import { heldClaim, isOwn } from "./claims.ts";
import type { SafetyDeps } from "./deps.ts";
import { LADDER, suggest, type Suggestion } from "./ladder.ts";
import { referenceNumber } from "./numbers.ts";
import { REASONS } from "./reasons.ts";
import { decisions, referenceNumbers, reports } from "./records.ts";
import { takeAway } from "./removals.ts";
import type { Abuse } from "./reporting_bars.ts";
import {
  type Decision,
  decisionsAbout,
  isTold,
  stepIn,
  strikeOf,
  strikePoints,
  strikesIn,
} from "./strikes.ts";
import { faultInRuling, type Ruling, type RulingRefusal } from "./ruling.ts";
import type { Measure, RuleId, Step, Team } from "./vocabulary.ts";

/** How long a ban holds without a second person. */
export const PROVISIONAL: Millis = DAY;
/** How long whoever decided may take it back. */
export const UNDO: Millis = 10 * MINUTE;

type DecidingActor = Actor<"case.decide"> | Actor<"age.decide">;

/**
 * What the ladder suggests for a case now. The rule is that of the worst open
 * reason unless another is given; null where none of them breaks one.
 */
export async function suggestionFor(
  { store, clock }: Pick<SafetyDeps, "store" | "clock">,
  { state, value }: LoadedCase,
  rule?: RuleId,
): Promise<Suggestion | null> {
  const broken = rule ?? REASONS[value.reason].rule;
  if (broken === null) return null;
  const counting = state.open.filter(({ barred }) => !barred);
  return suggest({
    rule: broken,
    reporters: new Set(counting.map(({ reporter }) => reporter)).size,
    strikes: strikesIn(await decisionsAbout(store, value.reported)),
    now: clock.now(),
  });
}

/**
 * Decides about all open reports of a case: sanction, strike, event, notice to
 * the person and audit entry in one atomic. Reporters are told right after,
 * see tell_reporters.ts. Answers the decision. Throws StoreUnavailable.
 */
export async function decideCase(
  deps: SafetyDeps,
  actor: Actor<"case.decide">,
  ruling: Ruling,
  ban: Actor<"case.ban"> | null = null,
): Promise<Result<Decision, RulingRefusal>> {
  const fault = faultInRuling(ruling);
  if (fault) return refuse(fault);
  const isBan = ruling.measures.includes("ban");
  if (isBan && ban?.staffId !== actor.staffId) return refuse("ban");
  return await carryOut(deps, actor, ruling, {
    ...{ team: "general", action: "case.decide", impose },
  });
}

export type AgeRuling =
  & Pick<Ruling, "number" | "reports" | "facts">
  & { isUnder18: boolean };

/**
 * Decides about the open reports of a case of child safety, in one atomic: the
 * hold ends, or the person may not come back by the same browser, passkey or
 * address. The account itself is erased by the caller. Throws StoreUnavailable.
 */
export async function decideAge(
  deps: SafetyDeps,
  actor: Actor<"age.decide">,
  { isUnder18, ...ruling }: AgeRuling,
): Promise<Result<Decision, RulingRefusal>> {
  if (ruling.facts.trim() === "") return refuse("facts");
  const whole: Ruling = {
    ...ruling,
    measures: [isUnder18 ? "under_18" : "dismiss"],
    rule: isUnder18 ? "adults" : null,
    ...{ reason: null, bulk: null },
  };
  return await carryOut(deps, actor, whole, {
    ...{
      team: "child_safety",
      action: isUnder18 ? "age.confirm" : "age.dismiss",
      impose: endHold,
    },
  });
}

type StoredClaim = NonNullable<Awaited<ReturnType<typeof heldClaim>>>;

interface Way {
  team: Team;
  action: "case.decide" | "age.confirm" | "age.dismiss";
  impose: typeof impose;
}

async function carryOut(
  deps: SafetyDeps,
  actor: DecidingActor,
  ruling: Ruling,
  way: Way,
): Promise<Result<Decision, RulingRefusal>> {
  const id = newId();
  const number = await referenceNumber(deps.evidenceKeys, "decision", id);
  const done = await deps.auditLog.transact(async (write, audit) => {
    const checked = await check(deps, actor, ruling, way.team);
    if (!checked.ok) return checked;
    const { loaded, claim } = checked.value;
    const decision = await decisionFrom(deps, loaded, actor, ruling, id);
    const after = append(write, loaded, [eventOf(decision)], {
      now: decision.at,
      strikes: strikePoints(
        strikesIn(await decisionsAbout(deps.store, decision.reported)),
        decision.at,
      ),
    });
    if (typeof after === "string") {
      return refuse(
        after === "merged" || after === "nothing_open"
          ? after
          : "stale" as const,
      );
    }
    write.remove(claim).add(decisions, decision);
    const { reported } = decision;
    if (reported !== null) {
      await way.impose(deps, write, audit, decision, reported);
      tellPerson(write, decision, reported, number);
    }
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action: way.action,
      subject: reported,
      object: ruling.number,
      details: detailsOf(decision),
      note: ruling.reason ?? undefined,
    });
    return ok(decision);
  }, 5);
  if (done.ok) return done.value;
  if (done.reason === "changed") return refuse("stale");
  throw new StoreUnavailable("Cannot decide: the person is being erased");
}

async function check(
  { store, clock }: SafetyDeps,
  actor: DecidingActor,
  { number, reports, abuse = null }: Ruling,
  team: Team,
): Promise<
  Result<{ loaded: LoadedCase; claim: StoredClaim }, RulingRefusal>
> {
  const loaded = await loadCase(store, number);
  if (!loaded || loaded.value.team !== team) return refuse("unknown");
  if (isOwn(actor, loaded.value.reported)) return refuse("own");
  const claim = await heldClaim(store, actor.staffId, number, clock.now());
  if (!claim) return refuse("lapsed");
  const open = loaded.state.open.map(({ report }) => report);
  const isSame = open.length === reports.length &&
    open.every((report) => reports.includes(report));
  if (!isSame) return refuse("stale");
  if (abuse && await isOwnAbuse(store, actor, abuse)) return refuse("own");
  return ok({ loaded, claim });
}

/** Whether somebody would be barred, or spared, by a colleague of their own. */
async function isOwnAbuse(
  store: SafetyDeps["store"],
  actor: DecidingActor,
  abuse: Abuse,
): Promise<boolean> {
  for (const id of abuse.reports) {
    const report = await store.get(reports, [id]);
    if (isOwn(actor, report?.value.reporter ?? null)) return true;
  }
  return false;
}

/** The decision that a ruling makes, before anything is written. */
export async function decisionFrom(
  deps: SafetyDeps,
  loaded: LoadedCase,
  { staffId }: Pick<DecidingActor, "staffId">,
  { number, measures, rule, facts, reason, bulk, abuse = null }: Ruling,
  id: string,
): Promise<Decision> {
  const now = deps.clock.now();
  const suggestion = await suggestionFor(deps, loaded, rule ?? undefined);
  const step = stepIn(measures);
  const lasts = step === null ? null : LADDER[step].lasts;
  return {
    id,
    case: number,
    reported: loaded.value.reported,
    staff: staffId,
    at: now,
    measures: [...measures],
    rule,
    facts,
    reason,
    reports: loaded.state.open.map(({ report }) => report),
    points: suggestion?.points ?? 0,
    suggested: suggestion?.step ?? "dismiss",
    until: lasts === null ? null : now + lasts,
    provisionalUntil: step === "ban" ? now + PROVISIONAL : null,
    second: null,
    strike: step === null ? null : strikeOf(step, now),
    abuse: abuse?.rule
      ? { ...abuse, rule: abuse.rule, reports: [...abuse.reports] }
      : null,
    state: "in_force",
    lessenedTo: null,
    bulk,
    untoldSince: now,
    changedAt: now,
  };
}

function eventOf(
  { id, staff, measures, reports, provisionalUntil }: Decision,
): CaseEvent {
  return {
    kind: "decided",
    staff,
    decision: id,
    measures,
    reports,
    provisionalUntil,
  };
}

/**
 * What a decision does to the person, beside its words. A hold is not its
 * matter: child safety put it there, and looks whatever others decide.
 */
async function impose(
  deps: SafetyDeps,
  write: Write,
  audit: Audit,
  decision: Decision,
  accountId: AccountId,
): Promise<void> {
  const { id, case: number, at, until, provisionalUntil, measures } = decision;
  await takeAway(deps, write, decision, accountId);
  const kind = measures.includes("ban")
    ? "ban"
    : until === null
    ? null
    : "suspension";
  if (kind === null) return;
  const sanction = {
    ...{ accountId, until, provisionalUntil },
    from: at,
    decision: id,
  };
  if (kind === "ban") await addBan(deps, write, sanction);
  else addSanction(write, { ...sanction, kind });
  audit({
    actor: { kind: "system" },
    action: "sanction.impose",
    subject: accountId,
    object: number,
    details: { kind, decision: id },
  });
}

/** What child safety's decision does: the hold ends, by one door or the other. */
async function endHold(
  deps: SafetyDeps,
  write: Write,
  audit: Audit,
  { id, case: number, at, measures }: Decision,
  accountId: AccountId,
): Promise<void> {
  const held = await endReviews(deps.store, write, accountId, at);
  if (!measures.includes("under_18")) {
    if (held.length > 0) {
      tellHoldEnded(write, accountId, { now: at, shown: false });
    }
    return;
  }
  await addBan(deps, write, {
    ...{ accountId, until: null, provisionalUntil: null },
    ...{ from: at, decision: id },
  });
  audit({
    actor: { kind: "system" },
    action: "sanction.impose",
    subject: accountId,
    object: number,
    details: { kind: "ban", decision: id },
  });
}

/** What a person is told of a decision about them, as template and values. */
export function decisionNotice({ id, measures, until }: Decision) {
  const step: Measure = stepIn(measures) ?? "abusive";
  const values = { step, until: until ?? 0, decision: id };
  return { template: "decisionMade", values } as const;
}

/** A statement of reasons, at the moment of the decision (Article 17 DSA). */
function tellPerson(
  write: Write,
  decision: Decision,
  accountId: AccountId,
  number: string,
): void {
  const { id, at, measures } = decision;
  // Who is about to be erased reads the statement by its number, or in the
  // same browser.
  if (isTold(decision)) {
    addNotice(write, {
      ...{ accountId, now: at, mail: true },
      ...decisionNotice(decision),
    });
  } else if (!measures.includes("under_18")) return;
  write.add(referenceNumbers, {
    digest: sha256(number),
    holder: accountId,
    kind: "decision",
    of: id,
    at,
  });
}

function detailsOf(
  { id, measures, abuse, rule, points, suggested }: Decision,
): Record<string, string | number> {
  return {
    decision: id,
    measures: measures.join("."),
    abusive: abuse?.reports.length ?? 0,
    rule: rule ?? "none",
    points,
    suggested,
  };
}

export type UndoRefusal = "unknown" | "late" | "not_yours";

/** Takes a decision back within ten minutes: by whoever made it. */
export async function undoDecision(
  deps: SafetyDeps,
  actor: Actor<"case.decide">,
  id: string,
): Promise<Result<Decision, UndoRefusal>> {
  const { store, clock } = deps;
  const done = await deps.auditLog.transact(async (write, audit) => {
    const found = await store.get(decisions, [id]);
    if (!found || found.value.state !== "in_force") {
      return refuse<UndoRefusal>("unknown");
    }
    const decision = found.value;
    if (decision.staff !== actor.staffId) {
      return refuse<UndoRefusal>("not_yours");
    }
    const now = clock.now();
    if (now - decision.at > UNDO) return refuse<UndoRefusal>("late");
    const loaded = (await loadCase(store, decision.case))!;
    // Whom child safety erased does not come back.
    if (loaded.value.team !== "general") return refuse<UndoRefusal>("unknown");
    const event: CaseEvent = {
      kind: "undone",
      staff: actor.staffId,
      decision: id,
    };
    await appendAlways(store, write, loaded, [event], now);
    await endSanctionsOf(store, write, id, now);
    const undone = {
      ...decision,
      state: "undone",
      provisionalUntil: null,
      untoldSince: now,
      changedAt: now,
    } as const;
    write.replace(found, undone);
    tellUndone(write, decision, now);
    audit({
      actor: { kind: "staff", id: actor.staffId },
      action: "case.undo",
      subject: decision.reported,
      object: decision.case,
      details: { decision: id },
    });
    return ok<Decision>(undone);
  });
  return done.ok ? done.value : refuse("unknown");
}

/** The person learns that a decision about them is none any more. */
export function tellUndone(
  write: Write,
  { id, reported, measures }: Decision,
  now: Millis,
): void {
  const step: Step | null = stepIn(measures);
  if (reported === null || step === null || step === "dismiss") return;
  addNotice(write, {
    accountId: reported,
    template: "decisionUndone",
    values: { decision: id },
    now,
    mail: true,
  });
}
