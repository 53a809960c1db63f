import { type AccountId, type Millis, SECOND } from "../kernel/mod.ts";

/** Somebody who waits, as far as pairing cares. */
export interface Seeker {
  accountId: AccountId;
  waitingSince: Millis;
  lastCall: string | null;
}

/** Two who just met wait this long for somebody else, if nobody else is here. */
export const AGAIN_AFTER: Millis = 10 * SECOND;

/**
 * Pairs first come, first served. Never one person with themselves; two who
 * just left each other only after both waited in vain for somebody else; two
 * who are apart, never.
 */
export function pairUp<S extends Seeker>(
  waiting: Iterable<S>,
  now: Millis,
  areApart: (one: S, other: S) => boolean = () => false,
): [S, S][] {
  const pairs: [S, S][] = [];
  const open: S[] = [];
  for (const seeker of waiting) {
    const at = open.findIndex((other) =>
      mayMeet(seeker, other, now) && !areApart(seeker, other)
    );
    if (at === -1) open.push(seeker);
    else pairs.push([open.splice(at, 1)[0], seeker]);
  }
  return pairs;
}

/**
 * When somebody has waited long enough to meet again whom they just left, or
 * null: before it, waiting alone makes no pair.
 */
export function nextChance(
  waiting: Iterable<Seeker>,
  now: Millis,
): Millis | null {
  let next: Millis | null = null;
  for (const { waitingSince } of waiting) {
    const at = waitingSince + AGAIN_AFTER;
    if (at > now && (next === null || at < next)) next = at;
  }
  return next;
}

function mayMeet(one: Seeker, other: Seeker, now: Millis): boolean {
  if (one.accountId === other.accountId) return false;
  if (one.lastCall === null || one.lastCall !== other.lastCall) return true;
  return now - one.waitingSince >= AGAIN_AFTER &&
    now - other.waitingSince >= AGAIN_AFTER;
}
