import {
  type AccountId,
  type Clock,
  type Millis,
  newId,
  type Result,
  SECOND,
} from "../kernel/mod.ts";
import { calls, type Media, MediaWatch } from "../calls/mod.ts";
import {
  type Deps,
  finishCall,
  joinQueue,
  type JoinRefusal,
  leaveQueue,
  Matcher,
  queueEntries,
  reconcile,
  recover,
  type StoredQueueEntry,
} from "../matching/mod.ts";
import { ProcessMailbox, type ProcessMessage } from "../cluster/mod.ts";
import type { Store } from "../store/mod.ts";
import { noteVisit } from "../usage/mod.ts";
import { Connection, type SocketPort } from "./connection.ts";
import { type Event, PROTOCOL } from "./protocol.ts";

const REJOIN: Millis = 5 * SECOND;

export interface LiveHubOptions {
  store: Store;
  clock: Clock;
  media: Media;
  /** More than 1 in load tests only. */
  limitFactor?: number;
  /** Whether this person's data may be used for calls now. */
  mayCall?(accountId: AccountId): Promise<boolean>;
  /** Whether this person agreed to the texts in force. */
  isUpToDate?(accountId: AccountId): Promise<boolean>;
  /** Told of faults that are ours. Without personal data. */
  onFault(what: string, error: unknown): void;
}

/** Everybody who is at the live page through this process. */
export class LiveHub {
  readonly deps: Deps;
  readonly matcher: Matcher;
  readonly watch: MediaWatch;
  #mailbox: ProcessMailbox;
  #connections = new Map<string, Connection>();
  /** Ends of sockets that are still being seen to. */
  #leaving = new Set<Promise<void>>();
  #closing = false;
  #rejoining: ReturnType<typeof setInterval> | undefined;

  constructor(readonly options: LiveHubOptions) {
    const { store, clock, media } = options;
    this.deps = { store, clock, media, self: newId() };
    this.#mailbox = new ProcessMailbox(
      store,
      clock,
      this.deps.self,
      (message) => {
        this.#deliver(message);
      },
    );
    this.matcher = new Matcher(this.deps, this.#mailbox);
    this.watch = new MediaWatch(media, (up) => this.#mediaChanged(up));
  }

  /** How many people have the live page open here. */
  get size(): number {
    return this.#connections.size;
  }

  async start(): Promise<void> {
    if (this.deps.store.exclusive) await recover(this.deps, this.#mailbox);
    this.#mailbox.start();
    await this.matcher.start();
    await this.watch.start();
    this.#rejoining = setInterval(() => {
      void this.rejoin().catch((error) => this.fault("rejoin", error));
    }, REJOIN);
  }

  /** Tells every socket, ends every call, lets go of the lead. */
  async stop(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#rejoining);
    this.watch.stop();
    const connections = [...this.#connections.values()];
    for (const connection of connections) {
      connection.socket.send({ type: "bye", reason: "restart" });
    }
    await Promise.all([
      ...connections.map((connection) => connection.leave()),
      ...this.#leaving,
    ]);
    for (const connection of connections) {
      connection.socket.close(1012, "restart");
    }
    await this.matcher.stop();
    this.#mailbox.stop();
  }

  /** A person's socket opened. An older one of theirs gives way. */
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
    const connection = new Connection(this, accountId, socket, session);
    this.#connections.set(accountId, connection);
    if (before) {
      before.socket.send({ type: "bye", reason: "elsewhere" });
      await before.leave();
      before.socket.close(4001, "elsewhere");
    }
    socket.send({ type: "welcome", v: PROTOCOL, media: this.watch.up });
    await noteVisit(this.deps.store, accountId, this.deps.clock.now());
    return connection;
  }

  /** A person's socket closed. */
  async exit(connection: Connection): Promise<void> {
    if (this.#connections.get(connection.accountId) === connection) {
      this.#connections.delete(connection.accountId);
    }
    const leaving = connection.leave();
    this.#leaving.add(leaving);
    await leaving.finally(() => this.#leaving.delete(leaving));
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
    const { store } = this.deps;
    const queueEntry = await store.get(queueEntries, [accountId]);
    if (queueEntry?.value.call) {
      await this.finish(queueEntry.value.call, accountId);
    } else if (queueEntry) await store.write().remove(queueEntry).commit();
  }

  /** Puts a person in line and wakes the matcher, here or elsewhere. */
  async join(
    accountId: AccountId,
    lastCall: string | null,
  ): Promise<Result<StoredQueueEntry, JoinRefusal>> {
    const message: ProcessMessage = { kind: "arrived", accountId };
    const { leader, leading } = this.matcher;
    const joined = await joinQueue(this.deps, accountId, lastCall, (write) => {
      if (leader !== null && !leading) {
        this.#mailbox.add(write, leader, message);
      }
    });
    if (joined.ok) this.matcher.arrived(joined.value);
    return joined;
  }

  /** See dropTicket. */
  drop(accountId: AccountId): Promise<boolean> {
    this.matcher.left(accountId);
    return leaveQueue(this.deps, accountId);
  }

  /** See finishCall. */
  finish(call: string, by: string | null): Promise<boolean> {
    return finishCall(this.deps, this.#mailbox, call, by);
  }

  /**
   * Others take the queue entries of a process that is silent for too long, as after
   * a sleep of the machine. Its people still search, and are put back.
   */
  async rejoin(): Promise<void> {
    for (const connection of this.#connections.values()) {
      if (connection.searching) await connection.rejoin();
    }
  }

  /** The media server says that a room is gone. */
  async roomFinished(room: string): Promise<void> {
    const { store } = this.deps;
    const found = await store.list(calls, "byRoom", { of: [room], limit: 1 });
    for (const call of found.items) await this.finish(call.value.id, null);
  }

  /** Ends calls whose rooms are gone. See reconcile. */
  reconcile(): Promise<number> {
    return reconcile(this.deps, this.#mailbox);
  }

  fault(what: string, error: unknown): void {
    this.options.onFault(what, error);
  }

  #deliver(message: ProcessMessage): void {
    if (message.kind === "arrived") {
      void this.matcher.arrivedElsewhere(message.accountId).catch((error) =>
        this.fault("note an arrival", error)
      );
      return;
    }
    const { accountId } = message;
    const connection = this.#connections.get(accountId);
    if (connection) void connection.take(message);
    else if (message.kind === "matched") {
      void this.#nobody(accountId, message.callId);
    }
  }

  /** Matched, but the socket is gone: the other must not wait for a ghost. */
  async #nobody(accountId: AccountId, callId: string): Promise<void> {
    await this.finish(callId, accountId).catch((error) =>
      this.fault("end a call", error)
    );
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
