import type { StreamEvent } from "../changes/mod.ts";
import type { Cancel, Millis, Scheduler } from "../kernel/mod.ts";

/** What of an EventSource matters here. */
export interface EventLine {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

export type LineState =
  /** Changes are told as they come. */
  | "open"
  /** It is tried again by itself. */
  | "lost"
  /** It is not: the session has ended, or it was tried too often. */
  | "over";

type Told = Exclude<StreamEvent, { type: "beat" | "bye" }>;

export interface ChangeLineOptions {
  /** Opens a stream that goes on after an id. */
  open(since: number): EventLine;
  /** The id that the page was made at. */
  since: number;
  scheduler: Scheduler;
  onEvent(event: Told): void;
  onState(state: LineState): void;
  random?(): number;
}

const FIRST_WAIT: Millis = 1_000;
const MAX_WAIT: Millis = 30_000;
/** Some five minutes of trying. */
const MAX_TRIES = 14;
/** One failure is a server that starts anew; nobody need hear of it. */
const TRIES_UNTOLD = 2;
/** The server shows every ten seconds that it is there. */
const SILENCE: Millis = 25_000;

const TYPES = ["change", "all", "presence", "beat", "bye"] as const;

/**
 * How long to wait before a try: twice as long each time, and never quite the
 * same, so that not all pages come back at one moment. Null when it is enough.
 */
export function waitBefore(tries: number, random: number): Millis | null {
  if (tries > MAX_TRIES) return null;
  const wait = Math.min(FIRST_WAIT * 2 ** (tries - 1), MAX_WAIT);
  return wait * (0.5 + random / 2);
}

/**
 * The line by which an open page hears of changes. It comes back by itself and
 * goes on after what it heard last.
 */
export class ChangeLine {
  #line: EventLine | null = null;
  #since: number;
  #tries = 0;
  #state: LineState | null = null;
  #cancelTry: Cancel = () => {};
  #cancelSilence: Cancel = () => {};

  constructor(readonly options: ChangeLineOptions) {
    this.#since = options.since;
  }

  /** Opens the line unless it is open; what failed before is forgotten. */
  open(): void {
    this.#tries = 0;
    if (!this.#line) this.#try();
  }

  /** Shuts it without a word, until it is opened again. */
  shut(): void {
    this.#cancelTry();
    this.#drop();
  }

  #try(): void {
    this.#cancelTry();
    const line = this.options.open(this.#since);
    this.#line = line;
    this.#watch();
    line.addEventListener("open", () => {
      if (this.#line === line) this.#heard();
    });
    line.addEventListener("error", () => {
      if (this.#line === line) this.#lost();
    });
    for (const type of TYPES) {
      line.addEventListener(type, (event: Event) => {
        if (this.#line === line) this.#take(type, event as MessageEvent);
      });
    }
  }

  #take(type: typeof TYPES[number], { data, lastEventId }: MessageEvent): void {
    this.#heard();
    const event = { type, data: JSON.parse(data) } as StreamEvent;
    if (event.type === "bye") return this.#takeLeave(event.data.reason);
    if (event.type === "beat") return;
    if (event.type === "presence") return this.options.onEvent(event);
    this.#since = Number(lastEventId);
    this.options.onEvent({ ...event, id: this.#since });
  }

  #takeLeave(reason: Extract<StreamEvent, { type: "bye" }>["data"]["reason"]) {
    if (reason === "restart" || reason === "again") return this.#lost();
    this.#drop();
    // Another page of the same person has taken its place: this one waits.
    if (reason === "signed_out") this.#say("over");
  }

  #heard(): void {
    this.#tries = 0;
    this.#watch();
    this.#say("open");
  }

  /** A line can be dead and not say so. */
  #watch(): void {
    this.#cancelSilence();
    const { scheduler } = this.options;
    this.#cancelSilence = scheduler.after(SILENCE, () => this.#lost());
  }

  #lost(): void {
    this.#drop();
    const { scheduler, random = Math.random } = this.options;
    const wait = waitBefore(++this.#tries, random());
    if (wait === null) return this.#say("over");
    if (this.#tries > TRIES_UNTOLD) this.#say("lost");
    this.#cancelTry = scheduler.after(wait, () => this.#try());
  }

  #drop(): void {
    this.#cancelSilence();
    this.#line?.close();
    this.#line = null;
  }

  #say(state: LineState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.options.onState(state);
  }
}
