import { type Clock, type Millis, SECOND } from "../kernel/mod.ts";
import { Channels } from "./channels.ts";
import type { Collection } from "./collection.ts";
import { recordKey, tombstoneKey, type Value } from "./keys.ts";
import { Draft } from "./draft.ts";
import { Holds, HOLDS_CHANNEL } from "./holds.ts";
import { HELD, KV_CLIENT } from "./inside.ts";
import { KvClient } from "./kv_client.ts";
import { each } from "./each.ts";
import {
  type Envelope,
  type ListOptions,
  Reader,
  type Stored,
} from "./read.ts";
import type { KeyPart } from "./spec.ts";
import { transact, type Transacted, transactOrThrow } from "./transact.ts";
import { Write } from "./write.ts";

/** KV reads so many entries as one snapshot. */
const BATCH_SIZE = 500;

/** Everything that Millo keeps, by collection. */
export class Store {
  readonly [KV_CLIENT]: KvClient;
  readonly [HELD]: Holds;
  /** The file that the store lies in, or null. */
  file: string | null = null;
  #reader: Reader;
  #channels: Channels;
  #release: () => void;

  constructor(
    kv: Deno.Kv,
    readonly clock: Clock,
    /** A handle of its own for watches: many of them starve a connection. */
    watched: Deno.Kv | null,
    /** True when no other process can be on this store. */
    readonly exclusive: boolean,
    release: () => void,
  ) {
    this[KV_CLIENT] = new KvClient(kv);
    this[HELD] = new Holds(this[KV_CLIENT]);
    this.#reader = new Reader(this[KV_CLIENT], clock);
    this.#channels = new Channels(watched);
    this.#release = release;
  }

  get<V, K extends readonly KeyPart[]>(collection: Collection<V, K>, key: K) {
    return this.#reader.get(collection, key);
  }

  getMany<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    keys: readonly K[],
  ) {
    return this.#reader.getMany(collection, keys);
  }

  list<V, K extends readonly KeyPart[], I extends string>(
    collection: Collection<V, K, I>,
    by: I,
    options: ListOptions,
  ) {
    return this.#reader.list(collection, by, options);
  }

  /** See Reader.count. */
  count<V, K extends readonly KeyPart[], I extends string>(
    collection: Collection<V, K, I>,
    by: I,
    options: Omit<ListOptions, "cursor" | "reverse">,
  ) {
    return this.#reader.count(collection, by, options);
  }

  all<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    options: Omit<ListOptions, "of">,
  ) {
    return this.#reader.all(collection, options);
  }

  write(): Write {
    return new Write({
      kvClient: this[KV_CLIENT],
      clock: this.clock,
      holds: this[HELD],
      onCommit: (channels) => this.#channels.publishHere(channels),
      dropExpired: (collection, key) => this.#dropExpired(collection, key),
    });
  }

  /** Reads, decides and writes, again while others change what was read. */
  transact<T>(
    decide: (write: Write) => Promise<T> | T,
    attempts?: number,
  ): Promise<Transacted<T>> {
    return transact(() => this.write(), decide, attempts);
  }

  /** See transactOrThrow: `what` goes into "Cannot …: others keep changing". */
  transactOrThrow<T>(
    what: string,
    decide: (write: Write) => Promise<T> | T,
    attempts?: number,
  ): Promise<T | null> {
    return transactOrThrow(() => this.write(), what, decide, attempts);
  }

  /** Every record of a collection that is served, in the order of keys. */
  each<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
  ): AsyncGenerator<Stored<V, K>> {
    return each((cursor) =>
      this.all(collection, { limit: BATCH_SIZE, cursor })
    );
  }

  /** Every record of a list that begins with the values `of`. */
  eachIn<V, K extends readonly KeyPart[], I extends string>(
    collection: Collection<V, K, I>,
    by: I,
    of: readonly KeyPart[] = [],
  ): AsyncGenerator<Stored<V, K>> {
    return each((cursor) =>
      this.list(collection, by, { of, limit: BATCH_SIZE, cursor })
    );
  }

  /**
   * Learns of holds as they come and go in other processes, not only when a
   * write is refused for one. Answers how to stop.
   */
  followHolds(): () => void {
    return this.subscribe(HOLDS_CHANNEL, () => {
      // The next write reads again where this reading fails.
      this[HELD].read().catch(() => {});
    });
  }

  /** Whether the files may hold what is not in the store any more. */
  get isUncompacted(): boolean {
    return this[KV_CLIENT].isUncompacted;
  }

  /** See Channels.subscribe. */
  subscribe(channel: string, onPublish: () => void): () => void {
    return this.#channels.subscribe(channel, onPublish);
  }

  /** From now on no record about this person can be written. */
  async addTombstone(subjectId: string, at: Millis): Promise<void> {
    const atomic = this[KV_CLIENT].kv.atomic().set(tombstoneKey(subjectId), at);
    await this[KV_CLIENT].commit(atomic);
  }

  async hasTombstone(subjectId: string): Promise<boolean> {
    return (await this[KV_CLIENT].get(tombstoneKey(subjectId))).versionstamp !==
      null;
  }

  /** Milliseconds that one read takes. Throws StoreUnavailable. */
  async ping(): Promise<number> {
    const start = performance.now();
    await this[KV_CLIENT].get(["ping"], 2 * SECOND);
    return performance.now() - start;
  }

  async close(): Promise<void> {
    await this.#channels.close();
    this.#channels.watched?.close();
    this[KV_CLIENT].kv.close();
    this.#release();
  }

  async #dropExpired(
    collection: Collection,
    key: readonly KeyPart[],
  ): Promise<boolean> {
    const at = recordKey(collection, key);
    const entry = await this[KV_CLIENT].get<Envelope>(at);
    if (entry.value === null || entry.value.x === null) return false;
    if (entry.value.h) return false;
    if (entry.value.x > this.clock.now()) return false;
    const draft = new Draft();
    draft.discard(collection, entry.value.v as Value);
    const atomic = this[KV_CLIENT].kv.atomic().check(entry);
    for (const gone of draft.deletes) atomic.delete(gone);
    return (await this[KV_CLIENT].commit(atomic)).ok;
  }
}
