import type { Millis } from "../kernel/mod.ts";
import { draw, type Level, raised } from "./bucket.ts";
import { type LimitName, LIMITS, type NameOf } from "./table.ts";

/** The buckets of one connection. They end with it. */
export class ConnectionLimiter {
  #levels = new Map<LimitName, Level>();

  /** `factor` is more than 1 in load tests only. */
  constructor(readonly factor = 1) {}

  /** 0 when it may happen now, else the wait in ms. */
  take(name: NameOf<"connection">, now: Millis): Millis {
    const bucket = raised(LIMITS[name], this.factor);
    const drawn = draw(bucket, this.#levels.get(name) ?? null, now);
    this.#levels.set(name, drawn.level);
    return drawn.ok ? 0 : drawn.waitMs;
  }
}
