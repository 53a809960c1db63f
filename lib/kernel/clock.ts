/** Milliseconds since the epoch, UTC. */
export type Millis = number;

/** Time as an argument: rules and actions never ask the system themselves. */
export interface Clock {
  now(): Millis;
}

export const systemClock: Clock = { now: () => Date.now() };

export const SECOND: Millis = 1000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

/** Start of the hour that contains `at`; usage is kept no finer than this. */
export function hourOf(at: Millis): Millis {
  return at - (at % HOUR);
}

/** Start of the UTC day that contains `at`; the finest that "last seen" is. */
export function dayOf(at: Millis): Millis {
  return at - (at % DAY);
}
