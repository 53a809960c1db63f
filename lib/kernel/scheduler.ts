import type { Millis } from "./clock.ts";

/** Ends a timer. Once it is over, or a second time, it does nothing. */
export type Cancel = () => void;

/** Handles its own faults: nobody waits for what it throws. */
export type Work = () => void | Promise<void>;

/** Timers as an argument, so that tests move time instead of sleeping. */
export interface Scheduler {
  /** Runs the work once, `ms` from now. */
  after(ms: Millis, work: Work): Cancel;
  /** Runs the work each time `ms` after its last run has ended. */
  every(ms: Millis, work: Work): Cancel;
}

/** What setTimeout can count, almost 25 days; past it, it fires at once. */
const MAX_DELAY: Millis = 2 ** 31 - 1;

export const systemScheduler: Scheduler = {
  after(ms, work) {
    if (ms > MAX_DELAY) {
      throw new RangeError(
        `Cannot set a timer: ${ms} ms is more than ${MAX_DELAY}`,
      );
    }
    const timer = setTimeout(() => void work(), ms);
    return () => clearTimeout(timer);
  },
  every(ms, work) {
    return repeat(systemScheduler, ms, work);
  },
};

/** `every` out of `after`; no two runs of the work overlap. */
export function repeat(
  scheduler: Pick<Scheduler, "after">,
  ms: Millis,
  work: Work,
): Cancel {
  let stopped = false;
  let cancel: Cancel = () => {};
  const plan = () => {
    if (!stopped) cancel = scheduler.after(ms, run);
  };
  const run = async () => {
    await work();
    plan();
  };
  plan();
  return () => {
    stopped = true;
    cancel();
  };
}
