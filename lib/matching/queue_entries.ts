import { isLive } from "../cluster/mod.ts";
import { type AccountId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Stored, Write } from "../store/mod.ts";
import type { Deps } from "./deps.ts";
import { queueEntries } from "./records.ts";

export type QueueEntry = NonNullable<(typeof queueEntries)["types"]>["value"];
export type StoredQueueEntry = Stored<QueueEntry, readonly [string]>;

/** Why somebody who asks for a call is not put in the queue. */
export type JoinRefusal =
  /** They wait already, through this process. */
  | "waiting"
  /** They are in a call. */
  | "in_call"
  /** Another window of theirs, on another process, has not let go yet. */
  | "elsewhere"
  | "erased";

const ATTEMPTS = 4;

/**
 * Puts a person in the queue. One queue entry a person: asking twice, from anywhere,
 * never makes two. `also` adds to the same write.
 */
export async function joinQueue(
  deps: Deps,
  accountId: AccountId,
  lastCall: string | null,
  also: (write: Write) => void,
): Promise<Result<StoredQueueEntry, JoinRefusal>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await deps.store.get(queueEntries, [accountId]);
    if (found) {
      const refusal = await refusalFor(deps, found);
      if (refusal) return refuse(refusal);
    }
    const now = deps.clock.now();
    const value: QueueEntry = {
      accountId,
      instance: deps.self,
      askedAt: now,
      waitingSince: now,
      call: null,
      lastCall,
    };
    const write = deps.store.write();
    if (found) write.replace(found, value);
    else write.create(queueEntries, value);
    also(write);
    const commit = await write.commit();
    if (commit.ok) {
      return ok({
        collection: queueEntries,
        key: [accountId],
        value,
        version: commit.version,
      });
    }
    if (commit.reason === "erased") return refuse("erased");
  }
  return refuse("elsewhere");
}

/**
 * Takes a waiting person out of the queue. False when they do not wait any more: a
 * match got there first, and is on its way.
 */
export async function leaveQueue(
  deps: Deps,
  accountId: AccountId,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await deps.store.get(queueEntries, [accountId]);
    if (!found) return true;
    if (found.value.call !== null || found.value.instance !== deps.self) {
      return false;
    }
    if ((await deps.store.write().remove(found).commit()).ok) return true;
  }
  return false;
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
