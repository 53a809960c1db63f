import {
  type Cancel,
  type Clock,
  type Millis,
  type Scheduler,
  SECOND,
} from "../kernel/mod.ts";
import type { ProofRun } from "./erasure_proof.ts";

/** Erasures within this time share one run: rewriting a file is the cost. */
export const DEBOUNCE: Millis = 2 * SECOND;

/** From the end of one run to the next, however many erasures come. */
export const MIN_GAP: Millis = 20 * SECOND;

/** Runs that left something are repeated so often; the timetable goes on. */
export const MAX_RETRIES = 3;

export interface ProofRunsOptions {
  clock: Clock;
  scheduler: Scheduler;
  /** See proveErasures. */
  prove(): Promise<ProofRun>;
  onError(what: string, error: unknown): void;
}

/**
 * Runs the searches after erasures: soon after the first, once for all that
 * come until then, never two at a time.
 */
export class ProofRuns {
  #planned: Cancel | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #retries = 0;
  #lastEnd = -Infinity;
  #stopped = false;

  constructor(readonly options: ProofRunsOptions) {}

  /** An erasure has removed its records. */
  request(): void {
    this.#retries = 0;
    if (this.#running) this.#again = true;
    else this.#plan(DEBOUNCE);
  }

  /** At once; a run that is under way is waited for. */
  run(): Promise<void> {
    this.#planned?.();
    this.#planned = null;
    this.#running ??= this.#runOnce();
    return this.#running;
  }

  /** From now on nothing begins; waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#planned?.();
    await this.#running;
  }

  #plan(wait: Millis): void {
    if (this.#stopped || this.#planned) return;
    const { clock, scheduler } = this.options;
    const gap = this.#lastEnd + MIN_GAP - clock.now();
    this.#planned = scheduler.after(
      Math.max(wait, Number.isFinite(gap) ? gap : 0),
      () => this.run(),
    );
  }

  async #runOnce(): Promise<void> {
    const left = await this.#prove();
    this.#running = null;
    this.#lastEnd = this.options.clock.now();
    const retry = left && this.#retries++ < MAX_RETRIES;
    if (this.#again || retry) this.#plan(DEBOUNCE);
    this.#again = false;
  }

  /** Answers whether something is left to be searched for. */
  async #prove(): Promise<boolean> {
    const { prove, onError } = this.options;
    try {
      return (await prove()).left > 0;
    } catch (error) {
      onError("search for what an erasure left", error);
      return true;
    }
  }
}
