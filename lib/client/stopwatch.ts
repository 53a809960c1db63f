import { signal } from "@preact/signals";
import type { Cancel, Clock, Millis, Scheduler } from "../kernel/mod.ts";

const TICK: Millis = 500;

/** The time of the page, as far as it is shown: it moves twice a second. */
export class Stopwatch {
  #now = signal(0);
  #stop: Cancel = () => {};

  constructor(readonly clock: Clock, readonly scheduler: Scheduler) {}

  start(): void {
    this.#stop = this.scheduler.every(TICK, () => {
      this.#now.value = this.clock.now();
    });
  }

  /** Whole seconds since then; 0 for what began after the last tick. */
  secondsSince(since: Millis): number {
    return Math.max(0, Math.floor((this.#now.value - since) / 1000));
  }

  stop(): void {
    this.#stop();
  }
}
