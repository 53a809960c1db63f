import { isLive, type ProcessMailbox } from "../cluster/mod.ts";
import { type AccountId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Store, Stored, ValueOf, Write } from "../store/mod.ts";
import type { Admission } from "./admission.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";
import { queueEntries } from "./records.ts";

export type QueueEntry = ValueOf<typeof queueEntries>;
export type StoredQueueEntry = Stored<QueueEntry, readonly [string]>;

/** Why somebody who asks for a call is not put in the queue. */
export type JoinRefusal =
  /** They wait already, through this process. */
  | "waiting"
  /** They are in a call. */
  | "in_call"
  /** Another window of theirs, on another process, has not let go yet. */
  | "elsewhere"
  /** A sanction keeps them out since they were admitted. */
  | "sanctioned"
  | "erased";

/**
 * Puts a person in the queue. One queue entry a person: asking twice, from
 * anywhere, never makes two. `also` adds to the same write.
 */
export async function joinQueue(
  deps: Deps,
  { accountId }: Admission,
  lastCall: string | null,
  also: (write: Write) => void = () => {},
): Promise<Result<void, JoinRefusal>> {
  const joined = await deps.store.transact(async (write) => {
    const found = await deps.store.get(queueEntries, [accountId]);
    const refusal = found && await refusalFor(deps, found);
    if (refusal) return refusal;
    const now = deps.clock.now();
    write.put(found, queueEntries, {
      accountId,
      instance: deps.self,
      askedAt: now,
      waitingSince: now,
      call: null,
      lastCall,
    });
    also(write);
    return null;
  });
  if (!joined.ok) {
    return refuse(joined.reason === "erased" ? "erased" : "elsewhere");
  }
  return joined.value === null ? ok(undefined) : refuse(joined.value);
}

/** Whether this person waits or is in a call. */
export async function hasQueueEntry(
  { store }: Pick<Deps, "store">,
  accountId: AccountId,
): Promise<boolean> {
  return await store.get(queueEntries, [accountId]) !== null;
}

/**
 * Takes a waiting person out of the queue. False when they do not wait any
 * more: a match got there first, and is on its way.
 */
export async function leaveQueue(
  deps: Deps,
  accountId: AccountId,
): Promise<boolean> {
  const left = await deps.store.transact(async (write) => {
    const found = await deps.store.get(queueEntries, [accountId]);
    if (!found) return true;
    const { call, instance } = found.value;
    if (call !== null || instance !== deps.self) return false;
    write.remove(found);
    return true;
  });
  return left.ok && left.value;
}

/**
 * Goes with a block in one write, and lets a pair that is being made of its
 * maker at this moment fail: the matcher looks again. Where they do not wait,
 * the write fails if they begin to: whoever joins after it finds the block.
 */
export async function touchQueueEntry(
  store: Store,
  write: Write,
  accountId: AccountId,
): Promise<void> {
  const found = await store.get(queueEntries, [accountId]);
  if (!found) write.absent(queueEntries, [accountId]);
  else if (found.value.waitingSince === null) write.unchanged(found);
  else write.replace(found, found.value);
}

/** Ends whatever a person is in, through whichever process. */
export async function withdraw(
  deps: Deps,
  mailbox: ProcessMailbox,
  accountId: AccountId,
): Promise<void> {
  const what = "take somebody out of the queue";
  const call = await deps.store.transactOrThrow(what, async (write) => {
    const found = await deps.store.get(queueEntries, [accountId]);
    if (found && found.value.call === null) write.remove(found);
    return found?.value.call ?? null;
  });
  if (call !== null) await finishCall(deps, mailbox, call, accountId);
}

/** A queue entry of a process that died is nobody's. */
async function refusalFor(
  deps: Deps,
  { value }: StoredQueueEntry,
): Promise<JoinRefusal | null> {
  if (value.instance === deps.self) {
    return value.call === null ? "waiting" : "in_call";
  }
  return await isLive(deps, value.instance) ? "elsewhere" : null;
}
