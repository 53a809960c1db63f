import { type AccountId, type Millis, sha256 } from "../kernel/mod.ts";
import type { Store, ValueOf, Write } from "../store/mod.ts";
import { blocks } from "./records.ts";

export type Block = ValueOf<typeof blocks>;
export type Pair = readonly [AccountId, AccountId];

/** Shown on one page; nobody blocks more by hand. */
const MAX_LISTED = 500;
/** Keys that one read takes; two a pair. */
const PAIRS_A_READ = 5;
/** Reads on their way at a time, of pairs made in one go. */
const READS_AT_ONCE = 8;

export interface NewBlock {
  blocker: AccountId;
  blocked: AccountId;
  /** True where it comes with a report. */
  byReport: boolean;
  now: Millis;
}

/** Adds a block to a write. Blocking again changes nothing but its reason. */
export async function addBlock(
  store: Store,
  write: Write,
  { blocker, blocked, byReport, now }: NewBlock,
): Promise<void> {
  const found = await store.get(blocks, [blocker, blocked]);
  write.put(found, blocks, {
    nickname: null,
    at: now,
    ...found?.value,
    blocker,
    blocked,
    byReport: byReport || found?.value.byReport === true,
  });
}

/**
 * Takes a block back. False where there is none, or it came with a report that
 * is not taken back as well.
 */
export async function unblock(
  store: Store,
  pair: Pair,
  takenBack?: "report",
): Promise<boolean> {
  const done = await store.transact(async (write) => {
    const found = await store.get(blocks, [...pair]);
    if (!found || found.value.byReport && !takenBack) return false;
    write.remove(found);
    return true;
  });
  return done.ok && done.value;
}

/** What a person calls somebody whom they blocked; null for nothing. */
export async function nameBlock(
  store: Store,
  pair: Pair,
  nickname: string | null,
): Promise<boolean> {
  const done = await store.transact(async (write) => {
    const found = await store.get(blocks, [...pair]);
    if (!found) return false;
    write.replace(found, { ...found.value, nickname });
    return true;
  });
  return done.ok && done.value;
}

/** Whom a person blocked, the newest first. */
export async function listBlocks(
  store: Store,
  blocker: AccountId,
): Promise<Block[]> {
  const { items } = await store.list(blocks, "byBlocker", {
    of: [blocker],
    limit: MAX_LISTED,
    reverse: true,
  });
  return items.map(({ value }) => value);
}

/** A name of a block for its maker, which says nothing of whom it is about. */
export function blockIdOf(
  { blocker, blocked }: Pick<Block, "blocker" | "blocked">,
): string {
  return sha256(`block ${blocker} ${blocked}`).slice(0, 26);
}

/** The pair of a person's block by its id; null where they made no such one. */
export async function findPair(
  store: Store,
  blocker: AccountId,
  id: string,
): Promise<Pair | null> {
  const made = await listBlocks(store, blocker);
  const found = made.find((block) => blockIdOf(block) === id);
  return found ? [found.blocker, found.blocked] : null;
}

/** For each pair, whether one of the two blocked the other. */
export async function findBlocked(
  store: Store,
  pairs: readonly Pair[],
): Promise<boolean[]> {
  const blocked: boolean[] = [];
  const step = PAIRS_A_READ * READS_AT_ONCE;
  for (let at = 0; at < pairs.length; at += step) {
    const groups: (readonly Pair[])[] = [];
    for (let from = at; from < at + step; from += PAIRS_A_READ) {
      groups.push(pairs.slice(from, from + PAIRS_A_READ));
    }
    const found = await Promise.all(
      groups.map((group) => findInOneRead(store, group)),
    );
    blocked.push(...found.flat());
  }
  return blocked;
}

async function findInOneRead(
  store: Store,
  pairs: readonly Pair[],
): Promise<boolean[]> {
  if (pairs.length === 0) return [];
  const found = await store.getMany(
    blocks,
    pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]),
  );
  return pairs.map((_, n) =>
    found[2 * n] !== null || found[2 * n + 1] !== null
  );
}
