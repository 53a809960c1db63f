import { calls, otherThan, seatOf } from "../calls/mod.ts";
import { savedMessages, saveMessage } from "../chat/mod.ts";
import {
  type AccountId,
  assertNever,
  type Millis,
  SECOND,
} from "../kernel/mod.ts";
import { ConnectionLimiter } from "../limits/mod.ts";
import type { ProcessMessage } from "../cluster/mod.ts";
import type { LiveHub } from "./live_hub.ts";
import type { Request } from "./forms.ts";
import {
  CHAT_TOPIC,
  type Event,
  type RoomMessage,
  type UnsaidReason,
} from "./protocol.ts";

/** How long a page may take from the match into the room. */
const ARRIVAL: Millis = 20 * SECOND;

/** What the matcher says to one who is, or was, in a call. */
type CallMessage = Exclude<ProcessMessage, { kind: "arrived" }>;
type MessageOf<Kind> = Extract<ProcessMessage, { kind: Kind }>;

/** The part of a socket that a person needs. */
export interface SocketPort {
  send(event: Event): void;
  close(code: number, reason: string): void;
}

/**
 * One person at the live page, as this process sees them: free, in the queue,
 * or in a call. Requests of one person are handled one after the other.
 */
export class Connection {
  readonly limiter: ConnectionLimiter;
  #call: string | null = null;
  #lastCall: string | null = null;
  #searching = false;
  /** In the room of the call, as their page says. */
  #here = false;
  #expecting: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();
  #gone = false;

  constructor(
    readonly liveHub: LiveHub,
    readonly accountId: AccountId,
    readonly socket: SocketPort,
    /** The session that opened the socket. */
    readonly session: string | null = null,
  ) {
    this.limiter = new ConnectionLimiter(liveHub.options.limitFactor);
  }

  /** In the queue, as far as this process knows. */
  get searching(): boolean {
    return this.#searching;
  }

  /** Handles a request after those before it. */
  handle(request: Request): Promise<void> {
    return this.#inTurn(() => this.#handle(request));
  }

  /** The socket closed: whatever this person was in, ends now. */
  leave(): Promise<void> {
    if (this.#gone) return this.#turn;
    this.#gone = true;
    clearTimeout(this.#expecting);
    return this.#inTurn(() => this.#stop());
  }

  /** Back in the queue, if the queue entry is gone though the search goes on. */
  rejoin(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#searching) {
        await this.liveHub.join(this.accountId, this.#lastCall);
      }
    });
  }

