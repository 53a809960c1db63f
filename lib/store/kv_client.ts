import type { Millis } from "../kernel/mod.ts";
import { each } from "./each.ts";
import { type Abandoned, TIMEOUT, withTimeout } from "./timeout.ts";

/** KV allows no more in one read. */
export const READ_BATCH = 10;

interface ListedFrom {
  limit: number;
  cursor?: string | null;
  reverse?: boolean;
}

/**
 * The one way to a KV handle: every call has an end, a busy store is asked
 * again, and writes stand back while the file is being rewritten.
 */
export class KvClient {
  #abandoned: Abandoned = { count: 0, until: 0 };
  #writing = 0;
  /** Since the files were rewritten; unknown, and so true, after a start. */
  #written = true;
  #shut: Promise<void> | null = null;
  #whenIdle: (() => void) | null = null;

  constructor(readonly kv: Deno.Kv) {}

  get<T>(
    key: Deno.KvKey,
    timeout?: Millis,
  ): Promise<Deno.KvEntryMaybe<T>> {
    return this.#ask("read", () => this.kv.get<T>(key), timeout);
  }

  /** Any number of entries, in the order of the keys. */
  async getMany<T>(
    keys: readonly Deno.KvKey[],
  ): Promise<Deno.KvEntryMaybe<T>[]> {
    if (keys.length <= READ_BATCH) return await this.#getSome<T>(keys);
    const batches: Promise<Deno.KvEntryMaybe<T>[]>[] = [];
    for (let at = 0; at < keys.length; at += READ_BATCH) {
      batches.push(this.#getSome<T>(keys.slice(at, at + READ_BATCH)));
    }
    return (await Promise.all(batches)).flat();
  }

  /**
   * One batch of a range; up to 500 entries come from one snapshot. A cursor
   * may come from an address: one that is none begins at the beginning.
   */
  async list<T>(
    selector: Deno.KvListSelector,
    options: ListedFrom,
  ): Promise<{ entries: Deno.KvEntry<T>[]; cursor: string | null }> {
    try {
      return await this.#list(selector, options);
    } catch (error) {
      if (!options.cursor || !(error instanceof TypeError)) throw error;
      return await this.#list(selector, { ...options, cursor: null });
    }
  }

  /** Every entry of a range, batch by batch. */
  each<T>(selector: Deno.KvListSelector): AsyncGenerator<Deno.KvEntry<T>> {
    return each(async (cursor) => {
      const batch = await this.list<T>(selector, { limit: 500, cursor });
      return { items: batch.entries, cursor: batch.cursor };
    });
  }

  async commit(
    atomic: Deno.AtomicOperation,
  ): Promise<Deno.KvCommitResult | Deno.KvCommitError> {
    while (this.#shut) await this.#shut;
    this.#writing++;
    this.#written = true;
    try {
      return await this.#ask("write", () => atomic.commit());
    } finally {
      if (--this.#writing === 0) this.#whenIdle?.();
    }
  }

  /** Whether the files may hold what is not in the store any more. */
  get isUncompacted(): boolean {
    return this.#written;
  }

  /** The files are about to be rewritten, while no write is under way. */
  noteCompaction(): void {
    this.#written = false;
  }

  noteFailedCompaction(): void {
    this.#written = true;
  }

  /** Runs `work` while no write is under way; writes wait for it. */
  async alone<T>(work: () => Promise<T>): Promise<{ value: T; took: Millis }> {
    while (this.#shut) await this.#shut;
    const start = performance.now();
    let open = () => {};
    this.#shut = new Promise((resolve) => open = resolve);
    try {
      if (this.#writing > 0) {
        await new Promise<void>((resolve) => this.#whenIdle = resolve);
      }
      const value = await work();
      return { value, took: performance.now() - start };
    } finally {
      this.#whenIdle = null;
      this.#shut = null;
      open();
    }
  }

  async #list<T>(
    selector: Deno.KvListSelector,
    { limit, cursor, reverse }: ListedFrom,
  ): Promise<{ entries: Deno.KvEntry<T>[]; cursor: string | null }> {
    const iterator = this.kv.list<T>(selector, {
      limit,
      cursor: cursor ?? undefined,
      reverse,
      batchSize: Math.min(limit, 500),
    });
    // One wait for the batch, not one for each of its entries.
    return await this.#ask("list", async () => {
      const entries: Deno.KvEntry<T>[] = [];
      for await (const entry of iterator) entries.push(entry);
      return {
        entries,
        cursor: entries.length < limit ? null : iterator.cursor,
      };
    });
  }

  async #getSome<T>(
    keys: readonly Deno.KvKey[],
  ): Promise<Deno.KvEntryMaybe<T>[]> {
    if (keys.length === 0) return [];
    return await this.#ask(
      "read",
      () => this.kv.getMany(keys) as Promise<Deno.KvEntryMaybe<T>[]>,
    );
  }

  #ask<T>(what: string, call: () => Promise<T>, timeout = TIMEOUT) {
    return withTimeout(what, call, timeout, this.#abandoned);
  }
}
