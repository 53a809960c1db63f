import type { Clock, Millis } from "../kernel/mod.ts";
import type { Collection } from "./collection.ts";
import { recordKey, STAGED, SUBJECTS, TOMBSTONES, type Value } from "./keys.ts";
import { KV_CLIENT } from "./inside.ts";
import type { KvClient } from "./kv_client.ts";
import { chunkKeys, type StagedChunks, stagedKey } from "./chunks.ts";
import type { Rank } from "./plan.ts";
import { DataError, type Envelope } from "./read.ts";
import type { KeyPart } from "./spec.ts";
import type { Store } from "./store.ts";

/** A record as it lies in the store, served or not. */
export interface RawRecord {
  collection: Collection;
  key: readonly KeyPart[];
  value: Value;
  /** When it stops being served. */
  ends: Millis | null;
  /** Set where the record outlived an erasure. */
  cap: Millis | null;
  /** True when only a hold keeps it. */
  quarantined: boolean;
  version: string;
}

interface StoredStagedChunks extends StagedChunks {
  chunks: string;
  version: string;
}

export interface RawRecords {
  records: RawRecord[];
  /** Index keys whose record is gone. */
  dangling: Deno.KvKey[];
  cursor: string | null;
}

/**
 * The store as its keeper sees it: records of every collection, by person or
 * by age, past their end and under hold. For the data map only; rooms read
 * through Store.
 */
export class RawStore {
  #byName: ReadonlyMap<string, Collection>;
  readonly [KV_CLIENT]: KvClient;
  readonly clock: Clock;

  constructor(store: Store, readonly collections: readonly Collection[]) {
    this[KV_CLIENT] = store[KV_CLIENT];
    this.clock = store.clock;
    this.#byName = new Map(collections.map((some) => [some.name, some]));
    if (this.#byName.size < collections.length) {
      throw new TypeError("Cannot keep two collections of one name");
    }
  }

  /** The declaration of a name. Throws DataError where there is none. */
  collection(name: string): Collection {
    const found = this.#byName.get(name);
    if (found) return found;
    throw new DataError(`Cannot read ${name}: no such collection is declared`);
  }

  /**
   * One batch of the records about a person, each once. Without a hold on any
   * of them, up to 500 index entries are one snapshot of the store.
   */
  async about(
    subjectId: string,
    { rank, collection, cursor, limit }: {
      rank?: Rank;
      collection?: Collection;
      cursor?: string | null;
      limit: number;
    },
  ): Promise<RawRecords> {
    const prefix: Deno.KvKeyPart[] = [SUBJECTS, subjectId];
    if (collection) prefix.push(collection.plan.rank, collection.name);
    else if (rank !== undefined) prefix.push(rank);
    const batch = await this[KV_CLIENT].list({ prefix }, { limit, cursor });
    const found = new Map<string, Deno.KvKey[]>();
    for (const { key } of batch.entries) {
      const at = [key[3], ...key.slice(5)];
      const name = JSON.stringify(at);
      found.set(name, [...found.get(name) ?? [], key]);
    }
    const groups = [...found.values()];
    const entries = await this[KV_CLIENT].getMany<Envelope>(
      groups.map(([key]) =>
        recordKey(this.collection(key[3] as string), keyIn(key))
      ),
    );
    const records: RawRecord[] = [];
    const dangling: Deno.KvKey[] = [];
    entries.forEach((entry, n) => {
      const record = this.#record(entry);
      if (record) records.push(record);
      const stale = groups[n].filter((key) => !record || !names(record, key));
      dangling.push(...stale);
    });
    return { records, dangling, cursor: batch.cursor };
  }

  /** One record, or null. */
  async record(
    collection: Collection,
    key: readonly KeyPart[],
  ): Promise<RawRecord | null> {
    return this.#record(await this[KV_CLIENT].get(recordKey(collection, key)));
  }

  /** One batch of a collection, in the order of keys. */
  async all(
    collection: Collection,
    { cursor, limit }: { cursor: string | null; limit: number },
  ): Promise<{ records: RawRecord[]; cursor: string | null }> {
    const prefix = collection.plan.record;
    const batch = await this[KV_CLIENT].list<Envelope>({ prefix }, {
      limit,
      cursor,
    });
    const records = batch.entries.map((entry) => this.#record(entry)!);
    return { records, cursor: batch.cursor };
  }

  /** Everybody whom some record is about, in the order of ids. */
  async *subjects(): AsyncGenerator<string> {
    let start: Deno.KvKey = [SUBJECTS];
    for (;;) {
      const { entries } = await this[KV_CLIENT].list(
        { start, end: [`${SUBJECTS}\0`] },
        { limit: 1 },
      );
      if (entries.length === 0) return;
      const subjectId = entries[0].key[1] as string;
      yield subjectId;
      start = [SUBJECTS, `${subjectId}\0`];
    }
  }

  /** Pieces whose record was not written: by whom they are about, and age. */
  async stagedChunks(): Promise<StoredStagedChunks[]> {
    const { entries } = await this[KV_CLIENT].list<StagedChunks>(
      { prefix: [STAGED] },
      { limit: 500 },
    );
    return entries.map(({ key, value, versionstamp }) => ({
      ...value,
      chunks: key[1] as string,
      version: versionstamp,
    }));
  }

  /** Drops such chunks, unless their record came meanwhile. */
  async dropStagedChunks(staged: StoredStagedChunks): Promise<void> {
    const key = stagedKey(staged.chunks);
    const atomic = this[KV_CLIENT].kv.atomic()
      .check({ key, versionstamp: staged.version })
      .delete(key);
    for (const chunk of chunkKeys(staged)) atomic.delete(chunk);
    await this[KV_CLIENT].commit(atomic);
  }

  /** Those of the marks that have no tombstone in this store. */
  async withoutTombstone(subjectHashes: readonly string[]): Promise<string[]> {
    const keys = subjectHashes.map((subjectHash) => [TOMBSTONES, subjectHash]);
    const entries = await this[KV_CLIENT].getMany(keys);
    return subjectHashes.filter((_, n) => entries[n].versionstamp === null);
  }

  /** As Store.addTombstone, for somebody of whom only the mark is known. */
  async addTombstoneHash(subjectHash: string, at: Millis): Promise<void> {
    const atomic = this[KV_CLIENT].kv.atomic().set(
      [TOMBSTONES, subjectHash],
      at,
    );
    await this[KV_CLIENT].commit(atomic);
  }

  #record(entry: Deno.KvEntryMaybe<Envelope>): RawRecord | null {
    if (entry.value === null) return null;
    const { v, x, c, h } = entry.value;
    return {
      collection: this.collection(entry.key[1] as string),
      key: entry.key.slice(2) as KeyPart[],
      value: v as Value,
      ends: x,
      cap: c ?? null,
      quarantined: h === true,
      version: entry.versionstamp,
    };
  }
}

/** The record's key in a key of the subject index. */
function keyIn(key: Deno.KvKey): KeyPart[] {
  return key.slice(5) as KeyPart[];
}

function names(record: RawRecord, key: Deno.KvKey): boolean {
  const role = record.collection.plan.roles.find(({ role }) => role === key[4]);
  return role !== undefined && record.value[role.of] === key[1];
}
