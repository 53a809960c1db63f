import type { AccountId } from "../kernel/mod.ts";
import type { ProcessMailbox } from "../cluster/mod.ts";
import { calls, ended, type StoredCall } from "../calls/mod.ts";
import { addCallUsage, type Ending } from "../usage/mod.ts";
import type { Deps } from "./deps.ts";
import { queueEntries } from "./records.ts";

const ATTEMPTS = 6;

/**
 * Ends a call for both, once: room, queue entries and usage records with it. `by` is
 * who ended it, or null when nobody of the two did. False when it had ended.
 */
export async function finishCall(
  deps: Deps,
  mailbox: ProcessMailbox,
  id: string,
  by: string | null,
): Promise<boolean> {
  let erased: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const call = await deps.store.get(calls, [id]);
    if (!call || call.value.endedAt !== null) return false;
    const outcome = await tryFinish(deps, mailbox, call, by, erased);
    if (outcome === "done") {
      // Nobody waits for it: the room also ends by itself once both have left.
      void deps.media.closeRoom(call.value.room).catch(() => {});
      return true;
    }
    if (outcome !== "changed") erased = outcome;
  }
  return false;
}

async function tryFinish(
  deps: Deps,
  mailbox: ProcessMailbox,
  call: StoredCall,
  by: string | null,
  erased: string[],
): Promise<"done" | "changed" | string[]> {
  const now = deps.clock.now();
  const people = [call.value.a, call.value.b].filter((
    accountId,
  ): accountId is AccountId =>
    accountId !== null && !erased.includes(accountId)
  );
  const held = await deps.store.getMany(
    queueEntries,
    people.map((accountId) => [accountId] as const),
  );
  const write = deps.store.write().replace(call, ended(call.value, now));
  const hands: (() => void)[] = [];
  people.forEach((accountId, n) => {
    const ending = endingFor(accountId, by);
    const { startedAt } = call.value;
    addCallUsage(write, { accountId, startedAt, endedAt: now, ending });
    const queueEntry = held[n];
    if (!queueEntry || queueEntry.value.call !== call.value.id) return;
    write.remove(queueEntry);
    hands.push(mailbox.add(write, queueEntry.value.instance, {
      kind: "ended",
      accountId,
      callId: call.value.id,
      ending,
    }));
  });
  const commit = await write.commit();
  if (commit.ok) {
    hands.forEach((hand) => hand());
    return "done";
  }
  return commit.reason === "erased" ? [...erased, ...commit.erased] : "changed";
}

function endingFor(accountId: AccountId, by: string | null): Ending {
  if (by === null) return "interrupted";
  return accountId === by ? "you" : "they";
}
