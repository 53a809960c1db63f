import type { Clock, Millis } from "../kernel/mod.ts";
import { type Batch, DataError, type Store } from "../store/mod.ts";
import { type Checkpoint, signedText } from "./checkpoint.ts";
import type { CheckpointLog } from "./checkpoint_log.ts";
import { isWhole, NO_ENTRY } from "./entry.ts";
import { headOf } from "./merkle.ts";
import { auditCheckpoints, auditEntries } from "./records.ts";
import type { SigningKeys } from "./signing_keys.ts";
import { addLeaves, roomAt, TileReader } from "./tiles.ts";

export interface CheckpointDeps {
  store: Store;
  clock: Clock;
  signingKeys: SigningKeys;
  checkpointLog: CheckpointLog;
}

/** The newest in the store, or null. */
export async function newestCheckpoint(
  store: Store,
): Promise<Checkpoint | null> {
  const [newest] = (await listCheckpoints(store, { limit: 1 })).items;
  return newest?.value ?? null;
}

/** The one of a size, or null. */
export async function findCheckpoint(
  store: Store,
  size: number,
): Promise<Checkpoint | null> {
  return (await store.get(auditCheckpoints, [size]))?.value ?? null;
}

/** One batch of those below a size, newest first. */
export function listCheckpoints(
  store: Store,
  { limit, before }: { limit: number; before?: number | null },
): Promise<Batch<Checkpoint, readonly [number]>> {
  const below = before === null || before === undefined ? {} : { before };
  return store.all(auditCheckpoints, { limit, ...below, reverse: true });
}

/**
 * Signs the head of the log if it has grown, here and outside the store; takes
 * what is new into the tree first. Answers the newest checkpoint, null for an
 * empty log. Throws StoreUnavailable, and DataError rather than sign a log
 * that was changed.
 */
export async function makeCheckpoint(
  deps: CheckpointDeps,
): Promise<Checkpoint | null> {
  const { store, clock, signingKeys, checkpointLog } = deps;
  const size = await sizeOf(store);
  const last = await newestCheckpoint(store);
  await refuseChanged(store, last, size);
  if (size === (last?.size ?? 0)) return last;
  const from = await takeIn(store, last?.size ?? 0, size);
  const unsigned = {
    size,
    head: await headOf(new TileReader(store).subtree, size),
    from,
    at: clock.now(),
    key: signingKeys.publicKey,
  };
  const signature = await signingKeys.sign(signedText(unsigned));
  const checkpoint = { ...unsigned, signature };
  // Outside first: what only the store knows would prove nothing.
  await checkpointLog.add(checkpoint);
  await store.write().create(auditCheckpoints, checkpoint)
    .commitOrLeave("another process signed the same size at the same time");
  return checkpoint;
}

async function sizeOf(store: Store): Promise<number> {
  const { items } = await store.all(auditEntries, { limit: 1, reverse: true });
  return (items[0]?.value.index ?? -1) + 1;
}

async function refuseChanged(
  store: Store,
  last: Checkpoint | null,
  size: number,
): Promise<void> {
  if (last === null) return;
  const head = await headOf(new TileReader(store).subtree, last.size);
  if (size >= last.size && head === last.head) return;
  throw new DataError(
    `Cannot sign the audit log: its first ${last.size} entries are not what they were`,
  );
}

/** Takes entries into the tree; answers the time of the first. */
async function takeIn(
  store: Store,
  from: number,
  size: number,
): Promise<Millis> {
  let previous = from === 0
    ? NO_ENTRY.hash
    : await new TileReader(store).leaf(from - 1);
  let since: Millis | null = null;
  for (let at = from; at < size;) {
    const count = Math.min(roomAt(at), size - at);
    const keys = Array.from({ length: count }, (_, n) => [at + n] as const);
    const entries = await store.getMany(auditEntries, keys);
    const leaves: string[] = [];
    for (const [n, stored] of entries.entries()) {
      const entry = stored?.value;
      if (!entry || entry.previous !== previous || !isWhole(entry)) {
        throw new DataError(
          `Cannot sign the audit log: entry ${at + n} is missing or altered`,
        );
      }
      since ??= entry.at;
      previous = entry.hash;
      leaves.push(entry.hash);
    }
    await addLeaves(store, at, leaves);
    at += count;
  }
  return since!;
}
