import type { Millis } from "../kernel/mod.ts";
import { AuditCheck } from "./audit_check.ts";
import { type Collection, endOfLife } from "./collection.ts";
import {
  derivedSlots,
  keyOfValue,
  peopleOf,
  recordKey,
  sameKey,
  subjectsOf,
  tombstoneKey,
  type Value,
} from "./keys.ts";
import {
  type Chunk,
  chunkKeys,
  type ChunkRef,
  refsIn,
  split,
} from "./chunks.ts";
import type { Envelope } from "./read.ts";
import type { KeyPart } from "./spec.ts";

export interface Check {
  key: Deno.KvKey;
  version: string | null;
}

export interface Change {
  key: Deno.KvKey;
  value: unknown;
  /** When KV may drop it, unless a hold keeps what is about one of `about`. */
  ends: Millis | null;
  about: readonly string[];
}

/** What a write will do: filled by Write and by rawWrites, sent by commit. */
export class Draft {
  checks: Check[] = [];
  sets: Change[] = [];
  deletes: Deno.KvKey[] = [];
  channels = new Set<string>();
  /** People that records are written about. */
  touched = new Set<string>();
  /** People known to exist because a checked record says so. */
  asserted = new Set<string>();
  created: { collection: Collection; key: readonly KeyPart[] }[] = [];
  large: {
    ref: ChunkRef;
    chunks: Chunk[];
    ends: Millis | null;
    about: readonly string[];
  }[] = [];

  readonly audit = new AuditCheck();

  /** True when something is given an end that a hold may take from it. */
  get mayEnd(): boolean {
    return [...this.sets, ...this.large].some(({ ends, about }) =>
      ends !== null && about.length > 0
    );
  }

  get isEmpty(): boolean {
    return this.sets.length + this.deletes.length + this.channels.size === 0;
  }

  check(key: Deno.KvKey, version: string | null): void {
    if (this.checks.some((check) => sameKey(check.key, key))) return;
    this.checks.push({ key, version });
  }

  /** Puts a record in place of `old`, or of nothing. */
  put(
    collection: Collection,
    value: Value,
    old: Value | null = null,
    cap?: Millis,
  ): void {
    this.audit.change(collection);
    const parsed = collection.parse(value) as Value;
    const ends = earlier(endOfLife(collection, parsed), cap);
    this.#touch(collection, parsed, old);
    const envelope: Envelope = {
      v: this.#withChunks(collection, parsed, old, ends),
      x: ends,
    };
    if (cap !== undefined) envelope.c = cap;
    const key = recordKey(collection, keyOfValue(collection, parsed));
    const about = peopleOf(collection, parsed);
    this.sets.push({ key, value: envelope, ends, about });
    const moved = old !== null && ends !== endOfLife(collection, old);
    this.derive(collection, parsed, old, ends, moved);
  }

  /** Writes derived keys that are new, or all of them if their end moved. */
  derive(
    collection: Collection,
    value: Value,
    old: Value | null,
    ends: Millis | null,
    moved: boolean,
  ): void {
    const about = peopleOf(collection, value);
    const before = old === null ? [] : derivedSlots(collection, old);
    derivedSlots(collection, value).forEach((key, n) => {
      const was = before[n] ?? null;
      const same = key !== null && was !== null && sameKey(key, was);
      if (key !== null && !(same && !moved)) {
        this.sets.push({ key, value: 0, ends, about });
      }
      if (was !== null && !same) this.deletes.push(was);
    });
  }

  /** Deletes a record with everything derived from it and under it. */
  discard(collection: Collection, value: Value): void {
    this.audit.change(collection);
    this.deletes.push(
      recordKey(collection, keyOfValue(collection, value)),
      ...derivedSlots(collection, value).filter((key) => key !== null),
    );
    this.dropChunks(refsIn(collection.plan.large, value));
  }

  dropChunks(refs: readonly ChunkRef[]): void {
    for (const ref of refs) this.deletes.push(...chunkKeys(ref));
  }

  allChecks(): Check[] {
    const liveInstances = [...this.touched].filter((id) =>
      !this.asserted.has(id)
    );
    return [
      ...this.checks,
      ...liveInstances.map((id) => ({ key: tombstoneKey(id), version: null })),
    ];
  }

  /**
   * Notes who is written about. A record that outlives its person's erasure by
   * declaration may be replaced after it: that brings nobody back.
   */
  #touch(collection: Collection, value: Value, old: Value | null): void {
    for (const { of, rule } of collection.plan.roles) {
      const subjectId = value[of];
      if (typeof subjectId !== "string") continue;
      const stays = rule === "keep" && old !== null && old[of] === subjectId;
      if (!stays && !collection.spec.despiteErasure) {
        this.touched.add(subjectId);
      }
    }
  }

  #withChunks(
    collection: Collection,
    value: Value,
    old: Value | null,
    ends: Millis | null,
  ): Value {
    const { large } = collection.plan;
    if (large.length === 0) return value;
    if (old) this.dropChunks(refsIn(large, old));
    const lying = { ...value };
    for (const field of large) {
      const bytes = value[field];
      if (!(bytes instanceof Uint8Array)) continue;
      const fresh = split(bytes);
      lying[field] = fresh.ref;
      this.large.push({ ...fresh, ends, about: peopleOf(collection, value) });
    }
    return lying;
  }

  assertExists(collection: Collection, value: Value): void {
    if (!collection.spec.erasedFirst) return;
    for (const { subjectId } of subjectsOf(collection, value)) {
      this.asserted.add(subjectId);
    }
  }
}

function earlier(end: Millis | null, cap: Millis | undefined): Millis | null {
  if (cap === undefined) return end;
  return end === null ? cap : Math.min(end, cap);
}
