import { calls, otherThan, seatOf } from "../calls/mod.ts";
import { keepLine, keptLines } from "../chat/mod.ts";
import { assertNever, type Millis, SECOND } from "../kernel/mod.ts";
import { Gauge } from "../limits/mod.ts";
import type { Line } from "../matching/mod.ts";
import type { Floor } from "./floor.ts";
import type { Request } from "./forms.ts";
import {
  type Event,
  LINE_TOPIC,
  type LineInRoom,
  type UnsaidReason,
} from "./protocol.ts";

/** How long a page may take from the match into the room. */
const ARRIVAL: Millis = 20 * SECOND;

/** The part of a socket that a person needs. */
export interface Wire {
  send(event: Event): void;
  close(code: number, reason: string): void;
}

/**
 * One person at the live page, as this process sees them: free, in line, or in
 * a call. Requests of one person are handled one after the other.
 */
export class Person {
  readonly gauge: Gauge;
  #call: string | null = null;
  #lastCall: string | null = null;
  #searching = false;
  /** In the room of the call, as their page says. */
  #here = false;
  #expecting: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();
  #gone = false;

  constructor(
    readonly floor: Floor,
    readonly account: string,
    readonly wire: Wire,
    /** The session that opened the socket. */
    readonly session: string | null = null,
  ) {
    this.gauge = new Gauge(floor.options.limitFactor);
  }

  /** In line, as far as this process knows. */
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

  /** Back in line, if the ticket is gone though the search goes on. */
  rejoin(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#searching) await this.floor.join(this.account, this.#lastCall);
    });
  }

  /** The media server went away, and the call with it. */
  interrupt(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#call !== null) await this.floor.finish(this.#call, null);
    });
  }

  /** A line of the matcher, for this person. */
  take(line: Line): Promise<void> {
    return this.#inTurn(() =>
      line.kind === "matched" ? this.#matched(line) : this.#ended(line)
    );
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch((error) => {
      this.floor.fault("handle a request", error);
      this.wire.send({
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
        return this.wire.send({ type: "ready" });
      case "say":
        return await this.#say(request);
      case "here":
        return await this.#tellLines(request.call);
      case "lost":
        if (request.call !== this.#call) return;
        // Their connection may be all that broke, or the first to notice.
        void this.floor.watch.look();
        return void await this.floor.finish(request.call, null);
      case "ping":
        return this.wire.send({ type: "pong" });
      default:
        assertNever(request);
    }
  }

  async #find(): Promise<void> {
    if (this.#call !== null || this.#gone) return;
    const waitMs = this.gauge.take("searches", this.floor.deps.clock.now());
    if (waitMs > 0) {
      return this.wire.send({
        type: "fault",
        code: "too_fast",
        message: "Cannot search yet: that was too fast",
        waitMs,
      });
    }
    if (!await this.#mayCall()) return;
    this.#searching = true;
    // Said first: a match may follow within the same millisecond.
    this.wire.send({ type: "searching" });
    const joined = await this.floor.join(this.account, this.#lastCall);
    if (joined.ok || joined.refusal === "waiting") return;
    if (joined.refusal === "in_call") return;
    this.#searching = false;
    this.wire.send({ type: "ready" });
    this.wire.send({
      type: "fault",
      code: "unavailable",
      message: joined.refusal === "elsewhere"
        ? "Cannot search here: another window of yours is still in a call"
        : "Cannot search: the account is erased",
    });
  }

  /** A page that was open before the restriction still has its socket. */
  async #mayCall(): Promise<boolean> {
    const { mayCall, isUpToDate } = this.floor.options;
    if (!(await isUpToDate?.(this.account) ?? true)) {
      this.wire.send({
        type: "fault",
        code: "outdated",
        message: "Cannot search: a text has changed; agree to it at /consent",
      });
      return false;
    }
    if (await mayCall?.(this.account) ?? true) return true;
    this.wire.send({
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
    await this.floor.drop(this.account);
  }

  async #leaveCall(): Promise<void> {
    const call = this.#call!;
    clearTimeout(this.#expecting);
    this.#call = null;
    this.#lastCall = call;
    await this.floor.finish(call, this.account);
  }

  async #matched(line: Line): Promise<void> {
    const { store, media } = this.floor.deps;
    const stored = await store.get(calls, [line.call!]);
    const seat = stored && seatOf(stored.value, this.account);
    if (!seat || stored.value.endedAt !== null) return;
    this.#call = seat.call;
    // A match may win the race against Stop, or against the socket's end.
    if (!this.#searching) return await this.#leaveCall();
    this.#searching = false;
    this.#here = false;
    this.#expect(seat.call);
    this.wire.send({
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
      void this.#inTurn(async () => void await this.floor.finish(call, null));
    }, ARRIVAL);
  }

  async #ended(line: Line): Promise<void> {
    if (line.call === null) return;
    if (this.#call === line.call) {
      clearTimeout(this.#expecting);
      this.#call = null;
      this.#lastCall = line.call;
    }
    const stored = await this.floor.deps.store.get(calls, [line.call]);
    const { startedAt, endedAt } = stored?.value ??
      { startedAt: 0, endedAt: 0 };
    this.wire.send({
      type: "ended",
      call: line.call,
      by: line.ending!,
      seconds: Math.round(((endedAt ?? startedAt) - startedAt) / SECOND),
    });
  }

  /** The room forgets; who comes into it later still reads what was written. */
  async #tellLines(call: string): Promise<void> {
    if (call !== this.#call) return;
    this.#here = true;
    const { store } = this.floor.deps;
    const stored = await store.get(calls, [call]);
    if (!stored) return;
    const lines = (await keptLines(store, call)).flatMap((line) => {
      const seat = line.from && seatOf(stored.value, line.from);
      return seat ? [{ ...line, from: seat.identity }] : [];
    });
    if (lines.length > 0) this.wire.send({ type: "lines", call, lines });
  }

  async #say(
    { call, ref, text }: Extract<Request, { type: "say" }>,
  ): Promise<void> {
    const unsaid = (reason: UnsaidReason, waitMs?: number) =>
      this.wire.send({ type: "unsaid", ref, reason, waitMs });
    if (call !== this.#call) return unsaid("over");
    const waitMs = this.gauge.take("lines", this.floor.deps.clock.now());
    if (waitMs > 0) return unsaid("too_fast", waitMs);
    const { store, media } = this.floor.deps;
    const stored = await store.get(calls, [call]);
    const seat = stored && seatOf(stored.value, this.account);
    const other = stored && otherThan(stored.value, this.account);
    if (!seat || !other) return unsaid("over");
    const kept = await keepLine(this.floor.deps, {
      call,
      from: this.account,
      to: other,
      text,
    });
    if (!kept.ok) {
      return unsaid(kept.refusal === "erased" ? "over" : kept.refusal);
    }
    const line: LineInRoom = { ...kept.value, from: seat.identity };
    try {
      await media.send(seat.room, LINE_TOPIC, line);
    } catch {
      return unsaid("failed");
    }
    this.wire.send({ type: "said", ref, id: line.id, text: line.text });
  }
}
