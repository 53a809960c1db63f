import type { Clock, Millis } from "../../lib/kernel/mod.ts";

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  constructor(public at: Millis = Date.UTC(2026, 10, 23, 12, 34, 56, 789)) {}

  now(): Millis {
    return this.at;
  }

  pass(ms: Millis): void {
    this.at += ms;
  }
}
