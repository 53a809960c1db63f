import { computed, signal } from "@preact/signals";
import { tidy } from "../chat/chat_message.ts";
import { Blocking } from "./blocking.ts";
import type { Clock, Scheduler } from "../kernel/mod.ts";
import { systemScheduler } from "../kernel/scheduler.ts";
import { LiveSocket } from "./live_socket.ts";
import { OwnMedia } from "./own_media.ts";
import { CallRoom, loadLibrary } from "./room.ts";
import { Reporting } from "./reporting.ts";
import { stillOf } from "./still.ts";
import { inCall, type TalkModel } from "./states.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { Matched, TalkEffect, TalkEvent } from "./talk_events.ts";
import { START, step } from "./talk_machine.ts";

export interface TalkOptions {
  /** Path of the socket on this site. */
  path: string;
  clock?: Clock;
  scheduler?: Scheduler;
}

/** The live page, without its looks: what to show, and what happens to it. */
export class Talk {
  readonly own = new OwnMedia();
  readonly reporting: Reporting;
  readonly blocking = new Blocking();
  readonly #model = signal<TalkModel>(START);
  readonly #clock: Clock;
  readonly #scheduler: Scheduler;
  readonly #watch: Stopwatch;
  readonly #socket: LiveSocket;
  #room: { callId: string; room: CallRoom } | null = null;
  #remote: HTMLVideoElement | null = null;
  /** The call that is on, or the last one. */
  #lastCall: string | null = null;

  /** Seconds of the search or of the call. */
  readonly seconds = computed(() => {
    const model = this.#model.value;
    return "since" in model ? this.#watch.secondsSince(model.since) : 0;
  });

  constructor(options: TalkOptions) {
    this.#clock = options.clock ?? { now: () => Date.now() };
    this.#scheduler = options.scheduler ?? systemScheduler;
    this.#watch = new Stopwatch(this.#clock, this.#scheduler);
    this.reporting = new Reporting({
      clock: this.#clock,
      scheduler: this.#scheduler,
      onLeave: () => this.dispatch({ type: "stop" }),
    });
    this.#socket = new LiveSocket({
      url: () => socketUrl(options.path),
      scheduler: this.#scheduler,
      onEvent: (event) => this.dispatch(event),
      onChange: (open) =>
        this.dispatch({ type: open ? "socket_open" : "socket_lost" }),
    });
  }

  get model(): TalkModel {
    return this.#model.value;
  }

  async start(): Promise<void> {
    this.#watch.start();
    this.#socket.connect();
    await this.own.ask();
  }

  dispatch = (event: TalkEvent): void => {
    const { model, effects } = step(this.model, event, this.#clock.now());
    this.#model.value = model;
    for (const effect of effects) this.#run(effect);
  };

  /** False when there is nobody to say it to. */
  say = (typed: string): boolean => {
    const text = tidy(typed);
    if (!inCall(this.model) || this.model.socket !== "open" || text === "") {
      return false;
    }
    this.dispatch({ type: "say", text });
    return true;
  };

  /** Offers to report whoever is in the call, or was in the last one. */
  report = (): void => {
    this.reporting.ask(this.#lastCall, inCall(this.model));
  };

  /** Never again whoever was in the last call. */
  block = (): void => {
    if (this.#lastCall !== null) void this.blocking.block(this.#lastCall);
  };

  /** What the other's picture shows now; null where there is none. */
  still(): Promise<Blob | null> {
    return stillOf(this.#remote);
  }

  /** Where the other's picture goes; null when that place is gone. */
  showRemote = (element: HTMLVideoElement | null): void => {
    this.#remote = element;
    this.#room?.room.show(element);
    element?.addEventListener("playing", () => {
      this.dispatch({ type: "playing" });
    });
  };

  close(): void {
    this.#watch.stop();
    this.#leave();
    this.#socket.close();
    this.own.close();
  }

  #run(effect: TalkEffect): void {
    switch (effect.type) {
      case "connect":
        return this.#socket.connect();
      case "close":
        return this.#socket.close();
      case "send":
        return void this.#socket.send(effect.request);
      case "load":
        return void loadLibrary().catch(() => {});
      case "enter":
        return this.#enter(effect.matched);
      case "leave":
        return this.#leave();
      case "check_room":
        return this.#checkRoom(effect.callId, effect.ms);
      case "after":
        return void this.#scheduler.after(
          effect.ms,
          () => this.dispatch(effect.event),
        );
      case "go":
        return location.assign(effect.to);
    }
  }

  #enter(matched: Matched): void {
    this.#leave();
    const callId = matched.call;
    this.#lastCall = callId;
    this.blocking.forget();
    const room = new CallRoom(callId, this.dispatch);
    this.#room = { callId, room };
    room.show(this.#remote);
    room.enter(matched, this.own.stream.value).then(
      () => this.dispatch({ type: "entered", callId }),
      () => this.dispatch({ type: "room_lost", callId }),
    );
  }

  #leave(): void {
    this.#room?.room.leave();
    this.#room = null;
  }

  #checkRoom(callId: string, ms: number): void {
    this.#scheduler.after(ms, () => {
      if (this.#room?.callId !== callId) return;
      const { hasOther } = this.#room.room;
      this.dispatch({ type: "room_checked", callId, hasOther });
    });
  }
}

/** The page is rendered on the server first, where there is no location. */
function socketUrl(path: string): URL {
  const url = new URL(path, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url;
}
