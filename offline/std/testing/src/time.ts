import { type Clock, now, Queue } from "./clock.ts";
import { fakeGlobals, restoreGlobals } from "./fake_globals.ts";

export interface FakeTimeOptions {
  /** Milliseconds to go on by, for every `advanceFrequency` of real time. */
  advanceRate?: number;
  /** Real milliseconds between two steps. */
  advanceFrequency?: number;
}

interface DelayOptions {
  signal?: AbortSignal;
}

/** The fake time was asked for something that it cannot do. */
export class TimeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TimeError";
  }
}

let current: FakeTime | null = null;
const real = { setInterval, clearInterval, setTimeout };

/** Stands in for Date and timers; time moves only when a test moves it. */
export class FakeTime {
  readonly start: number;
  readonly #clock: Clock;
  #advancing: ReturnType<typeof setInterval> | null = null;

  constructor(
    start?: number | string | Date | null,
    { advanceRate = 0, advanceFrequency = 10 }: FakeTimeOptions = {},
  ) {
    if (current) {
      throw new TimeError("Cannot construct FakeTime: time is already faked");
    }
    this.start = startOf(start);
    this.#clock = { now: this.start, queue: new Queue() };
    fakeGlobals(this.#clock);
    current = this;
    if (advanceRate > 0) {
      const step = advanceRate * advanceFrequency;
      this.#advancing = real.setInterval(
        () => this.tick(step),
        advanceFrequency,
      );
    }
  }

  get now(): number {
    return this.#clock.now;
  }

  set now(value: number) {
    if (value < this.now) {
      throw new RangeError(`Cannot set current time in the past: ${value}`);
    }
    this.#advanceTo(value);
  }

  /** Runs all timers due within the next `ms` milliseconds. */
  tick(ms = 0) {
    this.now += ms;
  }

  /** Lets promises settle first, and none between the timers. */
  async tickAsync(ms = 0) {
    await this.runMicrotasks();
    this.tick(ms);
  }

  /** Runs the next timer; false if there is none. */
  next(): boolean {
    const due = this.#clock.queue.nextDue();
    if (due === Infinity) return false;
    this.#advanceTo(Math.max(due, this.now), 1);
    return true;
  }

  async nextAsync(): Promise<boolean> {
    await this.runMicrotasks();
    return this.next();
  }

  runAll() {
    while (this.next());
  }

  async runAllAsync() {
    do await this.runMicrotasks(); while (this.next());
  }

  /** Lets promises settle that wait for nothing else. */
  async runMicrotasks() {
    await new Promise<void>((done) => real.setTimeout(done, 0));
  }

  /** Real waiting, while the fake time stands still. */
  async delay(ms: number, { signal }: DelayOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    await new Promise<void>((done, fail) => {
      real.setTimeout(done, ms);
      signal?.addEventListener("abort", () => fail(signal.reason), {
        once: true,
      });
    });
  }

  restore() {
    if (current !== this) {
      throw new TimeError("Cannot restore time: time is already restored");
    }
    if (this.#advancing !== null) real.clearInterval(this.#advancing);
    current = null;
    restoreGlobals();
  }

  [Symbol.dispose]() {
    this.restore();
  }

  static restore() {
    if (!current) {
      throw new TimeError("Cannot restore time: time is already restored");
    }
    current.restore();
  }

  /** Runs `callback` in real time. */
  static async restoreFor<T>(
    // deno-lint-ignore no-explicit-any
    callback: (...args: any[]) => Promise<T> | T,
    // deno-lint-ignore no-explicit-any
    ...args: any[]
  ): Promise<T> {
    if (!current) throw new TimeError("Cannot restore time: time is not faked");
    const clock = current.#clock;
    restoreGlobals();
    try {
      return await callback(...args);
    } finally {
      fakeGlobals(clock);
    }
  }

  #advanceTo(end: number, limit = Infinity) {
    const { queue } = this.#clock;
    for (let count = 0; count < limit && queue.nextDue() <= end; count++) {
      this.#clock.now = Math.max(this.now, queue.nextDue());
      queue.runNext();
    }
    this.#clock.now = Math.max(this.now, end);
  }
}

function startOf(start: number | string | Date | null | undefined): number {
  const time = start === undefined || start === null
    ? now()
    : new Date(start).getTime();
  if (Number.isNaN(time)) {
    throw new TypeError("Cannot construct FakeTime: invalid start time");
  }
  return time;
}
