import type { Clock } from "../kernel/mod.ts";
import type { Collection } from "./collection.ts";
import { send } from "./commit.ts";
import { Draft } from "./draft.ts";
import type { Holds } from "./holds.ts";
import { DRAFT } from "./inside.ts";
import { keyOfValue, recordKey, tombstoneKey, type Value } from "./keys.ts";
import type { KvClient } from "./kv_client.ts";
import type { Stored } from "./read.ts";
import type { KeyPart } from "./spec.ts";

export { MAX_CHECKS, MAX_CHECKS_BESIDE_HOLDS } from "./commit.ts";

export type Commit =
  | { ok: true; version: string }
  | { ok: false; reason: "changed" | "erased"; erased: string[] };

/** What a write needs of its store. */
export interface WriteHost {
  kvClient: KvClient;
  clock: Clock;
  holds: Holds;
  onCommit: (channels: Iterable<string>) => void;
  /** Drops the record if its time is over. */
  dropExpired: (
    collection: Collection,
    key: readonly KeyPart[],
  ) => Promise<boolean>;
}

/**
 * One atomic write. Every change of an existing record is checked against the
 * version that was read; nothing is ever written blindly.
 *
 * Each write about a person also checks that there is no tombstone for them,
 * unless it checks a record that erasure removes first: such a record exists
 * only until erasure has looked for what its writers left (see lib/data_map).
 */
export class Write {
  readonly [DRAFT] = new Draft();
  #host: WriteHost;

  constructor(host: WriteHost) {
    this.#host = host;
  }

  /** Adds a record under a key that must be free. */
  create<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    value: NoInfer<V>,
  ): this {
    return this.#free(collection, keyOfValue(collection, value as Value))
      .add(collection, value);
  }

  /** Adds a record whose key is random, and so free without a check. */
  add<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    value: NoInfer<V>,
  ): this {
    refuseTrail(collection);
    this[DRAFT].put(collection, value as Value);
    return this;
  }

  /** Puts a new value in place of the one that was read. */
  replace<V, K extends readonly KeyPart[]>(
    stored: Stored<V, K>,
    value: NoInfer<V>,
  ): this {
    const { collection, value: old, cap } = stored;
    refuseTrail(collection);
    this.unchanged(stored);
    this[DRAFT].put(collection, value as Value, old as Value, cap);
    return this;
  }

  /** Puts a value in place of the one that was found, or under a free key. */
  put<V, K extends readonly KeyPart[]>(
    found: Stored<V, K> | null,
    collection: Collection<V, K>,
    value: NoInfer<V>,
  ): this {
    return found ? this.replace(found, value) : this.create(collection, value);
  }

  /** Deletes the record that was read, with everything derived from it. */
  remove<V, K extends readonly KeyPart[]>(stored: Stored<V, K>): this {
    refuseTrail(stored.collection);
    this.unchanged(stored);
    this[DRAFT].discard(stored.collection, stored.value as Value);
    return this;
  }

  /**
   * Adds the entry that says who does what this write does, and why. A write
   * to an audited collection is refused without one.
   */
  audit<V, K extends readonly KeyPart[]>(
    trail: Collection<V, K>,
    entry: NoInfer<V>,
  ): this {
    if (!trail.spec.auditTrail) {
      throw new TypeError(`Cannot audit: ${trail.name} is no audit trail`);
    }
    this.#free(trail, keyOfValue(trail, entry as Value));
    this[DRAFT].put(trail, entry as Value);
    this[DRAFT].audit.settle("entry");
    return this;
  }

  /** Commits only if the record is still the one that was read. */
  unchanged<V, K extends readonly KeyPart[]>(stored: Stored<V, K>): this {
    const { collection, key, version, value } = stored;
    this[DRAFT].check(recordKey(collection, key), version);
    this[DRAFT].assertExists(collection, value as Value);
    return this;
  }

  /** Commits only if there is no record under this key. */
  absent<V, K extends readonly KeyPart[]>(
    collection: Collection<V, K>,
    key: K,
  ): this {
    return this.#free(collection, key);
  }

  /** Wakes whoever subscribed to this channel, after the commit. */
  publish(channel: string): this {
    this[DRAFT].channels.add(channel);
    return this;
  }

  /**
   * Refuses with `changed` when a record is not what was read, with `erased`
   * when a person it is about has been erased. Throws StoreUnavailable,
   * RangeError for more than one commit can carry, and TypeError where an
   * audited collection is changed without an entry.
   */
  async commit(): Promise<Commit> {
    const { holds } = this.#host;
    await holds.ready();
    const first = await this.#attempt();
    if (first.ok) return first;
    const erased = await this.#erased();
    if (erased.length > 0) return { ok: false, reason: "erased", erased };
    const learnt = this[DRAFT].mayEnd && await holds.refresh();
    const cleared = await this.#clearExpired();
    const second = learnt || cleared ? await this.#attempt() : first;
    return second.ok ? second : { ok: false, reason: "changed", erased: [] };
  }

  /**
   * Commits, and lets a refusal be. `reason` says, in the code, why nothing is
   * lost then.
   */
  async commitOrLeave(_reason: string): Promise<void> {
    await this.commit();
  }

  async #attempt(): Promise<{ ok: true; version: string } | { ok: false }> {
    const { kvClient, holds, clock, onCommit } = this.#host;
    const target = { kvClient, holds, now: clock.now() };
    const sent = await send(target, this[DRAFT]);
    if (sent.ok) onCommit(this[DRAFT].channels);
    return sent;
  }

  #free(collection: Collection, key: readonly KeyPart[]): this {
    this[DRAFT].check(recordKey(collection, key), null);
    this[DRAFT].created.push({ collection, key });
    return this;
  }

  async #erased(): Promise<string[]> {
    const touched = [...this[DRAFT].touched];
    const found = await this.#host.kvClient.getMany(touched.map(tombstoneKey));
    return touched.filter((_, n) => found[n].versionstamp !== null);
  }

  /** KV serves records past their end; those are in nobody's way. */
  async #clearExpired(): Promise<boolean> {
    let cleared = false;
    for (const { collection, key } of this[DRAFT].created) {
      if (await this.#host.dropExpired(collection, key)) cleared = true;
    }
    return cleared;
  }
}

function refuseTrail({ name, spec }: Collection): void {
  if (!spec.auditTrail) return;
  throw new TypeError(
    `Cannot change ${name}: it is an audit trail, and Write.audit adds to it`,
  );
}
