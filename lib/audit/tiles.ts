import { DataError, type Store } from "../store/mod.ts";
import { type FullSubtree, nodeHash } from "./merkle.ts";
import { auditTiles, TILE_WIDTH } from "./records.ts";

/**
 * The hashes of the tree, kept in tiles, so that a proof reads a handful of
 * records at any size of the log: a tile of level n holds the heads of 256
 * neighbouring subtrees of 256^n leaves each.
 */

const DIGITS = 64;
/** A tile is so high: 256 leaves are eight levels of the tree. */
const HEIGHT = Math.log2(TILE_WIDTH);

/** Reads hashes of the tree, each tile once. */
export class TileReader {
  #tiles = new Map<string, Promise<string>>();

  constructor(readonly store: Store) {}

  /** Throws DataError where the hashes are not there. */
  readonly subtree: FullSubtree = async (height, before) => {
    const level = Math.floor(height / HEIGHT);
    const count = 2 ** (height - level * HEIGHT);
    const hashes = await this.#hashes(level, before * count, count);
    if (hashes !== null) return foldedPairs(hashes);
    throw new DataError(
      `Cannot read the audit log's tree: a tile of level ${level} is missing or short`,
    );
  };

  /** The leaf at an index; null where the tiles do not reach so far. */
  async leaf(index: number): Promise<string | null> {
    return (await this.#hashes(0, index, 1))?.[0] ?? null;
  }

  /** Hashes that lie in one tile; null where it does not have them all. */
  async #hashes(
    level: number,
    first: number,
    count: number,
  ): Promise<string[] | null> {
    const tile = Math.floor(first / TILE_WIDTH);
    const from = first % TILE_WIDTH;
    const all = await this.#tile(level, tile);
    if (all.length < (from + count) * DIGITS) return null;
    return hashesIn(all.slice(from * DIGITS, (from + count) * DIGITS));
  }

  #tile(level: number, tile: number): Promise<string> {
    const name = `${level}/${tile}`;
    const read = this.#tiles.get(name) ??
      this.store.get(auditTiles, [level, tile])
        .then((stored) => stored?.value.hashes ?? "");
    this.#tiles.set(name, read);
    return read;
  }
}

/** So many leaves fit into the tile in which the next one lies. */
export function roomAt(size: number): number {
  return TILE_WIDTH - size % TILE_WIDTH;
}

/**
 * Adds leaves to a tree of so many, no more than `roomAt` says, and the heads
 * of the tiles that became full. What another process added already stays.
 * Throws StoreUnavailable, and DataError where other hashes lie there.
 */
export async function addLeaves(
  store: Store,
  size: number,
  leaves: readonly string[],
): Promise<void> {
  await store.transactOrThrow(
    "add to the audit log's tree",
    async (write) => {
      let [at, added] = [size, leaves];
      for (let level = 0; added.length > 0; level++) {
        const tile = Math.floor(at / TILE_WIDTH);
        const stored = await store.get(auditTiles, [level, tile]);
        const old = stored?.value.hashes ?? "";
        const kept = old.slice(0, at % TILE_WIDTH * DIGITS);
        const hashes = kept + added.join("");
        const fits = kept.length === at % TILE_WIDTH * DIGITS &&
          hashes.startsWith(old.slice(0, hashes.length));
        if (!fits) {
          throw new DataError(
            `Cannot add to the audit log's tree: tile ${tile} of level ${level} has other hashes`,
          );
        }
        if (old.length < hashes.length) {
          write.put(stored, auditTiles, { level, tile, hashes });
        }
        if (hashes.length < TILE_WIDTH * DIGITS) return;
        [at, added] = [tile, [foldedPairs(hashesIn(hashes))]];
      }
    },
  );
}

function hashesIn(text: string): string[] {
  return text.match(/.{64}/g) ?? [];
}

/** The head of a full subtree, from its hashes, a power of two of them. */
function foldedPairs(hashes: readonly string[]): string {
  let row = hashes;
  while (row.length > 1) {
    row = Array.from(
      { length: row.length / 2 },
      (_, n) => nodeHash(row[2 * n], row[2 * n + 1]),
    );
  }
  return row[0];
}
