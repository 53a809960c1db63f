import {
  type Cancel,
  type Clock,
  newId,
  type Scheduler,
} from "../kernel/mod.ts";
import { acquireLease } from "../cluster/mod.ts";
import type { Store } from "../store/mod.ts";
import {
  type JobName,
  leaseFor,
  TIMETABLE,
  type Timing,
  waitFor,
} from "./timetable.ts";

export type Job = () => Promise<unknown>;

export interface JobsOptions {
  store: Store;
  clock: Clock;
  scheduler: Scheduler;
  /** Those that this site has; a job without a function is left out. */
  jobs: Partial<Record<JobName, Job>>;
  /** Told of a job that failed; it is tried again at its next time. */
  onError(what: string, error: unknown): void;
}

/**
 * Runs the jobs of the timetable, each once over all processes: whoever takes
 * the lease of a job runs it, and keeps the lease until its next time.
 */
export class Jobs {
  readonly #owner = newId();
  #timers = new Map<JobName, Cancel>();
  #running = new Map<JobName, Promise<void>>();
  #turns = new Set<Promise<void>>();
  #failing = new Set<JobName>();
  #stopped = false;

  constructor(readonly options: JobsOptions) {}

  start(): void {
    for (const name of Object.keys(TIMETABLE) as JobName[]) this.#plan(name);
  }

  /** From now on nothing begins; waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    await Promise.all([...this.#turns, ...this.#running.values()]);
  }

  /** Runs a job here and now, whatever its time; two runs at once are one. */
  run(name: JobName): Promise<void> {
    const running = this.#running.get(name) ??
      this.#work(name).finally(() => this.#running.delete(name));
    this.#running.set(name, running);
    return running;
  }

  /** Those whose last run in this process failed. */
  get failing(): JobName[] {
    return [...this.#failing];
  }

  #plan(name: JobName): void {
    const { jobs, clock, scheduler } = this.options;
    if (this.#stopped || jobs[name] === undefined) return;
    const wait = waitFor(TIMETABLE[name].timing, clock.now());
    const cancel = scheduler.after(wait, async () => {
      const turn = this.#turn(name);
      this.#turns.add(turn);
      await turn;
      this.#turns.delete(turn);
      this.#plan(name);
    });
    this.#timers.set(name, cancel);
  }

  /** A job's time has come: here, or in another process. */
  async #turn(name: JobName): Promise<void> {
    if (!await this.#take(name) || this.#stopped) return;
    const cancel = this.options.scheduler.every(
      leaseFor(TIMETABLE[name].timing) / 2,
      async () => void await this.#take(name),
    );
    await this.run(name).finally(cancel);
  }

  async #take(name: JobName): Promise<boolean> {
    const { store, onError } = this.options;
    if (store.exclusive) return true;
    const { timing }: { timing: Timing } = TIMETABLE[name];
    try {
      const lease = await acquireLease(
        this.options,
        `job:${name}`,
        this.#owner,
        leaseFor(timing),
      );
      return lease !== null;
    } catch (error) {
      onError(TIMETABLE[name].does, error);
      return false;
    }
  }

  async #work(name: JobName): Promise<void> {
    try {
      await this.options.jobs[name]?.();
      this.#failing.delete(name);
    } catch (error) {
      this.#failing.add(name);
      this.options.onError(TIMETABLE[name].does, error);
    }
  }
}
