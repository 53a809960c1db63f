import {
  type Cancel,
  type Millis,
  type Scheduler,
  SECOND,
} from "../kernel/mod.ts";
import type { ProofRun } from "./erasure_proof.ts";

/** Erasures within this time share one run: rewriting a file is the cost. */
export const DEBOUNCE: Millis = 2 * SECOND;

export interface ProofRunsOptions {
  scheduler: Scheduler;
  /** See proveErasures. */
  prove(): Promise<ProofRun>;
  onFault(what: string, error: unknown): void;
}

/**
 * Runs the searches after erasures: soon after the first, once for all that
 * come until then, never two at a time. What a run left over or a fault broke
 * off waits for the next request.
 */
export class ProofRuns {
  #planned: Cancel | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(readonly options: ProofRunsOptions) {}

  /** An erasure has removed its records. */
  request(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#planned ??= this.options.scheduler.after(
      DEBOUNCE,
      () => this.run(),
    );
  }

  /** At once; a run that is under way is waited for. */
  run(): Promise<void> {
    this.#planned?.();
    this.#planned = null;
    this.#running ??= this.#prove().finally(() => {
      this.#running = null;
      if (!this.#again) return;
      this.#again = false;
      this.request();
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#planned?.();
    await this.#running;
  }

  async #prove(): Promise<void> {
    const { prove, onFault } = this.options;
    try {
      await prove();
    } catch (error) {
      onFault("search for what an erasure left", error);
    }
  }
}
