import { signal } from "@preact/signals";
import { tidy } from "../chat/chat_message.ts";
import type { Event } from "../live/protocol.ts";
import { Lines } from "./chat_messages.ts";
import { LiveSocket } from "./live_socket.ts";
import { OwnMedia } from "./own_media.ts";
import { CallRoom, loadLibrary, type Quality } from "./room.ts";
import type { EndReason, TalkState } from "./states.ts";
import { Stopwatch } from "./stopwatch.ts";

/** The place of Next rests after each press: a second one meant the first. */
const PRESS_RESTS_MS = 400;
/** Somebody without a camera is live without a picture. */
const PICTURE_PATIENCE_MS = 3_000;

type Matched = Extract<Event, { type: "matched" }>;
type Search = { type: "find" } | { type: "next"; call: string | null };

/** The live page, without its looks: signals to show, and what can be done. */
export class Talk {
  readonly state = signal<TalkState>("ready");
  readonly reason = signal<EndReason>("they-left");
  readonly connection = signal<"connecting" | Quality>("connecting");
  /** Seconds that the last call lasted. */
  readonly talked = signal(0);
  readonly watch = new Stopwatch();
  readonly lines = new Lines();
  readonly own = new OwnMedia();

  #socket: LiveSocket;
  #call: { id: string; identity: string; room: CallRoom } | null = null;
  #remote: HTMLVideoElement | null = null;
  /** True while the person wants to be matched, whatever stands in the way. */
  #wish = false;
  #mediaUp = true;
  #restsUntil = 0;

  constructor(socketPath: string) {
    this.#socket = new LiveSocket({
      path: socketPath,
      onEvent: (event) => this.#hear(event),
      onChange: (open) => open || this.#interrupt(),
    });
  }

  async start(): Promise<void> {
    this.watch.start();
    this.#socket.connect();
    await this.own.ask();
  }

  find = (): void => {
    if (!this.#press()) return;
    this.#wish = true;
    this.#search({ type: "find" });
  };

  next = (): void => {
    if (!this.#press()) return;
    const call = this.#call?.id ?? null;
    this.#leaveRoom();
    this.#wish = true;
    this.#search({ type: "next", call });
  };

  stop = (): void => {
    if (!this.#press()) return;
    this.#wish = false;
    this.#leaveRoom();
    this.#socket.send({ type: "stop" });
    this.state.value = "ready";
  };

  /** False when there is nobody to say it to. */
  say = (typed: string): boolean => {
    const text = tidy(typed);
    if (!this.#call || !this.#socket.open || text === "") return false;
    const ref = this.lines.send(text);
    return this.#socket.send({ type: "say", call: this.#call.id, ref, text });
  };

  /** Where the other's picture goes; null when that place is gone. */
  showRemote = (element: HTMLVideoElement | null): void => {
    this.#remote = element;
    this.#call?.room.show(element);
    element?.addEventListener("playing", () => this.#goLive());
  };

  close(): void {
    this.watch.stop();
    this.#leaveRoom();
    this.#socket.close();
    this.own.close();
  }

  #press(): boolean {
    if (Date.now() < this.#restsUntil) return false;
    this.#restsUntil = Date.now() + PRESS_RESTS_MS;
    return true;
  }

  #search(request: Search): void {
    this.watch.begin();
    void loadLibrary().catch(() => {});
    if (this.#socket.closed) this.#socket.connect();
    const possible = this.#socket.send(request) && this.#mediaUp;
    this.state.value = possible ? "searching" : "interrupted";
  }

  #hear(event: Event): void {
    switch (event.type) {
      case "welcome":
        return this.#mediaChanged(event.media);
      case "media":
        return this.#mediaChanged(event.up);
      case "matched":
        return this.#enter(event);
      case "ended":
        if (event.call !== this.#call?.id) return;
        this.talked.value = event.seconds;
        return this.#end(event.by === "they" ? "they-left" : "interrupted");
      case "lines":
        if (event.call !== this.#call?.id) return;
        return event.lines.forEach((line) =>
          this.lines.arrived(line, this.#call!.identity)
        );
      case "said":
        return this.lines.said(event);
      case "unsaid":
        return this.lines.unsaid(event.ref);
      case "bye":
        if (event.reason !== "restart") this.#giveWay();
        return;
      case "fault":
        if (event.code === "outdated") return location.assign("/consent");
        if (event.code === "restricted") return location.assign("/talk");
        if (event.waitMs && this.#wish) this.#searchIn(event.waitMs);
        return;
      case "searching":
      case "ready":
      case "pong":
        return;
    }
  }

  #searchIn(waitMs: number): void {
    setTimeout(() => {
      if (this.#wish) this.#search({ type: "find" });
    }, waitMs);
  }

  #enter(event: Matched): void {
    if (!this.#wish) return;
    this.#wish = false;
    this.talked.value = 0;
    this.lines.clear();
    this.connection.value = "connecting";
    this.watch.begin();
    const lost = () =>
      void this.#socket.send({ type: "lost", call: event.call });
    const room = new CallRoom({
      onTrack: () => this.connection.value = "good",
      onOther: () =>
        setTimeout(
          () => this.#isIn(room) && this.#goLive(),
          PICTURE_PATIENCE_MS,
        ),
      onLine: (line) => this.lines.arrived(line, event.identity),
      onQuality: (quality) => this.connection.value = quality,
      onLost: lost,
    });
    this.#call = { id: event.call, identity: event.identity, room };
    this.state.value = "matched";
    room.show(this.#remote);
    room.enter(event, this.own.stream.value)
      .then(() => this.#entered(room), () => this.#isIn(room) && lost());
  }

  #entered(room: CallRoom): void {
    if (!this.#isIn(room)) return;
    this.#tellHere();
    setTimeout(() => {
      if (!this.#isIn(room)) return;
      // Again: a line may have passed while the data channel still opened.
      this.#tellHere();
      if (room.hasOther) this.#goLive();
    }, PICTURE_PATIENCE_MS);
  }

  #tellHere(): void {
    this.#socket.send({ type: "here", call: this.#call!.id });
  }

  #isIn(room: CallRoom): boolean {
    return this.#call?.room === room;
  }

  /** Their first frame is on the screen. */
  #goLive(): void {
    if (this.state.value === "matched") this.state.value = "live";
  }

  #end(why: EndReason): void {
    this.#leaveRoom();
    this.reason.value = why;
    const away = why === "interrupted" && !this.#served;
    this.state.value = away ? "interrupted" : "ended";
  }

  #leaveRoom(): void {
    if (this.#call) this.talked.value ||= this.watch.seconds.value;
    this.#call?.room.leave();
    this.#call = null;
  }

  get #served(): boolean {
    return this.#mediaUp && this.#socket.open;
  }

  #mediaChanged(up: boolean): void {
    this.#mediaUp = up;
    if (up) this.#resume();
    else this.#interrupt();
  }

  /** No service: a call is over, a search goes on when it is back. */
  #interrupt(): void {
    if (this.#call) return this.#end("interrupted");
    const cut = this.state.value === "ended" &&
      this.reason.value === "interrupted";
    if (cut || this.#wish) this.state.value = "interrupted";
  }

  #resume(): void {
    if (!this.#served) return;
    if (this.#wish) this.#search({ type: "find" });
    else if (this.state.value === "interrupted") this.state.value = "ended";
  }

  /** Another window of this person took over. */
  #giveWay(): void {
    this.#wish = false;
    this.#socket.close();
    this.#end("elsewhere");
  }
}
