import {
  type Cancel,
  type Clock,
  type Millis,
  repeat,
  type Scheduler,
  type Work,
} from "../../lib/kernel/mod.ts";

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

interface Timer {
  at: Millis;
  work: Work;
}

/**
 * Timers on a clock that is moved: nothing fires by itself. `pass` moves the
 * clock, firing in order what falls due, and waits for each work. So a work
 * that waits for another timer must not be handed back to its scheduler.
 */
export class TestScheduler implements Scheduler {
  #timers = new Set<Timer>();

  constructor(readonly clock: TestClock) {}

  /** Timers that wait: none where everything is closed. */
  get size(): number {
    return this.#timers.size;
  }

  after(ms: Millis, work: Work): Cancel {
    const timer = { at: this.clock.now() + Math.max(0, ms), work };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  every(ms: Millis, work: Work): Cancel {
    return repeat(this, ms, work);
  }

  async pass(ms: Millis): Promise<void> {
    const end = this.clock.now() + ms;
    for (let due = this.#due(end); due; due = this.#due(end)) {
      this.#timers.delete(due);
      this.clock.at = Math.max(this.clock.at, due.at);
      await due.work();
    }
    this.clock.at = Math.max(this.clock.at, end);
  }

  /** The first that falls due; of several at one time, the one set first. */
  #due(end: Millis): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end)
      .toSorted((a, b) => a.at - b.at)[0];
  }
}
