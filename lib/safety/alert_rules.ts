import { type Millis, MINUTE } from "../kernel/mod.ts";
import { type Colleague, permissionsOf, type Role } from "../staff/mod.ts";
import type { ValueOf } from "../store/mod.ts";
import type { alerts } from "./records.ts";
import { READS } from "./teams.ts";
import { type Team, TEAMS } from "./vocabulary.ts";

export type Alert = ValueOf<typeof alerts>;

/** How long whoever was told has to answer, before all who may are told. */
export const ROUND: Millis = 2 * MINUTE;

/** After so many rounds nobody is written to any more; the banner stays. */
export const MAX_ROUNDS = 5;

/** More people than one round writes to. */
const MAX_TOLD = 50;

export interface Round {
  told: readonly Colleague[];
  /** True where these are all who may answer. */
  everybody: boolean;
}

/**
 * Whether somebody with these roles may answer an alert about such a case: who
 * may read it, and for all but child safety's an admin, who knows whom to call.
 */
export function mayAnswerFor(roles: readonly Role[], team: Team): boolean {
  const own = permissionsOf(roles);
  const isAble = own.has(READS[team]) ||
    team === "general" && own.has("staff.write");
  return own.has("alert.answer") && isAble;
}

/** The team whose alerts concern somebody first; null for none. */
export function alertTeamOf(roles: readonly Role[]): Team | null {
  return TEAMS.find((team) => mayAnswerFor(roles, team)) ?? null;
}

/** Those who may answer and are on call. */
export function onCallFor(
  team: Team,
  colleagues: readonly Colleague[],
): Colleague[] {
  return colleagues.filter(({ roles, onCallUntil }) =>
    onCallUntil !== null && mayAnswerFor(roles, team)
  );
}

/**
 * Whom the next round tells: first whoever is on call, but not whoever passed
 * the case on; then, and where nobody is on call, all who may answer.
 */
export function nextRound(
  { team, rounds, by }: Pick<Alert, "team" | "rounds" | "by">,
  colleagues: readonly Colleague[],
): Round {
  const able = colleagues.filter(({ roles }) => mayAnswerFor(roles, team));
  const others = able.filter(({ staffId }) => staffId !== by);
  const onCall = onCallFor(team, others);
  const everybody = rounds > 0 || onCall.length === 0;
  // Alone, whoever passed it on is told as well: somebody must be.
  const all = others.length > 0 ? others : able;
  return { told: (everybody ? all : onCall).slice(0, MAX_TOLD), everybody };
}

/**
 * Whether an open alert stands on the pages of somebody: of whoever is on call,
 * and of all who may answer once nobody is, or nobody answered in time.
 */
export function isShownTo(
  staffId: string,
  { team, everybody }: Pick<Alert, "team" | "everybody">,
  colleagues: readonly Colleague[],
): boolean {
  const me = colleagues.find((one) => one.staffId === staffId);
  if (!me || !mayAnswerFor(me.roles, team)) return false;
  const onCall = onCallFor(team, colleagues);
  return everybody || onCall.length === 0 || onCall.includes(me);
}

/** Where an alert stands. */
export type AlertState =
  /** Nobody was told yet. */
  | "waiting"
  | "sent"
  | "answered"
  /** All rounds are over, and nobody answered. */
  | "unanswered"
  /** Its case was closed, or another alert stands for it. */
  | "over";

export function alertState(
  { openSince, answeredBy, rounds, dueAt }: Alert,
): AlertState {
  if (openSince === null) return answeredBy === null ? "over" : "answered";
  if (rounds === 0) return "waiting";
  return dueAt === null ? "unanswered" : "sent";
}
