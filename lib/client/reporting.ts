import { signal } from "@preact/signals";
import type { Clock, Millis, Scheduler } from "../kernel/mod.ts";
import type { ReasonCode } from "../safety/vocabulary.ts";

/** A report on its way, or what became of it. */
export type ReportingState =
  | { step: "none" }
  /** The reasons are offered. */
  | { step: "asked"; call: string; inCall: boolean }
  /** On its way; `waits` while there is no connection. */
  | { step: "sending"; reason: ReasonCode; waits: boolean }
  | {
    step: "sent";
    reason: ReasonCode;
    report: string;
    /** Opens the answer from any browser. */
    number: string;
    added: boolean;
    /** Until when it can be taken back; null for never. */
    until: Millis | null;
    noted: boolean;
  }
  | { step: "withdrawn" }
  | { step: "late"; waitMs: Millis }
  /** It was refused, and nothing was kept. */
  | { step: "failed" };

const TAKE_BACK: Millis = 10_000;
const RETRY: Millis = 5_000;
/** Fifteen minutes: after that the history is the way. */
const MAX_TRIES = 180;

export interface ReportingOptions {
  clock: Clock;
  scheduler: Scheduler;
  /** Ends the call, and looks for nobody. */
  onLeave(): void;
  fetch?: typeof fetch;
}

/** Reports from the live page: a reason is a tap, and the tap leaves the call. */
export class Reporting {
  readonly #state = signal<ReportingState>({ step: "none" });

  constructor(readonly options: ReportingOptions) {}

  get state(): ReportingState {
    return this.#state.value;
  }

  ask(call: string | null, inCall: boolean): void {
    if (call !== null) this.#state.value = { step: "asked", call, inCall };
  }

  close(): void {
    this.#state.value = { step: "none" };
  }

  /** Sends what was chosen. `still` is taken before the call is left. */
  async send(
    reason: ReasonCode,
    { words, text, adult, still }: {
      words: string;
      text: boolean;
      adult: boolean;
      still: Blob | null;
    },
  ): Promise<void> {
    const { state } = this;
    if (state.step !== "asked") return;
    const form = new FormData();
    form.set("reason", reason);
    form.set("words", words);
    if (text) form.set("text", "1");
    if (adult) form.set("adult", "1");
    if (still) form.set("still", still, "still.jpg");
    this.#state.value = { step: "sending", reason, waits: false };
    if (state.inCall) this.options.onLeave();
    await this.#post(`/talk/calls/${state.call}/report`, reason, form);
  }

  async takeBack(): Promise<void> {
    const { state } = this;
    if (state.step !== "sent") return;
    const done = await this.#fetch(`${placeOf(state.report)}/withdrawal`);
    this.#state.value = done?.ok
      ? { step: "withdrawn" }
      : { ...state, until: null };
  }

  async note(words: string): Promise<boolean> {
    const { state } = this;
    if (state.step !== "sent") return false;
    const form = new FormData();
    form.set("words", words);
    const done = await this.#fetch(`${placeOf(state.report)}/note`, form);
    if (done?.ok) this.#state.value = { ...state, noted: true };
    return done?.ok === true;
  }

  async #post(
    path: string,
    reason: ReasonCode,
    form: FormData,
    tries = 0,
  ): Promise<void> {
    const answer = await this.#fetch(path, form);
    if (answer === null || answer.status >= 500) {
      if (tries >= MAX_TRIES) this.#state.value = { step: "failed" };
      else this.#retry(path, reason, form, tries + 1);
      return;
    }
    this.#state.value = await this.#after(answer, reason);
    this.#endTakeBack();
  }

  #retry(
    path: string,
    reason: ReasonCode,
    form: FormData,
    tries: number,
  ): void {
    this.#state.value = { step: "sending", reason, waits: true };
    this.options.scheduler.after(
      RETRY,
      () => this.#post(path, reason, form, tries),
    );
  }

  async #after(
    answer: Response,
    reason: ReasonCode,
  ): Promise<ReportingState> {
    if (answer.status === 429) {
      const seconds = Number(answer.headers.get("retry-after") ?? 60);
      return { step: "late", waitMs: seconds * 1000 };
    }
    if (answer.status !== 201) return { step: "failed" };
    const { report, number, added, final } = await answer.json();
    const until = final || added ? null : this.options.clock.now() + TAKE_BACK;
    return { step: "sent", reason, report, number, added, until, noted: false };
  }

  /** After ten seconds the way back goes, without a sound. */
  #endTakeBack(): void {
    const { state } = this;
    if (state.step !== "sent" || state.until === null) return;
    const { report } = state;
    this.options.scheduler.after(TAKE_BACK, () => {
      const now = this.state;
      if (now.step !== "sent" || now.report !== report) return;
      this.#state.value = { ...now, until: null };
    });
  }

  /** Null where nobody answers. */
  async #fetch(path: string, body?: FormData): Promise<Response | null> {
    const ask = this.options.fetch ?? fetch;
    return await ask(path, {
      method: "POST",
      body: body ?? new URLSearchParams(),
      headers: { accept: "application/json" },
    }).catch(() => null);
  }
}

function placeOf(report: string): string {
  return `/account/reports/${report}`;
}
