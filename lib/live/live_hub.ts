import { type Media, MediaWatch } from "../calls/mod.ts";
import {
  type AccountId,
  type Cancel,
  type Clock,
  type Millis,
  newId,
  type Scheduler,
  SECOND,
} from "../kernel/mod.ts";
import {
  type Admit,
  type CallMessage,
  type Deps,
  type Matcher,
  Queue,
} from "../matching/mod.ts";
import type { Store } from "../store/mod.ts";
import { noteVisit } from "../usage/mod.ts";
import { Connection } from "./connection.ts";
import type { ConnectionPort, SocketPort } from "./ports.ts";
import { type Event, PROTOCOL } from "./protocol.ts";

const REJOIN: Millis = 5 * SECOND;

export interface LiveHubOptions {
  store: Store;
  clock: Clock;
  scheduler: Scheduler;
  media: Media;
  /** Asked each time that somebody looks for a call. */
  admit: Admit;
  /** More than 1 in load tests only. */
  limitFactor?: number;
  /** Told of faults that are ours. Without personal data. */
  onError(what: string, error: unknown): void;
}

/** Everybody who is at the live page through this process. */
export class LiveHub {
  readonly deps: Deps;
  readonly queue: Queue;
  readonly watch: MediaWatch;
  readonly #port: ConnectionPort;
  #connections = new Map<string, Connection>();
  /** Ends of sockets that are still being seen to. */
  #leaving = new Set<Promise<void>>();
  #closing = false;
  #stopRejoining: Cancel = () => {};

  constructor(readonly options: LiveHubOptions) {
    const { store, clock, scheduler, media } = options;
    this.deps = { store, clock, media, self: newId() };
    this.queue = new Queue({
      deps: this.deps,
      scheduler,
      onMessage: (message) => this.#deliver(message),
      onError: (what, error) => this.onError(what, error),
    });
    this.watch = new MediaWatch(
      media,
      scheduler,
      (up) => this.#mediaChanged(up),
    );
    this.#port = {
      ...{ deps: this.deps, queue: this.queue, scheduler },
      admit: options.admit,
      limitFactor: options.limitFactor,
      lookAtMedia: () => void this.watch.look(),
      onError: options.onError,
    };
  }

  get matcher(): Matcher {
    return this.queue.matcher;
  }

  /** How many people have the live page open here. */
  get size(): number {
    return this.#connections.size;
  }

  async start(): Promise<void> {
    await this.queue.start();
    await this.watch.start();
    this.#stopRejoining = this.options.scheduler.every(
      REJOIN,
      () => this.rejoin().catch((error) => this.onError("rejoin", error)),
    );
  }

  /** Tells every socket, ends every call, lets go of the lease. */
  async stop(): Promise<void> {
    this.#closing = true;
    this.#stopRejoining();
    this.watch.stop();
    const connections = [...this.#connections.values()];
    for (const connection of connections) {
      // Shut before anybody leaves: nobody is told that the other has left.
      connection.socket.send({ type: "bye", reason: "restart" });
      connection.socket.close(1012, "restart");
    }
    await this.#left(connections);
    await this.queue.stop();
    // A pair that was under way has come to nothing by now.
    await this.#left(connections);
  }

  /** Waits until all have left, and for what followed from that. */
  async #left(connections: readonly Connection[]): Promise<void> {
    for (let round = 0; round < 2; round++) {
      await Promise.all([
        ...connections.map((connection) => connection.leave()),
        ...this.#leaving,
      ]);
    }
  }

  /**
   * A person's socket opened. An older one of theirs gives way. Throws
   * StoreUnavailable, and then they are not here.
   */
  async enter(
    accountId: AccountId,
    socket: SocketPort,
    session: string | null = null,
  ): Promise<Connection | null> {
    if (this.#closing) {
      socket.close(1012, "restart");
      return null;
    }
    const before = this.#connections.get(accountId);
    const connection = new Connection(this.#port, accountId, socket, session);
    this.#connections.set(accountId, connection);
    if (before) {
      before.socket.send({ type: "bye", reason: "elsewhere" });
      await before.leave();
      before.socket.close(4001, "elsewhere");
    }
    socket.send({ type: "welcome", v: PROTOCOL, media: this.watch.up });
    const { store, clock } = this.deps;
    await noteVisit(store, accountId, clock.now()).catch(async (error) => {
      // Whoever opened the socket closes it, and knows of no connection.
      await this.exit(connection);
      throw error;
    });
    return connection;
  }

  /** A person's socket closed. */
  async exit(connection: Connection): Promise<void> {
    if (this.#connections.get(connection.accountId) === connection) {
      this.#connections.delete(connection.accountId);
    }
    await this.#track(connection.leave());
  }

  /** Has a stop wait for this. */
  #track(leaving: Promise<void>): Promise<void> {
    this.#leaving.add(leaving);
    return leaving.finally(() => this.#leaving.delete(leaving));
  }

  /**
   * Ends whatever this person is in, through whichever process, and shows them
   * out here. A socket at another process finds no session when it comes back.
   * With a session, only where that one holds the socket.
   */
  async evict(accountId: AccountId, session?: string): Promise<void> {
    const connection = this.#connections.get(accountId);
    if (session !== undefined && connection?.session !== session) return;
    connection?.socket.send({ type: "bye", reason: "signed_out" });
    if (connection) await this.exit(connection);
    connection?.socket.close(4003, "signed out");
    await this.queue.withdraw(accountId);
  }

  /**
   * Takes a person whom a sanction keeps out of queue and call, through
   * whichever process, once the sanction is written. Their page leads them to
   * it; who was with them hears that they left.
   */
  part(accountId: AccountId): Promise<void> {
    return this.queue.part(accountId);
  }

  /**
   * Others take the queue entries of a process that is silent for too long, as
   * after a sleep of the machine. Its people still search, and are put back.
   */
  async rejoin(): Promise<void> {
    for (const connection of this.#connections.values()) {
      if (connection.searching) await connection.rejoin();
    }
  }

  onError(what: string, error: unknown): void {
    this.options.onError(what, error);
  }

  #deliver(message: CallMessage): void {
    const { accountId } = message;
    const connection = this.#connections.get(accountId);
    if (connection) void connection.take(message);
    else if (message.kind === "matched") {
      // Their socket is gone: the other must not wait for a ghost.
      void this.#track(
        this.queue.finish(message.callId, accountId).then(() => {})
          .catch((error) => this.onError("end a call", error)),
      );
    }
  }

  #mediaChanged(up: boolean): void {
    this.matcher.pause(!up);
    const event: Event = { type: "media", up };
    for (const connection of this.#connections.values()) {
      connection.socket.send(event);
    }
    if (!up) void this.#interrupt();
  }

  /** Rooms live in the media server's memory: with it, every call is over. */
  async #interrupt(): Promise<void> {
    for (const connection of this.#connections.values()) {
      await connection.interrupt();
    }
  }
}
