import {
  type Clock,
  type Millis,
  newId,
  type Result,
  SECOND,
} from "../kernel/mod.ts";
import { calls, type Media, MediaWatch } from "../calls/mod.ts";
import {
  type Deps,
  dropTicket,
  finishCall,
  type JoinRefusal,
  type Line,
  Matcher,
  Post,
  reconcile,
  recover,
  type StoredTicket,
  takeTicket,
  tickets,
} from "../matching/mod.ts";
import type { Store } from "../store/mod.ts";
import { noteVisit } from "../usage/mod.ts";
import { Person, type Wire } from "./person.ts";
import { type Event, PROTOCOL } from "./protocol.ts";

const REJOIN: Millis = 5 * SECOND;

export interface FloorOptions {
  store: Store;
  clock: Clock;
  media: Media;
  /** More than 1 in load tests only. */
  limitFactor?: number;
  /** Whether this person's data may be used for calls now. */
  mayCall?(account: string): Promise<boolean>;
  /** Whether this person agreed to the texts in force. */
  isUpToDate?(account: string): Promise<boolean>;
  /** Told of faults that are ours. Without personal data. */
  onFault(what: string, error: unknown): void;
}

/** Everybody who is at the live page through this process. */
export class Floor {
  readonly deps: Deps;
  readonly matcher: Matcher;
  readonly watch: MediaWatch;
  #post: Post;
  #people = new Map<string, Person>();
  /** Ends of sockets that are still being seen to. */
  #leaving = new Set<Promise<void>>();
  #closing = false;
  #rejoining: ReturnType<typeof setInterval> | undefined;

  constructor(readonly options: FloorOptions) {
    const { store, clock, media } = options;
    this.deps = { store, clock, media, self: newId() };
    this.#post = new Post(store, clock, this.deps.self, (line) => {
      this.#deliver(line);
    });
    this.matcher = new Matcher(this.deps, this.#post);
    this.watch = new MediaWatch(media, (up) => this.#mediaChanged(up));
  }

  /** How many people have the live page open here. */
  get size(): number {
    return this.#people.size;
  }

  async start(): Promise<void> {
    if (this.deps.store.exclusive) await recover(this.deps, this.#post);
    this.#post.start();
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
    const people = [...this.#people.values()];
    for (const person of people) {
      person.wire.send({ type: "bye", reason: "restart" });
    }
    await Promise.all([
      ...people.map((person) => person.leave()),
      ...this.#leaving,
    ]);
    for (const person of people) person.wire.close(1012, "restart");
    await this.matcher.stop();
    this.#post.stop();
  }

  /** A person's socket opened. An older one of theirs gives way. */
  async enter(
    account: string,
    wire: Wire,
    session: string | null = null,
  ): Promise<Person | null> {
    if (this.#closing) {
      wire.close(1012, "restart");
      return null;
    }
    const before = this.#people.get(account);
    const person = new Person(this, account, wire, session);
    this.#people.set(account, person);
    if (before) {
      before.wire.send({ type: "bye", reason: "elsewhere" });
      await before.leave();
      before.wire.close(4001, "elsewhere");
    }
    wire.send({ type: "welcome", v: PROTOCOL, media: this.watch.up });
    await noteVisit(this.deps.store, account, this.deps.clock.now());
    return person;
  }

  /** A person's socket closed. */
  async exit(person: Person): Promise<void> {
    if (this.#people.get(person.account) === person) {
      this.#people.delete(person.account);
    }
    const leaving = person.leave();
    this.#leaving.add(leaving);
    await leaving.finally(() => this.#leaving.delete(leaving));
  }

  /**
   * Ends whatever this person is in, through whichever process, and shows them
   * out here. A socket at another process finds no session when it comes back.
   * With a session, only where that one holds the socket.
   */
  async evict(account: string, session?: string): Promise<void> {
    const person = this.#people.get(account);
    if (session !== undefined && person?.session !== session) return;
    person?.wire.send({ type: "bye", reason: "signed_out" });
    if (person) await this.exit(person);
    person?.wire.close(4003, "signed out");
    const { store } = this.deps;
    const ticket = await store.get(tickets, [account]);
    if (ticket?.value.call) await this.finish(ticket.value.call, account);
    else if (ticket) await store.write().remove(ticket).commit();
  }

  /** Puts a person in line and wakes the matcher, here or elsewhere. */
  async join(
    account: string,
    lastCall: string | null,
  ): Promise<Result<StoredTicket, JoinRefusal>> {
    const line: Line = { kind: "arrived", account, call: null, ending: null };
    const { leader, leading } = this.matcher;
    const joined = await takeTicket(this.deps, account, lastCall, (write) => {
      if (leader !== null && !leading) this.#post.add(write, leader, line);
    });
    if (joined.ok) this.matcher.arrived(joined.value);
    return joined;
  }

  /** See dropTicket. */
  drop(account: string): Promise<boolean> {
    this.matcher.left(account);
    return dropTicket(this.deps, account);
  }

  /** See finishCall. */
  finish(call: string, by: string | null): Promise<boolean> {
    return finishCall(this.deps, this.#post, call, by);
  }

  /**
   * Others take the tickets of a process that is silent for too long, as after
   * a sleep of the machine. Its people still search, and are put back.
   */
  async rejoin(): Promise<void> {
    for (const person of this.#people.values()) {
      if (person.searching) await person.rejoin();
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
    return reconcile(this.deps, this.#post);
  }

  fault(what: string, error: unknown): void {
    this.options.onFault(what, error);
  }

  #deliver(line: Line): void {
    if (line.kind === "arrived") {
      void this.matcher.arrivedElsewhere(line.account).catch((error) =>
        this.fault("note an arrival", error)
      );
      return;
    }
    const person = this.#people.get(line.account);
    if (person) void person.take(line);
    else if (line.kind === "matched") void this.#nobody(line);
  }

  /** Matched, but the socket is gone: the other must not wait for a ghost. */
  async #nobody(line: Line): Promise<void> {
    await this.finish(line.call!, line.account).catch((error) =>
      this.fault("end a call", error)
    );
  }

  #mediaChanged(up: boolean): void {
    this.matcher.pause(!up);
    const event: Event = { type: "media", up };
    for (const person of this.#people.values()) person.wire.send(event);
    if (!up) void this.#interrupt();
  }

  /** Rooms live in the media server's memory: with it, every call is over. */
  async #interrupt(): Promise<void> {
    for (const person of this.#people.values()) await person.interrupt();
  }
}
