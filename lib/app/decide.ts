import type { Result } from "../kernel/mod.ts";
import {
  answerBan,
  decideCase,
  type Decision,
  type Ruling,
  type RulingRefusal,
  type SecondRefusal,
  tellReporters,
  undoDecision,
  type UndoRefusal,
} from "../safety/mod.ts";
import type { Actor } from "../staff/mod.ts";
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
