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

/** Takes one token, or says how long until there is one. */
export function draw(
  bucket: Bucket,
  level: Level | null,
  now: Millis,
): Draw {
  const since = level === null ? 0 : Math.max(0, now - level.at);
  const before = level === null ? bucket.size : level.tokens;
  const tokens = Math.min(
    bucket.size,
    before + since / SECOND * bucket.refill,
  );
  if (tokens >= 1) return { ok: true, level: { tokens: tokens - 1, at: now } };
  const waitMs = Math.ceil((1 - tokens) / bucket.refill * SECOND);
  return { ok: false, level: { tokens, at: now }, waitMs };
}
