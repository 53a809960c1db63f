import type { Cancel, Millis, Scheduler } from "../kernel/mod.ts";
import { systemScheduler } from "../kernel/scheduler.ts";
import type { Presence } from "../matching/mod.ts";
import { Banners } from "./banners.ts";
import {
  ChangeLine,
  type ChangeLineOptions,
  type LineState,
} from "./change_line.ts";
import { keepClaim } from "./claim_keeping.ts";
import { fetchPage, partsOf, swapTallies } from "./fresh_page.ts";
import { keepWords, restoreWords } from "./kept_words.ts";
import { LiveList, type Settled } from "./live_list.ts";
import { LivePart } from "./live_part.ts";
import { sayLocalTimes } from "./local_times.ts";
import { Refreshing } from "./refreshing.ts";

/** What a page says of itself beside what it shows. */
export type LiveNotice =
  /** Rows have come to the list; they are shown already, or wait. */
  | { kind: "new"; count: number; isShown: boolean }
  /** Rows of the list have gone or moved, and nobody disturbed. */
  | { kind: "moved" }
  /** Somebody else did something to this case; who has it now, if anybody. */
  | { kind: "changed"; holder: string | null }
  | { kind: "lost" }
  | { kind: "over" }
  /** Words that were typed into a form that is there no more. */
  | { kind: "typed"; text: string };

export interface LivePageOptions {
  since: number;
  presences: Readonly<Record<Presence, string>>;
  onNotice(notice: LiveNotice | null): void;
}

/** Without anybody looking, a page needs no line after this. */
const UNSEEN: Millis = 60_000;
/** Clocks on the page, and cases whose time with somebody is over. */
const AGED: Millis = 60_000;
/**
 * Keeps a page of the back office as it would be if it were opened now. What
 * the server renders is fetched again and put in place part by part; a case is
 * left as it is until somebody wants to see what changed.
 */
export class LivePage {
  readonly #scheduler: Scheduler = systemScheduler;
  readonly #line: ChangeLine;
  readonly #refreshing: Refreshing;
  readonly #list: LiveList | null;
  readonly #banners: Banners | null;
  readonly #case: HTMLElement | null;
  readonly #parts = new Map<HTMLElement, LivePart>();
  readonly #stops: Cancel[] = [];
  #cancelShut: Cancel = () => {};
  #isChanged = false;
  #lineState: LineState = "open";
  #notice: LiveNotice | null = null;

