/**
 * For: how often somebody may do something, in one table.
 * Keeps: levels under a keyed hash that changes each day, an hour at most.
 * Enter: the edge and live.
 */
export { type Bucket, type Draw, draw, type Level } from "./bucket.ts";
export { ConnectionLimiter } from "./connection_limiter.ts";
export { Limiter } from "./limiter.ts";
export {
  type LimitKind,
  type LimitName,
  LIMITS,
  type NameOf,
  type SharedName,
} from "./table.ts";
