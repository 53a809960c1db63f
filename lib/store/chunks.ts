import { newId, sha256 } from "../kernel/mod.ts";
import { CHUNKS, STAGED, type Value } from "./keys.ts";
import type { KvClient } from "./kv_client.ts";

/** Below the 64 KiB that one value may have. */
const CHUNK_SIZE = 60_000;
const MAX_SIZE = 32 * 1024 * 1024;

/** What stands in a record for a large field. */
export interface ChunkRef {
  chunks: string;
  size: number;
  hash: string;
}

/** A chunk on its way to the store. */
export interface Chunk {
  key: Deno.KvKey;
  value: Uint8Array;
}

/** Kept for chunks that are written before their record. */
export interface StagedChunks {
  at: number;
  subjects: string[];
  size: number;
}

/** Where bytes that were read lie in the store. */
const known = new WeakMap<Uint8Array, ChunkRef>();

export function stagedKey(chunks: string): Deno.KvKey {
  return [STAGED, chunks];
}

export function chunkKeys(ref: { chunks: string; size: number }): Deno.KvKey[] {
  const count = Math.ceil(ref.size / CHUNK_SIZE);
  return Array.from({ length: count }, (_, n) => [CHUNKS, ref.chunks, n]);
}

/** The references in a record, as it lies in the store or as it was read. */
export function refsIn(large: readonly string[], value: Value): ChunkRef[] {
  return large.flatMap((field) => {
    const lying = value[field];
    const ref = lying instanceof Uint8Array ? known.get(lying) : lying;
    return ref ? [ref as ChunkRef] : [];
  });
}

export function split(bytes: Uint8Array): { ref: ChunkRef; chunks: Chunk[] } {
  if (bytes.length > MAX_SIZE) {
    throw new RangeError(
      `Cannot write ${bytes.length} bytes: ${MAX_SIZE} at most in one field`,
    );
  }
  const ref = { chunks: newId(), size: bytes.length, hash: sha256(bytes) };
  const chunks = chunkKeys(ref).map((key, n) => ({
    key,
    value: bytes.slice(n * CHUNK_SIZE, (n + 1) * CHUNK_SIZE),
  }));
  return { ref, chunks };
}

/**
 * The record with its large fields put together, or null when a chunk is
 * missing or altered.
 */
export async function join(
  kvClient: KvClient,
  large: readonly string[],
  value: Value,
): Promise<Value | null> {
  const withLargeFields = { ...value };
  for (const field of large) {
    const ref = value[field] as ChunkRef | null | undefined;
    if (!ref) continue;
    const bytes = new Uint8Array(ref.size);
    let at = 0;
    for (
      const { value } of await kvClient.getMany<Uint8Array>(chunkKeys(ref))
    ) {
      if (value === null || at + value.length > ref.size) return null;
      bytes.set(value, at);
      at += value.length;
    }
    if (at !== ref.size || sha256(bytes) !== ref.hash) return null;
    known.set(bytes, ref);
    withLargeFields[field] = bytes;
  }
  return withLargeFields;
}
