import type { Millis, Scheduler } from "../kernel/mod.ts";

const FIRST_GAP: Millis = 1_000;
const MAX_GAP: Millis = 8_000;

/**
 * Loads a page again when that is asked for: at once after a quiet time, and
 * then less and less often while more comes, so that a busy hour costs a
 * server no more than a calm one. What is asked meanwhile is loaded once.
 */
export class Refreshing {
  #gap = FIRST_GAP;
  #isBusy = false;
  #isAsked = false;

  constructor(
    readonly scheduler: Scheduler,
    readonly load: () => Promise<void>,
  ) {}

  ask(): void {
    this.#isAsked = true;
    if (!this.#isBusy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    this.#isAsked = false;
    // What cannot be loaded now is loaded with the next change.
    await this.load().catch(() => {});
    this.scheduler.after(this.#gap, () => this.#goOn());
  }

  async #goOn(): Promise<void> {
    this.#isBusy = this.#isAsked;
    this.#gap = this.#isAsked ? Math.min(this.#gap * 2, MAX_GAP) : FIRST_GAP;
    if (this.#isAsked) await this.#run();
  }
}
