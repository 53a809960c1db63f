import { sha256 } from "../kernel/mod.ts";

/**
 * The Merkle tree of a log, as RFC 6962 section 2.1 has it (and RFC 9162 keeps
 * it): leaves are hashed after a zero byte, see hashOf, inner nodes after a
 * one. Hashes are 64 hex digits.
 */

/** The head of a tree without leaves. */
export const EMPTY_HEAD = sha256("");

const BYTES = 32;

export function nodeHash(left: string, right: string): string {
  const bytes = new Uint8Array(1 + 2 * BYTES);
  bytes[0] = 1;
  bytes.set(Uint8Array.fromHex(left), 1);
  bytes.set(Uint8Array.fromHex(right), 1 + BYTES);
  return sha256(bytes);
}

/** A tree that grows leaf by leaf and keeps no more than its right edge. */
export class GrowingTree {
  size = 0;
  /** The heads of the full subtrees that it is made of, largest first. */
  #heads: string[] = [];

  add(leaf: string): void {
    let hash = leaf;
    for (let pairs = this.size; pairs % 2 === 1; pairs = (pairs - 1) / 2) {
      hash = nodeHash(this.#heads.pop()!, hash);
    }
    this.#heads.push(hash);
    this.size++;
  }

  get head(): string {
    return this.#heads.length === 0
      ? EMPTY_HEAD
      : this.#heads.reduceRight((right, left) => nodeHash(left, right));
  }
}

/**
 * The head of the full subtree of 2^height leaves that has `before` subtrees
 * of its size to its left.
 */
export type FullSubtree = (height: number, before: number) => Promise<string>;

/** The head of a tree of so many leaves. */
export function headOf(subtree: FullSubtree, size: number): Promise<string> {
  return size === 0
    ? Promise.resolve(EMPTY_HEAD)
    : headBetween(subtree, 0, size);
}

/** What leads from a leaf to the head (the audit path of section 2.1.1). */
export async function inclusionPath(
  subtree: FullSubtree,
  index: number,
  size: number,
): Promise<string[]> {
  const path: string[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(await headBetween(subtree, middle, to));
      to = middle;
    } else {
      path.push(await headBetween(subtree, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/**
 * What shows that the tree of `older` leaves is the beginning of the one of
 * `newer` (section 2.1.2).
 */
export async function consistencyPath(
  subtree: FullSubtree,
  older: number,
  newer: number,
): Promise<string[]> {
  if (older === 0) return [];
  const path: string[] = [];
  let [from, to] = [0, newer];
  while (to !== older) {
    const middle = from + splitOf(to - from);
    if (older <= middle) {
      path.push(await headBetween(subtree, middle, to));
      to = middle;
    } else {
      path.push(await headBetween(subtree, from, middle));
      from = middle;
    }
  }
  // Whoever checks it knows the older head already.
  if (from > 0) path.push(await headBetween(subtree, from, to));
  return path.reverse();
}

/** Whether a path leads from this leaf, at this index, to this head. */
export function provesInclusion(
  { leaf, index, size, head }: {
    leaf: string;
    index: number;
    size: number;
    head: string;
  },
  path: readonly string[],
): boolean {
  if (!(index >= 0 && index < size)) return false;
  return headThrough(leaf, index, size, path) === head;
}

interface Head {
  size: number;
  head: string;
}

/** Whether a path shows that the older tree is the beginning of the newer. */
export function provesConsistency(
  older: Head,
  newer: Head,
  path: readonly string[],
): boolean {
  if (older.size < 0 || older.size > newer.size) return false;
  if (older.size === 0) return path.length === 0 && older.head === EMPTY_HEAD;
  const heads = headsThrough(older.size, newer.size, path, older.head);
  return heads !== null && heads.older === older.head &&
    heads.newer === newer.head;
}

/** The largest power of two below a size of at least two. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

async function headBetween(
  subtree: FullSubtree,
  from: number,
  to: number,
): Promise<string> {
  const size = to - from;
  const height = Math.log2(size);
  if (Number.isInteger(height)) return await subtree(height, from / size);
  const middle = from + splitOf(size);
  return nodeHash(
    await headBetween(subtree, from, middle),
    await headBetween(subtree, middle, to),
  );
}

/** The head that a path leads to; null for one of another length. */
function headThrough(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  if (size === 1) return path.length === 0 ? leaf : null;
  if (path.length === 0) return null;
  const [rest, beside] = [path.slice(0, -1), path[path.length - 1]];
  const split = splitOf(size);
  const isLeft = index < split;
  const inner = isLeft
    ? headThrough(leaf, index, split, rest)
    : headThrough(leaf, index - split, size - split, rest);
  if (inner === null) return null;
  return isLeft ? nodeHash(inner, beside) : nodeHash(beside, inner);
}

/** Both heads that a path leads to; null for one of another length. */
function headsThrough(
  older: number,
  newer: number,
  path: readonly string[],
  known: string | null,
): { older: string; newer: string } | null {
  if (older === newer) {
    const head = known ?? path[0];
    if (path.length !== (known === null ? 1 : 0)) return null;
    return { older: head, newer: head };
  }
  if (path.length === 0) return null;
  const [rest, beside] = [path.slice(0, -1), path[path.length - 1]];
  const split = splitOf(newer);
  if (older <= split) {
    const inner = headsThrough(older, split, rest, known);
    return inner && { ...inner, newer: nodeHash(inner.newer, beside) };
  }
  const inner = headsThrough(older - split, newer - split, rest, null);
  return inner && {
    older: nodeHash(beside, inner.older),
    newer: nodeHash(beside, inner.newer),
  };
}
