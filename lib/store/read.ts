import type { Clock, Millis } from "../kernel/mod.ts";
import type { Collection } from "./collection.ts";
import { recordKey, type Value } from "./keys.ts";
import type { KvClient } from "./kv_client.ts";
import { join } from "./chunks.ts";
import type { KeyPart } from "./spec.ts";

/** What lies in KV: the record, and when it stops being served. */
export interface Envelope {
  v: unknown;
  x: Millis | null;
  /** Set when the record outlived an erasure: no write moves its end past it. */
  c?: Millis;
  /** Set when only a hold keeps the record: it is never served. */
  h?: true;
}

/** A record as it was read, with the version that a later write checks. */
export interface Stored<
  V = unknown,
  K extends readonly KeyPart[] = readonly KeyPart[],
> {
  collection: Collection<V, K>;
  key: readonly KeyPart[];
  value: V;
  version: string;
  /** Only for records that outlived an erasure. */
  cap?: Millis;
}

export interface Batch<V, K extends readonly KeyPart[]> {
  items: Stored<V, K>[];
  /** Give it to the next call; null at the end of the list. */
  cursor: string | null;
}

export interface ListOptions {
  /** First values of the list's fields; only records with these are shown. */
  of?: readonly KeyPart[];
  /** At most this many, 1 to 500. */
  limit: number;
  cursor?: string | null;
  reverse?: boolean;
  /** Only records below this value of the next field of the list or key. */
  before?: KeyPart;
  /** Only records from this value on; not together with `before`. */
  from?: KeyPart;
}

/** A record lies in the store and cannot be read as what it was declared. */
export class DataError extends Error {
  override name = "DataError";
}

const REREADS = 30;

export class Reader {
  constructor(readonly kvClient: KvClient, readonly clock: Clock) {}

  /** The record, or null when there is none or its time is over. */
  async get<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    key: readonly KeyPart[],
  ): Promise<Stored<V, K> | null> {
    const entry = await this.kvClient.get<Envelope>(recordKey(collection, key));
    return collection.plan.large.length === 0
      ? this.open(collection, key, entry)
      : await this.#openWithLargeFields(collection, key, entry);
  }

  /** Records by key, null where there is none, in the order asked for. */
  async getMany<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    keys: readonly (readonly KeyPart[])[],
  ): Promise<(Stored<V, K> | null)[]> {
    const entries = await this.kvClient.getMany<Envelope>(
      keys.map((key) => recordKey(collection, key)),
    );
    return await this.#openAll(collection, entries);
  }

  /** One batch of a list, in the order of its fields. */
  async list<V, K extends readonly KeyPart[], I extends string>(
    collection: Collection<V, K, I>,
    by: I,
    options: ListOptions,
  ): Promise<Batch<V, K>> {
    const { plan } = collection;
    const list = plan.lists.find(({ name }) => name === by)!;
    const prefix = [...list.prefix, ...options.of ?? []];
    const { entries, cursor } = await this.kvClient.list(
      selectorOf(prefix, options),
      options,
    );
    const keys = entries.map(({ key }) => key as KeyPart[]);
    const found = await this.getMany(
      collection,
      keys.map((key) => key.slice(-plan.key.length)),
    );
    // A record may have left the list between the two reads.
    const items = found.filter((stored, n) =>
      stored !== null &&
      list.fields.every((field, m) =>
        (stored.value as Value)[field] === keys[n][list.prefix.length + m]
      )
    );
    return { items: items as Stored<V, K>[], cursor };
  }

  /**
   * How many records are in a list, up to `limit`: its keys are counted and no
   * record is read, so that one past its end may still be among them.
   */
  async count<V, K extends readonly KeyPart[], I extends string>(
    collection: Collection<V, K, I>,
    by: I,
    { limit, ...options }: Omit<ListOptions, "cursor" | "reverse">,
  ): Promise<number> {
    const list = collection.plan.lists.find(({ name }) => name === by)!;
    const prefix = [...list.prefix, ...options.of ?? []];
    const selector = selectorOf(prefix, options);
    const { entries } = await this.kvClient.list(selector, { limit });
    return entries.length;
  }

  /** One batch of all records, in the order of their keys. */
  async all<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    options: Omit<ListOptions, "of">,
  ): Promise<Batch<V, K>> {
    const prefix = collection.plan.record;
    const { entries, cursor } = await this.kvClient.list<Envelope>(
      selectorOf([...prefix], options),
      options,
    );
    const found = await this.#openAll(collection, entries);
    return { items: found.filter((stored) => stored !== null), cursor };
  }

  /** Reads an entry as a record, or as null past its end. */
  open<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    key: readonly KeyPart[],
    entry: Deno.KvEntryMaybe<Envelope>,
    value: unknown = entry.value?.v,
  ): Stored<V, K> | null {
    if (!this.#served(entry)) return null;
    const stored: Stored<V, K> = {
      collection,
      key,
      value: collection.parse(value),
      version: entry.versionstamp,
    };
    if (entry.value.c !== undefined) stored.cap = entry.value.c;
    return stored;
  }

  #served(
    entry: Deno.KvEntryMaybe<Envelope>,
  ): entry is Deno.KvEntry<Envelope> {
    if (entry.value === null || entry.value.h) return false;
    const { x } = entry.value;
    return x === null || x > this.clock.now();
  }

  async #openAll<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    entries: Deno.KvEntryMaybe<Envelope>[],
  ): Promise<(Stored<V, K> | null)[]> {
    const keyOf = (entry: Deno.KvEntryMaybe<Envelope>) =>
      entry.key.slice(2) as KeyPart[];
    if (collection.plan.large.length === 0) {
      return entries.map((entry) => this.open(collection, keyOf(entry), entry));
    }
    const found: (Stored<V, K> | null)[] = [];
    for (const entry of entries) {
      found.push(
        await this.#openWithLargeFields(collection, keyOf(entry), entry),
      );
    }
    return found;
  }

  /** Pieces vanish when the record is replaced, so a miss is read again. */
  async #openWithLargeFields<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    key: readonly KeyPart[],
    first: Deno.KvEntryMaybe<Envelope>,
  ): Promise<Stored<V, K> | null> {
    let entry = first;
    for (let attempt = 0; attempt < REREADS; attempt++) {
      if (!this.#served(entry)) return null;
      const { large } = collection.plan;
      const value = await join(this.kvClient, large, entry.value.v as Value);
      if (value) return this.open(collection, key, entry, value);
      entry = await this.kvClient.get<Envelope>(recordKey(collection, key));
    }
    throw new DataError(
      `Cannot read a record of ${collection.name}: chunks of it are missing or altered`,
    );
  }
}

function selectorOf(
  prefix: Deno.KvKey,
  { before, from }: Pick<ListOptions, "before" | "from">,
): Deno.KvListSelector {
  if (from !== undefined) return { prefix, start: [...prefix, from] };
  return before === undefined
    ? { prefix }
    : { prefix, end: [...prefix, before] };
}
