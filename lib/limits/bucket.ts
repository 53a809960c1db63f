import { type Millis, SECOND } from "../kernel/mod.ts";

/** How much may happen at once, and how fast that comes back. */
export interface Bucket {
  size: number;
  /** Tokens a second. */
  refill: number;
}

export interface Level {
  tokens: number;
  at: Millis;
}

export type Draw =
  | { ok: true; level: Level }
  | { ok: false; level: Level; waitMs: Millis };

/** Whole tokens that were taken, what is left, and the wait if it was none. */
export interface Batch {
  tokens: number;
  level: Level;
  waitMs: Millis;
}

/** Takes one token, or says how long until there is one. */
export function draw(
  bucket: Bucket,
  level: Level | null,
  now: Millis,
): Draw {
  const taken = takeBatch(bucket, level, 1, now);
  return taken.tokens === 1
    ? { ok: true, level: taken.level }
    : { ok: false, level: taken.level, waitMs: taken.waitMs };
}

/** Takes up to `most` whole tokens. */
export function takeBatch(
  bucket: Bucket,
  level: Level | null,
  most: number,
  now: Millis,
): Batch {
  const since = level === null ? 0 : Math.max(0, now - level.at);
  const before = level === null ? bucket.size : level.tokens;
  const there = Math.min(
    bucket.size,
    before + since / SECOND * bucket.refill,
  );
  const tokens = Math.min(most, Math.floor(there));
  const waitMs = tokens > 0
    ? 0
    : Math.ceil((1 - there) / bucket.refill * SECOND);
  return { tokens, level: { tokens: there - tokens, at: now }, waitMs };
}

/** Takes what was already given out, as far as it is there. */
export function pay(
  bucket: Bucket,
  level: Level | null,
  owed: number,
  now: Millis,
): Level {
  const { tokens } = takeBatch(bucket, level, 0, now).level;
  return { tokens: Math.max(0, tokens - owed), at: now };
}

/** What a process may give without asking the others. */
export function shareOf({ size, refill }: Bucket): Bucket {
  return { size: Math.floor(size / 8), refill: refill / 8 };
}

/** How long a batch lasts; what is not used by then is lost. */
export const LEASE: Millis = 10 * SECOND;

/**
 * How much one process takes from a bucket that it shares: no more than comes
 * back while the batch lasts, so that what is lost is soon made good.
 */
export function batchOf({ size, refill }: Bucket): number {
  const back = Math.floor(refill * LEASE / SECOND);
  return Math.max(1, Math.min(back, Math.floor(size / 4)));
}

/** The same bucket, made larger for a load test. */
export function raised({ size, refill }: Bucket, factor: number): Bucket {
  return { size: size * factor, refill: refill * factor };
}
