import type { Clock, Millis } from "../kernel/mod.ts";
import type { Collection } from "./collection.ts";
import { recordKey, STAGES, SUBJECTS, TOMBSTONES, type Value } from "./keys.ts";
import type { Line } from "./line.ts";
import { pieceKeys, type Stage, stageKey } from "./pieces.ts";
import type { Rank } from "./plan.ts";
import { DataFault, type Envelope } from "./read.ts";
import type { KeyPart } from "./spec.ts";
import type { Store } from "./store.ts";

/** A record as it lies in the store, served or not. */
export interface Row {
  collection: Collection;
  key: readonly KeyPart[];
  value: Value;
  /** When it stops being served. */
  ends: Millis | null;
  /** Set where the record outlived an erasure. */
  cap: Millis | null;
  /** True when only a hold keeps it. */
  hidden: boolean;
  version: string;
}

interface Staged extends Stage {
  pieces: string;
  version: string;
}

export interface Rows {
  rows: Row[];
  /** Index keys whose record is gone. */
  dangling: Deno.KvKey[];
  cursor: string | null;
}

/**
 * The store as its keeper sees it: records of every collection, by person or
 * by age, past their end and under hold. For the data map only; rooms read
 * through Store.
 */
export class Custody {
  #byName: ReadonlyMap<string, Collection>;
  readonly line: Line;
  readonly clock: Clock;

  constructor(store: Store, readonly collections: readonly Collection[]) {
    this.line = store.line;
    this.clock = store.clock;
    this.#byName = new Map(collections.map((some) => [some.name, some]));
    if (this.#byName.size < collections.length) {
      throw new TypeError("Cannot keep two collections of one name");
    }
  }

  /** The declaration of a name. Throws DataFault where there is none. */
  collection(name: string): Collection {
    const found = this.#byName.get(name);
    if (found) return found;
    throw new DataFault(`Cannot read ${name}: no such collection is declared`);
  }

  /**
   * One page of the records about a person, each once. Without a hold on any
   * of them, up to 500 index entries are one snapshot of the store.
   */
  async about(
    subject: string,
    { rank, collection, cursor, limit }: {
      rank?: Rank;
      collection?: Collection;
      cursor?: string | null;
      limit: number;
    },
  ): Promise<Rows> {
    const prefix: Deno.KvKeyPart[] = [SUBJECTS, subject];
    if (collection) prefix.push(collection.plan.rank, collection.name);
    else if (rank !== undefined) prefix.push(rank);
    const page = await this.line.list({ prefix }, { limit, cursor });
    const found = new Map<string, Deno.KvKey[]>();
    for (const { key } of page.entries) {
      const at = [key[3], ...key.slice(5)];
      const name = JSON.stringify(at);
      found.set(name, [...found.get(name) ?? [], key]);
    }
    const groups = [...found.values()];
    const entries = await this.line.getMany<Envelope>(
      groups.map(([key]) =>
        recordKey(this.collection(key[3] as string), keyIn(key))
      ),
    );
    const rows: Row[] = [];
    const dangling: Deno.KvKey[] = [];
    entries.forEach((entry, n) => {
      const row = this.#row(entry);
      if (row) rows.push(row);
      const stale = groups[n].filter((key) => !row || !names(row, key));
      dangling.push(...stale);
    });
    return { rows, dangling, cursor: page.cursor };
  }

  /** One record, or null. */
  async row(
    collection: Collection,
    key: readonly KeyPart[],
  ): Promise<Row | null> {
    return this.#row(await this.line.get(recordKey(collection, key)));
  }

  /** One page of a collection, in the order of keys. */
  async all(
    collection: Collection,
    { cursor, limit }: { cursor: string | null; limit: number },
  ): Promise<{ rows: Row[]; cursor: string | null }> {
    const prefix = collection.plan.record;
    const page = await this.line.list<Envelope>({ prefix }, { limit, cursor });
    const rows = page.entries.map((entry) => this.#row(entry)!);
    return { rows, cursor: page.cursor };
  }

  /** Everybody whom some record is about, in the order of ids. */
  async *subjects(): AsyncGenerator<string> {
    let start: Deno.KvKey = [SUBJECTS];
    for (;;) {
      const { entries } = await this.line.list(
        { start, end: [`${SUBJECTS}\0`] },
        { limit: 1 },
      );
      if (entries.length === 0) return;
      const subject = entries[0].key[1] as string;
      yield subject;
      start = [SUBJECTS, `${subject}\0`];
    }
  }

  /** Pieces whose record was not written: by whom they are about, and age. */
  async stages(): Promise<Staged[]> {
    const { entries } = await this.line.list<Stage>(
      { prefix: [STAGES] },
      { limit: 500 },
    );
    return entries.map(({ key, value, versionstamp }) => ({
      ...value,
      pieces: key[1] as string,
      version: versionstamp,
    }));
  }

  /** Drops such pieces, unless their record came meanwhile. */
  async dropStage(stage: Staged): Promise<void> {
    const key = stageKey(stage.pieces);
    const atomic = this.line.kv.atomic()
      .check({ key, versionstamp: stage.version })
      .delete(key);
    for (const piece of pieceKeys(stage)) atomic.delete(piece);
    await this.line.commit(atomic);
  }

  /** Those of the marks that have no tombstone in this store. */
  async withoutTombstone(marks: readonly string[]): Promise<string[]> {
    const keys = marks.map((mark) => [TOMBSTONES, mark]);
    const entries = await this.line.getMany(keys);
    return marks.filter((_, n) => entries[n].versionstamp === null);
  }

  /** As Store.bury, for somebody of whom only the mark is known. */
  async buryMark(mark: string, at: Millis): Promise<void> {
    const atomic = this.line.kv.atomic().set([TOMBSTONES, mark], at);
    await this.line.commit(atomic);
  }

  #row(entry: Deno.KvEntryMaybe<Envelope>): Row | null {
    if (entry.value === null) return null;
    const { v, x, c, h } = entry.value;
    return {
      collection: this.collection(entry.key[1] as string),
      key: entry.key.slice(2) as KeyPart[],
      value: v as Value,
      ends: x,
      cap: c ?? null,
      hidden: h === true,
      version: entry.versionstamp,
    };
  }
}

/** The record's key in a key of the subject index. */
function keyIn(key: Deno.KvKey): KeyPart[] {
  return key.slice(5) as KeyPart[];
}

function names(row: Row, key: Deno.KvKey): boolean {
  const role = row.collection.plan.roles.find(({ role }) => role === key[4]);
  return role !== undefined && row.value[role.of] === key[1];
}
