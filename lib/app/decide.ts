import type { Result } from "../kernel/mod.ts";
import {
  type AgeRuling,
  answerAppeal,
  answerBan,
  type AnswerRefusal,
  type Appeal,
  type AppealAnswer,
  decideAge,
  decideCase,
  type Decision,
  reportedIn,
  type Ruling,
  type RulingRefusal,
  type SecondRefusal,
  tellReporters,
  undoDecision,
  type UndoRefusal,
  untoldDecisions,
} from "../safety/mod.ts";
import type { Actor } from "../staff/mod.ts";
import { eraseAccount } from "./erase_account.ts";
import type { Millo } from "./open.ts";

type Parts = Pick<Millo, "liveHub" | "safety">;

/**
 * Decides a case and carries it out: who may not be in calls any more is out
 * of theirs, and the reporters are told. Throws StoreUnavailable.
 */
export async function decide(
  { liveHub, safety }: Parts,
  actor: Actor<"case.decide">,
  ruling: Ruling,
  ban: Actor<"case.ban"> | null,
): Promise<Result<Decision, RulingRefusal>> {
  const decided = await decideCase(safety, actor, ruling, ban);
  if (!decided.ok) return decided;
  const { id, reported, until, provisionalUntil } = decided.value;
  const isOut = until !== null || provisionalUntil !== null;
  if (isOut && reported !== null) await liveHub.part(reported);
  await tellReporters(safety, id);
  return decided;
}

/**
 * Decides about somebody's age and carries it out: whoever is under 18 is out
 * of everything, and erased before the reporters are told, so that what is left
 * untold after a crash is left to erase as well. Throws StoreUnavailable.
 */
export async function decideOnAge(
  { dataMap, liveHub, safety }: Parts & Pick<Millo, "dataMap">,
  actor: Actor<"age.decide">,
  ruling: AgeRuling,
): Promise<Result<Decision, RulingRefusal>> {
  const decided = await decideAge(safety, actor, ruling);
  if (!decided.ok) return decided;
  await finishDecision({ dataMap, liveHub, safety }, decided.value);
  return decided;
}

/** What is left of decisions whose process ended before it had finished. */
export async function finishDecisions(
  parts: Parts & Pick<Millo, "dataMap">,
): Promise<void> {
  for await (const decision of untoldDecisions(parts.safety.store)) {
    await finishDecision(parts, decision);
  }
}

async function finishDecision(
  parts: Parts & Pick<Millo, "dataMap">,
  { id, measures, reported }: Decision,
): Promise<void> {
  if (measures.includes("under_18") && reported !== null) {
    await eraseAccount(parts, reported);
  }
  await tellReporters(parts.safety, id);
}

/** Takes a decision back, and tells the reporters. */
export async function undo(
  { safety }: Parts,
  actor: Actor<"case.decide">,
  decision: string,
): Promise<Result<Decision, UndoRefusal>> {
  const undone = await undoDecision(safety, actor, decision);
  if (undone.ok) await tellReporters(safety, decision);
  return undone;
}

/**
 * Answers an appeal and carries it out: reporters are told, and whoever is held
 * once more is out of their call. Throws StoreUnavailable.
 */
export async function answer(
  { liveHub, safety }: Parts,
  actor: Actor<"appeal.answer">,
  id: string,
  given: AppealAnswer,
): Promise<Result<Appeal, AnswerRefusal>> {
  const answered = await answerAppeal(safety, actor, id, given);
  if (!answered.ok) return answered;
  const { decision, team, outcome } = answered.value;
  await tellReporters(safety, decision);
  const isHeld = team === "child_safety" && outcome === "overturned";
  const reported = isHeld ? await reportedIn(safety.store, decision) : null;
  if (reported !== null) await liveHub.part(reported);
  return answered;
}

/** The second person's answer to a ban, and what follows from it. */
export async function answerSecond(
  { safety }: Parts,
  actor: Actor<"case.ban">,
  decision: string,
  agrees: boolean,
): Promise<Result<Decision, SecondRefusal>> {
  const answered = await answerBan(safety, actor, decision, agrees);
  if (answered.ok && !agrees) await tellReporters(safety, decision);
  return answered;
}
