import { signal } from "@preact/signals";

/** A block of whoever was in the last call, on its way or done. */
export type BlockingState = "none" | "sending" | "done" | "failed";

/** Blocks from the live page, right after a call. */
export class Blocking {
  readonly #state = signal<BlockingState>("none");
  /** Names the call that an answer is about; a later one is another's. */
  #call: string | null = null;

  constructor(readonly ask: typeof fetch = (...args) => fetch(...args)) {}

  get state(): BlockingState {
    return this.#state.value;
  }

  /** Another call: nobody in it is blocked yet. */
  forget(): void {
    this.#call = null;
    this.#state.value = "none";
  }

  async block(call: string): Promise<void> {
    if (this.state === "sending" || this.state === "done") return;
    this.#call = call;
    this.#state.value = "sending";
    const answer = await this.ask(`/account/history/${call}/block`, {
      method: "POST",
      body: new URLSearchParams(),
      headers: { accept: "application/json" },
    }).catch(() => null);
    if (this.#call !== call) return;
    this.#state.value = answer?.ok ? "done" : "failed";
  }
}
