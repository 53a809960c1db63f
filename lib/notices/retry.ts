import { HOUR, type Millis, MINUTE } from "../kernel/mod.ts";

/** How long to wait after each try that failed. After the last there is none. */
const PAUSES: readonly Millis[] = [
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  24 * HOUR,
];

export const MAX_TRIES = PAUSES.length + 1;

/**
 * When to try again after the try of that number, counted from 1; null when
 * that was the last, or when it would come too late to be of use.
 */
export function nextTry(
  tries: number,
  usefulUntil: Millis | null,
  now: Millis,
): Millis | null {
  const pause = PAUSES[tries - 1];
  if (pause === undefined) return null;
  const next = now + pause;
  return usefulUntil !== null && next >= usefulUntil ? null : next;
}
