import {
  type AccountId,
  type Cancel,
  type Millis,
  SECOND,
} from "../kernel/mod.ts";
import { ConnectionLimiter } from "../limits/mod.ts";
import { type CallMessage, hasQueueEntry } from "../matching/mod.ts";
import { stepConnection } from "./connection_machine.ts";
import type {
  ConnectionEffect,
  ConnectionEvent,
  ConnectionState,
} from "./connection_state.ts";
import { unavailable } from "./faults.ts";
import type { Request } from "./forms.ts";
import {
  endedEvent,
  matchedEvent,
  messagesEvent,
  sayInCall,
  seatIn,
  unsaid,
} from "./handlers.ts";
import type { ConnectionPort, SocketPort } from "./ports.ts";
import type { Event } from "./protocol.ts";

/** How long a page may take from the match into the room. */
const ARRIVAL: Millis = 20 * SECOND;

/**
 * One person at the live page, as this process sees them. What they ask and
 * what happens to them is handled in order of arrival, one after the other.
 */
export class Connection {
  readonly limiter: ConnectionLimiter;
  #state: ConnectionState = { name: "idle", lastCall: null };
  #cancelArrival: Cancel = () => {};
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    readonly port: ConnectionPort,
    readonly accountId: AccountId,
    readonly socket: SocketPort,
    /** The session that opened the socket. */
    readonly session: string | null = null,
  ) {
    this.limiter = new ConnectionLimiter(port.limitFactor);
  }

  /** In the queue, as far as this process knows. */
  get searching(): boolean {
    return this.#state.name === "searching";
  }

  /** Handles a request after those before it. */
  handle(request: Request): Promise<void> {
    return this.#inTurn(() => this.#happen(request));
  }

  /** The socket closed: whatever this person was in, ends now. */
  leave(): Promise<void> {
    if (this.#closed) return this.#turn;
    this.#closed = true;
    return this.#inTurn(() => this.#happen({ type: "closed" }));
  }

  /** Back in the queue, if the entry is gone though the search goes on. */
  rejoin(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.searching) return;
      if (await hasQueueEntry(this.port.deps, this.accountId)) return;
      await this.#happen({ type: "entry_lost" });
    });
  }

  /** The media server went away, and the call with it. */
  interrupt(): Promise<void> {
    return this.#inTurn(() => this.#happen({ type: "media_lost" }));
  }

  /** What the matcher says to this person. */
  take(message: CallMessage): Promise<void> {
    return this.#inTurn(async () => {
      switch (message.kind) {
        case "ended": {
          const { callId, ending } = message;
          return await this.#happen({ type: "ended", callId, ending });
        }
        case "matched": {
          const { deps } = this.port;
          const seat = await seatIn(deps, message.callId, this.accountId);
          if (seat) await this.#happen({ type: "seated", seat });
          return;
        }
        case "parted":
          return await this.#happen({ type: "parted" });
      }
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).catch((error) => {
      this.port.onError("handle a request", error);
      const message = "Cannot do that now: try again in a moment";
      this.socket.send(unavailable(message));
    });
    return this.#turn;
  }

  /** Takes the step, then does what follows, then what follows from that. */
  async #happen(event: ConnectionEvent): Promise<void> {
    const before = this.#state;
    const { state, effects } = stepConnection(before, event);
    this.#state = state;
    if (state !== before) this.#expectArrival();
    for (const effect of effects) {
      const answer = await this.#run(effect);
      if (answer) await this.#happen(answer);
    }
  }

  /** Who does not come into the room leaves the other alone with nobody. */
  #expectArrival(): void {
    this.#cancelArrival();
    const state = this.#state;
    if (state.name !== "in_call" || state.here) return;
    const { callId } = state;
    this.#cancelArrival = this.port.scheduler.after(
      ARRIVAL,
      () =>
        this.#inTurn(() => this.#happen({ type: "arrival_overdue", callId })),
    );
  }

  async #run(effect: ConnectionEffect): Promise<ConnectionEvent | void> {
    const { port, socket, accountId } = this;
    switch (effect.type) {
      case "send":
        return socket.send(effect.event);
      case "admit":
        return await this.#admit(effect.counted);
      case "join": {
        const joined = await port.queue.join(effect.admission, effect.lastCall);
        if (joined.ok) return;
        return { type: "join_refused", reason: joined.refusal };
      }
      case "leave_queue":
        // Matched meanwhile: the match ends the call as soon as it is told.
        return void await port.queue.leave(accountId);
      case "finish": {
        const by = effect.by === "self" ? accountId : null;
        return void await port.queue.finish(effect.callId, by);
      }
      case "look_at_media":
        return port.lookAtMedia();
      default: {
        const event = await this.#answer(effect);
        if (event) socket.send(event);
      }
    }
  }

  #answer(effect: AnsweredEffect): Promise<Event | null> {
    const { deps } = this.port;
    switch (effect.type) {
      case "tell_match":
        return matchedEvent(deps, effect.seat);
      case "tell_end":
        return endedEvent(deps, effect.callId, effect.ending);
      case "tell_messages":
        return messagesEvent(deps, effect.callId);
      case "say": {
        const { request } = effect;
        const waitMs = this.limiter.take("messages", deps.clock.now());
        if (waitMs === 0) return sayInCall(deps, this.accountId, request);
        return Promise.resolve(unsaid(request.ref, "too_fast", waitMs));
      }
    }
  }

  /** A page that was open before a refusal still has its socket. */
  async #admit(counted: boolean): Promise<ConnectionEvent> {
    const now = this.port.deps.clock.now();
    const waitMs = counted ? this.limiter.take("searches", now) : 0;
    if (waitMs > 0) return { type: "too_fast", waitMs };
    const admitted = await this.port.admit(this.accountId);
    return admitted.ok
      ? { type: "admitted", admission: admitted.value }
      : { type: "refused", reason: admitted.refusal };
  }
}

/** Effects that end in something told to the person. */
type AnsweredEffect = Extract<
  ConnectionEffect,
  { type: "tell_match" | "tell_end" | "tell_messages" | "say" }
>;