  /** The media server went away, and the call with it. */
  interrupt(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#call !== null) await this.liveHub.finish(this.#call, null);
    });
  }

  /** What the matcher says to this person. */
  take(message: CallMessage): Promise<void> {
    return this.#inTurn(() =>
      message.kind === "matched" ? this.#matched(message) : this.#ended(message)
    );
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch((error) => {
      this.liveHub.fault("handle a request", error);
      this.socket.send({
        type: "fault",
        code: "unavailable",
        message: "Cannot do that now: try again in a moment",
      });
    });
    return this.#turn;
  }

  async #handle(request: Request): Promise<void> {
    switch (request.type) {
      case "find":
        return await this.#find();
      case "next":
        return await this.#next(request.call);
      case "stop":
        await this.#stop();
        return this.socket.send({ type: "ready" });
      case "say":
        return await this.#say(request);
      case "here":
        return await this.#tellMessages(request.call);
      case "lost":
        if (request.call !== this.#call) return;
        // Their connection may be all that broke, or the first to notice.
        void this.liveHub.watch.look();
        return void await this.liveHub.finish(request.call, null);
      case "ping":
        return this.socket.send({ type: "pong" });
      default:
        assertNever(request);
    }
  }

  async #find(): Promise<void> {
    if (this.#call !== null || this.#gone) return;
    const waitMs = this.limiter.take("searches", this.liveHub.deps.clock.now());
    if (waitMs > 0) {
      return this.socket.send({
        type: "fault",
        code: "too_fast",
        message: "Cannot search yet: that was too fast",
        waitMs,
      });
    }
    if (!await this.#mayCall()) return;
    this.#searching = true;
    // Said first: a match may follow within the same millisecond.
    this.socket.send({ type: "searching" });
    const joined = await this.liveHub.join(this.accountId, this.#lastCall);
    if (joined.ok || joined.refusal === "waiting") return;
    if (joined.refusal === "in_call") return;
    this.#searching = false;
    this.socket.send({ type: "ready" });
    this.socket.send({
      type: "fault",
      code: "unavailable",
      message: joined.refusal === "elsewhere"
        ? "Cannot search here: another window of yours is still in a call"
        : "Cannot search: the account is erased",
    });
  }

  /** A page that was open before the restriction still has its socket. */
  async #mayCall(): Promise<boolean> {
    const { mayCall, isUpToDate } = this.liveHub.options;
    if (!(await isUpToDate?.(this.accountId) ?? true)) {
      this.socket.send({
        type: "fault",
        code: "outdated",
        message: "Cannot search: a text has changed; agree to it at /consent",
      });
      return false;
    }
    if (await mayCall?.(this.accountId) ?? true) return true;
    this.socket.send({
      type: "fault",
      code: "restricted",
      message: "Cannot search: you asked us to stop using your data",
    });
    return false;
  }

  async #next(call: string | null): Promise<void> {
    if (this.#call !== null && this.#call === call) await this.#leaveCall();
    await this.#find();
  }

  async #stop(): Promise<void> {
    if (this.#call !== null) return await this.#leaveCall();
    if (!this.#searching) return;
    this.#searching = false;
    await this.liveHub.drop(this.accountId);
  }

  async #leaveCall(): Promise<void> {
    const call = this.#call!;
    clearTimeout(this.#expecting);
    this.#call = null;
    this.#lastCall = call;
    await this.liveHub.finish(call, this.accountId);
  }

  async #matched(message: MessageOf<"matched">): Promise<void> {
    const { store, media } = this.liveHub.deps;
    const stored = await store.get(calls, [message.callId]);
    const seat = stored && seatOf(stored.value, this.accountId);
    if (!seat || stored.value.endedAt !== null) return;
    this.#call = seat.call;
    // A match may win the race against Stop, or against the socket's end.
    if (!this.#searching) return await this.#leaveCall();
    this.#searching = false;
    this.#here = false;
    this.#expect(seat.call);
    this.socket.send({
      type: "matched",
      call: seat.call,
      url: media.url,
      token: await media.token(seat.room, seat.identity),
      identity: seat.identity,
    });
  }

  /** Who does not come into the room leaves the other alone with nobody. */
  #expect(call: string): void {
    clearTimeout(this.#expecting);
    this.#expecting = setTimeout(() => {
      if (this.#call !== call || this.#here) return;
      void this.#inTurn(async () => void await this.liveHub.finish(call, null));
    }, ARRIVAL);
  }

  async #ended(message: MessageOf<"ended">): Promise<void> {
    if (this.#call === message.callId) {
      clearTimeout(this.#expecting);
      this.#call = null;
      this.#lastCall = message.callId;
    }
    const stored = await this.liveHub.deps.store.get(calls, [message.callId]);
    const { startedAt, endedAt } = stored?.value ??
      { startedAt: 0, endedAt: 0 };
    this.socket.send({
      type: "ended",
      call: message.callId,
      by: message.ending,
      seconds: Math.round(((endedAt ?? startedAt) - startedAt) / SECOND),
    });
  }

  /** The room forgets; who comes into it later still reads what was written. */
  async #tellMessages(call: string): Promise<void> {
    if (call !== this.#call) return;
    this.#here = true;
    const { store } = this.liveHub.deps;
    const stored = await store.get(calls, [call]);
    if (!stored) return;
    const messages = (await savedMessages(store, call)).flatMap((message) => {
      const seat = message.from && seatOf(stored.value, message.from);
      return seat ? [{ ...message, from: seat.identity }] : [];
    });
    if (messages.length > 0) {
      this.socket.send({ type: "messages", call, messages });
    }
  }

  async #say(
    { call, ref, text }: Extract<Request, { type: "say" }>,
  ): Promise<void> {
    const unsaid = (reason: UnsaidReason, waitMs?: number) =>
      this.socket.send({ type: "unsaid", ref, reason, waitMs });
    if (call !== this.#call) return unsaid("over");
    const waitMs = this.limiter.take("messages", this.liveHub.deps.clock.now());
    if (waitMs > 0) return unsaid("too_fast", waitMs);
    const { store, media } = this.liveHub.deps;
    const stored = await store.get(calls, [call]);
    const seat = stored && seatOf(stored.value, this.accountId);
    const other = stored && otherThan(stored.value, this.accountId);
    if (!seat || !other) return unsaid("over");
    const kept = await saveMessage(this.liveHub.deps, {
      call,
      from: this.accountId,
      to: other,
      text,
    });
    if (!kept.ok) {
      return unsaid(kept.refusal === "erased" ? "over" : kept.refusal);
    }
    const message: RoomMessage = { ...kept.value, from: seat.identity };
    try {
      await media.send(seat.room, CHAT_TOPIC, message);
    } catch {
      return unsaid("failed");
    }
    this.socket.send({ type: "said", ref, id: message.id, text: message.text });
  }
}
