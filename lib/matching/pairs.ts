import { type Call, calls, newCall } from "../calls/mod.ts";
import type { ProcessMailbox, StoredLease } from "../cluster/mod.ts";
import { MAX_CHECKS_BESIDE_HOLDS, type Write } from "../store/mod.ts";
import type { Deps } from "./deps.ts";
import { queueEntries } from "./records.ts";
import type { StoredQueueEntry } from "./queue_entries.ts";
import type { WaitingPair } from "./waiting_list.ts";

/** A pair takes a check for each of its queue entries, all of them one for the lease. */
export const PAIRS_A_WRITE = Math.floor((MAX_CHECKS_BESIDE_HOLDS - 1) / 2);
/** Groups on their way at a time: the media server and the store overlap. */
const GROUPS_AT_ONCE = 8;

/**
 * Opens a room for each pair, then turns both queue entries into a call. Answers who
 * is back in the queue: their partner had gone, or there was no room.
 */
export async function makePairs(
  deps: Deps,
  mailbox: ProcessMailbox,
  lease: () => StoredLease | null,
  pairs: readonly WaitingPair[],
): Promise<StoredQueueEntry[]> {
  const groups: WaitingPair[][] = [];
  for (let at = 0; at < pairs.length; at += PAIRS_A_WRITE) {
    groups.push(pairs.slice(at, at + PAIRS_A_WRITE));
  }
  const back: StoredQueueEntry[] = [];
  const work = Array.from(
    { length: Math.min(GROUPS_AT_ONCE, groups.length) },
    async () => {
      for (let group = groups.shift(); group; group = groups.shift()) {
        back.push(...await makeGroup(deps, mailbox, lease, group));
      }
    },
  );
  await Promise.all(work);
  return back;
}

async function makeGroup(
  deps: Deps,
  mailbox: ProcessMailbox,
  lease: () => StoredLease | null,
  pairs: readonly WaitingPair[],
): Promise<StoredQueueEntry[]> {
  const drafts = pairs.map((pair) => ({
    pair,
    call: newCall(pair[0].accountId, pair[1].accountId, deps.clock.now()),
  }));
  const opened = await Promise.allSettled(
    drafts.map(({ call }) => deps.media.openRoom(call.room)),
  );
  const ready = drafts.filter((_, n) => opened[n].status === "fulfilled");
  const roomless = drafts.filter((_, n) => opened[n].status === "rejected");
  const back = roomless.flatMap(({ pair }) => pair.map((one) => one.stored));
  if (await commit(deps, mailbox, lease(), ready)) return back;
  for (const draft of ready) {
    if (await commit(deps, mailbox, lease(), [draft])) continue;
    await deps.media.closeRoom(draft.call.room).catch(() => {});
    back.push(...await stillWaiting(deps, draft.pair));
  }
  return back;
}

interface Draft {
  pair: WaitingPair;
  call: Call;
}

async function commit(
  deps: Deps,
  mailbox: ProcessMailbox,
  lease: StoredLease | null,
  drafts: readonly Draft[],
): Promise<boolean> {
  if (drafts.length === 0) return true;
  if (lease === null) return false;
  const write = deps.store.write().unchanged(lease);
  const hands = drafts.flatMap((draft) => addPair(write, mailbox, draft));
  let committed: boolean;
  try {
    committed = (await write.commit()).ok;
  } catch {
    return false;
  }
  if (committed) hands.forEach((hand) => hand());
  return committed;
}

function addPair(write: Write, mailbox: ProcessMailbox, { pair, call }: Draft) {
  write.add(calls, call);
  return pair.map(({ accountId, stored }) => {
    write.replace(stored, {
      ...stored.value,
      waitingSince: null,
      call: call.id,
    });
    return mailbox.add(write, stored.value.instance, {
      kind: "matched",
      accountId,
      callId: call.id,
    });
  });
}

async function stillWaiting(
  deps: Deps,
  pair: WaitingPair,
): Promise<StoredQueueEntry[]> {
  const found = await deps.store.getMany(
    queueEntries,
    pair.map(({ accountId }) => [accountId] as const),
  ).catch(() => []);
  return found.filter((stored) =>
    stored !== null && stored.value.waitingSince !== null
  ) as StoredQueueEntry[];
}
