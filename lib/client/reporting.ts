import { signal } from "@preact/signals";
import type { Clock, Millis, Scheduler } from "../kernel/mod.ts";
import type { ReasonId } from "../safety/vocabulary.ts";

/** A report on its way, or what became of it. */
export type ReportingState =
  | { step: "none" }
  /** The reasons are offered. */
  | { step: "asked"; call: string; inCall: boolean }
  /** On its way; `waits` while there is no connection. */
  | { step: "sending"; reason: ReasonId; waits: boolean }
  | {
    step: "sent";
    reason: ReasonId;
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
  /** This person may not report for a time. */
  | { step: "barred" }
  /** It was refused, and nothing was kept. */
  | { step: "failed" };

type Sent = Extract<ReportingState, { step: "sent" }>;

const TAKE_BACK: Millis = 10_000;
const RETRY: Millis = 5_000;
/** Fifteen minutes: after that the history is the way. */
const MAX_TRIES = 180;

/** A report on its way, and for which turn of the page. */
interface Filing {
  path: string;
  reason: ReasonId;
  form: FormData;
  turn: number;
}

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
  /** Counts what the page turns to: an answer to what it left is not shown. */
  #turn = 0;

  constructor(readonly options: ReportingOptions) {}

  get state(): ReportingState {
    return this.#state.value;
  }

  ask(call: string | null, inCall: boolean): void {
    if (call === null) return;
    this.#turn++;
    this.#state.value = { step: "asked", call, inCall };
  }

  /** The page turns to something else; what is on its way goes on. */
  close(): void {
    this.#turn++;
    this.#state.value = { step: "none" };
  }

  /** Sends what was chosen. `still` is taken before the call is left. */
  async send(
    reason: ReasonId,
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
    const filing = {
      path: `/talk/calls/${state.call}/report`,
      ...{ reason, form, turn: this.#turn },
    };
    this.#show(filing, { step: "sending", reason, waits: false });
    if (state.inCall) this.options.onLeave();
    await this.#post(filing);
  }

  async takeBack(): Promise<void> {
    const { state } = this;
    if (state.step !== "sent") return;
    const done = await this.#fetch(`${placeOf(state.report)}/withdrawal`);
    this.#change(
      state.report,
      (sent) => done?.ok ? { step: "withdrawn" } : { ...sent, until: null },
    );
  }

  async note(words: string): Promise<boolean> {
    const { state } = this;
    if (state.step !== "sent") return false;
    const form = new FormData();
    form.set("words", words);
    const done = await this.#fetch(`${placeOf(state.report)}/note`, form);
    if (done?.ok) {
      this.#change(state.report, (sent) => ({ ...sent, noted: true }));
    }
    return done?.ok === true;
  }

  async #post(filing: Filing, tries = 0): Promise<void> {
    const answer = await this.#fetch(filing.path, filing.form);
    const after = answer === null || answer.status >= 500
      ? null
      : await this.#after(answer, filing.reason);
    if (after === null) return this.#retry(filing, tries);
    this.#show(filing, after);
    this.#endTakeBack();
  }

  #retry(filing: Filing, tries: number): void {
    const { reason } = filing;
    if (tries >= MAX_TRIES) return this.#show(filing, { step: "failed" });
    this.#show(filing, { step: "sending", reason, waits: true });
    this.options.scheduler.after(RETRY, () => this.#post(filing, tries + 1));
  }

  /** Shows how far a report is, unless the page has turned away from it. */
  #show({ turn }: Filing, state: ReportingState): void {
    if (turn === this.#turn) this.#state.value = state;
  }

  /** Changes what is shown of a report, where it is shown still. */
  #change(report: string, change: (sent: Sent) => ReportingState): void {
    const { state } = this;
    if (state.step !== "sent" || state.report !== report) return;
    this.#state.value = change(state);
  }

  /** Null for an answer that broke off: the report may be there, or not. */
  async #after(
    answer: Response,
    reason: ReasonId,
  ): Promise<ReportingState | null> {
    if (answer.status === 429) {
      const seconds = Number(answer.headers.get("retry-after") ?? 60);
      return { step: "late", waitMs: seconds * 1000 };
    }
    if (answer.status === 403) return { step: "barred" };
    if (answer.status !== 201) return { step: "failed" };
    const filed = await answer.json().catch(() => null);
    if (filed === null) return null;
    const { report, number, added, final } = filed;
    const until = final || added ? null : this.options.clock.now() + TAKE_BACK;
    return { step: "sent", reason, report, number, added, until, noted: false };
  }

  /** After ten seconds the way back goes, without a sound. */
  #endTakeBack(): void {
    const { state } = this;
    if (state.step !== "sent" || state.until === null) return;
    const { report } = state;
    this.options.scheduler.after(TAKE_BACK, () => {
      this.#change(report, (sent) => ({ ...sent, until: null }));
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