  constructor(readonly page: Document, readonly options: LivePageOptions) {
    const list = page.querySelector('[data-live="list"]');
    this.#list = list && new LiveList(list);
    const strip = page.querySelector('[data-live="alerts"]');
    this.#banners = strip && new Banners(strip);
    this.#case = page.querySelector<HTMLElement>("[data-case]");
    this.#refreshing = new Refreshing(this.#scheduler, () => this.#load());
    this.#line = new ChangeLine({
      scheduler: this.#scheduler,
      since: options.since,
      open: (since) => new EventSource(this.#address(since)),
      onEvent: (event) => this.#take(event),
      onState: (state) => {
        this.#lineState = state;
        this.#tell(this.#notice);
      },
    });
  }

  /** Begins; answers how to end it. */
  start(): Cancel {
    const text = restoreWords(this.page);
    if (text !== null) this.#tell({ kind: "typed", text });
    this.#line.open();
    this.#listen(this.page, "visibilitychange", () => this.#seen());
    this.#listen(window, "pagehide", () => this.#line.shut());
    this.#listen(window, "pageshow", (event) => {
      if ((event as PageTransitionEvent).persisted) this.#resume();
    });
    this.#listen(window, "online", () => this.#line.open());
    this.#followList();
    this.#followUse();
    this.#stops.push(keepClaim(this.page, () => {
      this.#isChanged = true;
      this.#refreshing.ask();
    }));
    return () => {
      for (const stop of this.#stops) stop();
      this.#line.shut();
    };
  }

  /** Shows what has changed: the list at once, a case by loading it again. */
  show(): void {
    if (this.#notice?.kind === "changed" || this.#lineState === "over") {
      keepWords(this.page);
      location.reload();
      return;
    }
    this.#list?.show();
    this.#tell(null);
  }

  #address(since: number): string {
    const query = new URLSearchParams({ since: String(since) });
    const number = this.#case?.dataset.case;
    if (number) query.set("case", number);
    return `/admin/changes?${query}`;
  }

  #take(event: Parameters<ChangeLineOptions["onEvent"]>[0]): void {
    if (event.type === "presence") {
      return this.#sayPresence(event.data.presence);
    }
    const isHere = event.type === "all" ||
      event.data.number === this.#case?.dataset.case && !event.data.own;
    if (this.#case && isHere) this.#isChanged = true;
    this.#refreshing.ask();
  }

  #sayPresence(presence: Presence): void {
    for (const place of this.page.querySelectorAll("[data-presence]")) {
      place.textContent = this.options.presences[presence];
    }
  }

  /** The page as it is now, or home, whose rail counts the same. */
  async #load(): Promise<void> {
    const isWhole = this.#case === null || this.#isChanged;
    const fresh = await fetchPage(isWhole ? location.href : "/admin", "page");
    if (!fresh) return;
    swapTallies(this.page, fresh);
    for (const { name, part, now } of partsOf(this.page, fresh)) {
      if (name === "list") this.#noteList(this.#list!.take(now));
      else if (name === "alerts") this.#banners?.take(now, this.#isInUse());
      else this.#partOf(part).take(now);
    }
    sayLocalTimes(this.page, this.page.documentElement.lang);
    if (!this.#isChanged) return;
    const { holder = "" } =
      fresh.querySelector<HTMLElement>("[data-case]")?.dataset ?? {};
    this.#tell({ kind: "changed", holder: holder || null });
  }

  #partOf(part: HTMLElement): LivePart {
    const known = this.#parts.get(part) ?? new LivePart(part);
    this.#parts.set(part, known);
    return known;
  }

  #noteList({ waiting, added }: Settled): void {
    if (added > 0) this.#tell({ kind: "new", count: added, isShown: true });
    else if (waiting !== null) this.#tell(waitingNotice(waiting.added.length));
    else if (this.#hasList()) this.#tell(null);
  }

  /** Whether what is said now is about a list that waits. */
  #hasList(): boolean {
    const notice = this.#notice;
    return notice?.kind === "moved" ||
      notice?.kind === "new" && !notice.isShown;
  }

  #followList(): void {
    if (!this.#list) return;
    this.#stops.push(this.#scheduler.every(AGED, () => {
      if (this.page.visibilityState === "visible") this.#refreshing.ask();
    }));
  }

  /** What somebody is about to press must not move. */
  #isInUse(): boolean {
    const place = this.#list?.list ?? this.#case;
    return place !== null &&
      (place.matches(":hover") || place.contains(this.page.activeElement));
  }

  /** What waited for the pointer or the focus to leave is shown then. */
  #followUse(): void {
    const place = this.#list?.list ?? this.#case;
    if (!place) return;
    const settle = () =>
      this.#scheduler.after(0, () => {
        if (!this.#isInUse()) this.#banners?.settle();
        if (this.#list) this.#noteList(this.#list.settle());
      });
    this.#listen(place, "pointerleave", settle);
    this.#listen(place, "focusout", settle);
    this.#listen(this.page, "scrollend", settle);
  }

  #seen(): void {
    this.#cancelShut();
    if (this.page.visibilityState === "visible") return this.#resume();
    this.#cancelShut = this.#scheduler.after(UNSEEN, () => this.#line.shut());
  }

  #resume(): void {
    this.#line.open();
    if (this.#list) this.#refreshing.ask();
  }

  /** What the page has to say comes before how its line is. */
  #tell(notice: LiveNotice | null): void {
    this.#notice = notice;
    const { kind } = notice ?? {};
    const line = this.#lineState === "open" ? null : { kind: this.#lineState };
    const isDone = notice === null ||
      kind === "new" && (notice as { isShown?: boolean }).isShown;
    this.options.onNotice(isDone && line ? line : notice);
  }

  #listen(
    target: EventTarget,
    type: string,
    listener: (event: Event) => void,
  ): void {
    target.addEventListener(type, listener, { passive: true });
    this.#stops.push(() => target.removeEventListener(type, listener));
  }
}

function waitingNotice(count: number): LiveNotice {
  return count > 0 ? { kind: "new", count, isShown: false } : { kind: "moved" };
}
