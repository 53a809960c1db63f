import { hash } from "node:crypto";
import { newId } from "../kernel/mod.ts";
import { PIECES, STAGES, type Value } from "./keys.ts";
import type { Line } from "./line.ts";

/** Below the 64 KiB that one value may have. */
const PIECE_SIZE = 60_000;
const LARGEST = 32 * 1024 * 1024;

/** What stands in a record for a large field. */
export interface PieceRef {
  pieces: string;
  size: number;
  hash: string;
}

/** A piece on its way to the store. */
export interface Piece {
  key: Deno.KvKey;
  value: Uint8Array;
}

/** Kept for pieces that are written before their record. */
export interface Stage {
  at: number;
  subjects: string[];
  size: number;
}

/** Where bytes that were read lie in the store. */
const known = new WeakMap<Uint8Array, PieceRef>();

export function stageKey(pieces: string): Deno.KvKey {
  return [STAGES, pieces];
}

export function pieceKeys(ref: { pieces: string; size: number }): Deno.KvKey[] {
  const count = Math.ceil(ref.size / PIECE_SIZE);
  return Array.from({ length: count }, (_, n) => [PIECES, ref.pieces, n]);
}

/** The references in a record, as it lies in the store or as it was read. */
export function refsIn(large: readonly string[], value: Value): PieceRef[] {
  return large.flatMap((field) => {
    const lying = value[field];
    const ref = lying instanceof Uint8Array ? known.get(lying) : lying;
    return ref ? [ref as PieceRef] : [];
  });
}

export function split(bytes: Uint8Array): { ref: PieceRef; pieces: Piece[] } {
  if (bytes.length > LARGEST) {
    throw new RangeError(
      `Cannot write ${bytes.length} bytes: ${LARGEST} at most in one field`,
    );
  }
  const ref = { pieces: newId(), size: bytes.length, hash: hashOf(bytes) };
  const pieces = pieceKeys(ref).map((key, n) => ({
    key,
    value: bytes.slice(n * PIECE_SIZE, (n + 1) * PIECE_SIZE),
  }));
  return { ref, pieces };
}

/**
 * The record with its large fields put together, or null when a piece is
 * missing or altered.
 */
export async function join(
  line: Line,
  large: readonly string[],
  value: Value,
): Promise<Value | null> {
  const whole = { ...value };
  for (const field of large) {
    const ref = value[field] as PieceRef | null | undefined;
    if (!ref) continue;
    const bytes = new Uint8Array(ref.size);
    let at = 0;
    for (const { value } of await line.getMany<Uint8Array>(pieceKeys(ref))) {
      if (value === null || at + value.length > ref.size) return null;
      bytes.set(value, at);
      at += value.length;
    }
    if (at !== ref.size || hashOf(bytes) !== ref.hash) return null;
    known.set(bytes, ref);
    whole[field] = bytes;
  }
  return whole;
}

function hashOf(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}
