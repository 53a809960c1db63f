import type { AccountId } from "../kernel/mod.ts";
import type { ProcessMailbox } from "../cluster/mod.ts";
import { calls, ended, type StoredCall } from "../calls/mod.ts";
import { StoreUnavailable, type Write } from "../store/mod.ts";
import { addCallUsage, type Ending } from "../usage/mod.ts";
import type { Deps } from "./deps.ts";
import { queueEntries } from "./records.ts";

/** Both sides end one call at the same moment, and more than once. */
const ATTEMPTS = 60;

/**
 * Ends a call for both, once: room, queue entries and usage records with it.
 * `by` is who ended it, or null when nobody of the two did. False when it had
 * ended. Throws StoreUnavailable. Nothing is written about those in `erased`.
 */
export async function finishCall(
  deps: Deps,
  mailbox: ProcessMailbox,
  id: string,
  by: string | null,
  erased: readonly string[] = [],
): Promise<boolean> {
  const done = await deps.store.transact(async (write) => {
    const call = await deps.store.get(calls, [id]);
    if (!call || call.value.endedAt !== null) return null;
    const { a, b, room } = call.value;
    const people = [a, b].filter((one) => one !== null)
      .filter((one) => !erased.includes(one));
    return { room, tell: await addEnd(deps, mailbox, write, call, by, people) };
  }, ATTEMPTS);
  if (!done.ok && done.reason === "erased") {
    // The call names them until their erasure unlinks it; reconcile ends it then.
    if (done.erased.every((one) => erased.includes(one))) return false;
    return finishCall(deps, mailbox, id, by, [...erased, ...done.erased]);
  }
  if (!done.ok) {
    throw new StoreUnavailable("Cannot end a call: others keep changing it");
  }
  if (done.value === null) return false;
  for (const tell of done.value.tell) tell();
  // Nobody waits for it: the room also ends by itself once both have left.
  void deps.media.closeRoom(done.value.room).catch(() => {});
  return true;
}

/** Answers what to do once it is committed. */
async function addEnd(
  deps: Deps,
  mailbox: ProcessMailbox,
  write: Write,
  call: StoredCall,
  by: string | null,
  people: readonly AccountId[],
): Promise<(() => void)[]> {
  const now = deps.clock.now();
  const { id: callId, startedAt } = call.value;
  const entries = await deps.store.getMany(
    queueEntries,
    people.map((accountId) => [accountId] as const),
  );
  write.replace(call, ended(call.value, now));
  return people.flatMap((accountId, n) => {
    const ending = endingFor(accountId, by);
    addCallUsage(write, { accountId, startedAt, endedAt: now, ending });
    const entry = entries[n];
    if (!entry || entry.value.call !== callId) return [];
    write.remove(entry);
    return [mailbox.add(write, entry.value.instance, {
      kind: "ended",
      accountId,
      callId,
      ending,
    })];
  });
}

function endingFor(accountId: AccountId, by: string | null): Ending {
  if (by === null) return "interrupted";
  return accountId === by ? "you" : "they";
}
