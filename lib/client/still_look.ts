import { signal } from "@preact/signals";
import type { Millis, Scheduler } from "../kernel/mod.ts";
import { systemScheduler } from "../kernel/scheduler.ts";

/** Whether a still is shown: only while it is held, or kept, open. */
export type LookState = "shut" | "waiting" | "open" | "failed";

/** A touch that lasts shorter is the begin of something else, such as a scroll. */
const HOLD: Millis = 150;
/** Then it shuts by itself; see MAX_LOOK in lib/safety/looks.ts. */
const MAX_OPEN: Millis = 30_000;

export interface StillLookOptions {
  /** Where the picture is fetched, and the end of a look is told. */
  path: string;
  scheduler?: Scheduler;
  /** Draws the picture; after null nothing of it is left on the page. */
  draw(image: Blob | null): void;
  fetch?: typeof fetch;
}

/** A look at a still: its bytes come when it begins and go when it ends. */
export class StillLook {
  readonly #state = signal<LookState>("shut");
  /** Counts the looks: what arrives for one that is over is not shown. */
  #turn = 0;
  #look: string | null = null;

  readonly #scheduler: Scheduler;

  constructor(readonly options: StillLookOptions) {
    this.#scheduler = options.scheduler ?? systemScheduler;
  }

  get state(): LookState {
    return this.#state.value;
  }

  /** Opens it after a moment, unless it is let go before. */
  hold(): void {
    if (this.state === "waiting" || this.state === "open") return;
    const turn = ++this.#turn;
    this.#state.value = "waiting";
    this.#scheduler.after(HOLD, () => this.#open(turn));
  }

  /** Shuts it, and tells how long it was open. */
  release(): void {
    if (this.state === "shut") return;
    this.#turn++;
    this.#state.value = "shut";
    this.options.draw(null);
    this.#tellEnd();
  }

  async #open(turn: number): Promise<void> {
    if (turn !== this.#turn) return;
    const answer = await this.#fetch(this.options.path, { cache: "no-store" });
    const image = answer?.ok ? await answer.blob().catch(() => null) : null;
    if (answer?.ok) this.#look = answer.headers.get("x-look");
    // The look was written down all the same, and is over.
    if (turn !== this.#turn) return this.#tellEnd();
    if (image === null) {
      this.#state.value = "failed";
      return;
    }
    this.options.draw(image);
    this.#state.value = "open";
    this.#scheduler.after(MAX_OPEN, () => {
      if (turn === this.#turn) this.release();
    });
  }

  #tellEnd(): void {
    const look = this.#look;
    this.#look = null;
    if (look === null) return;
    const body = new URLSearchParams({ look });
    // Also from a page that is about to go.
    this.#fetch(this.options.path, { method: "POST", body, keepalive: true });
  }

  async #fetch(path: string, init: RequestInit): Promise<Response | null> {
    const fetch = this.options.fetch ?? globalThis.fetch.bind(globalThis);
    return await fetch(path, init).catch(() => null);
  }
}
