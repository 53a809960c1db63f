import type { Millis } from "../kernel/mod.ts";
import { draw, type Level } from "./bucket.ts";
import { type LimitName, LIMITS } from "./table.ts";

/** The buckets of one connection. They end with it. */
export class Gauge {
  #levels = new Map<LimitName, Level>();

  /** 0 when it may happen now, else the wait in ms. */
  take(name: LimitName, now: Millis): Millis {
    const drawn = draw(LIMITS[name], this.#levels.get(name) ?? null, now);
    this.#levels.set(name, drawn.level);
    return drawn.ok ? 0 : drawn.waitMs;
  }
}
