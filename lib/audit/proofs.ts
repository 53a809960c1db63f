import { DataError, type Store } from "../store/mod.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { consistencyPath, inclusionPath } from "./merkle.ts";
import { TileReader } from "./tiles.ts";

/** What shows to somebody who has the head that an entry is in the log. */
export interface InclusionProof {
  index: number;
  leaf: string;
  size: number;
  head: string;
  path: string[];
}

/** Of an entry that a checkpoint stands for. Throws DataError, RangeError. */
export async function proveInclusion(
  store: Store,
  index: number,
  { size, head }: Pick<Checkpoint, "size" | "head">,
): Promise<InclusionProof> {
  refuseOutside(index, size - 1);
  const tiles = new TileReader(store);
  const leaf = await tiles.leaf(index);
  if (leaf === null) {
    throw new DataError(`Cannot prove entry ${index}: its hash is missing`);
  }
  const path = await inclusionPath(tiles.subtree, index, size);
  return { index, leaf, size, head, path };
}

type Head = Pick<Checkpoint, "size" | "head">;

/** What shows to somebody who has two heads that the log only grew. */
export interface ConsistencyProof {
  older: Head;
  newer: Head;
  path: string[];
}

/** Throws DataError, and RangeError where `older` is the larger one. */
export async function proveConsistency(
  store: Store,
  older: Head,
  newer: Head,
): Promise<ConsistencyProof> {
  refuseOutside(older.size, newer.size);
  const { subtree } = new TileReader(store);
  const path = await consistencyPath(subtree, older.size, newer.size);
  return {
    older: { size: older.size, head: older.head },
    newer: { size: newer.size, head: newer.head },
    path,
  };
}

function refuseOutside(number: number, last: number): void {
  if (number >= 0 && number <= last) return;
  throw new RangeError(`Cannot prove ${number}: the tree ends at ${last}`);
}
