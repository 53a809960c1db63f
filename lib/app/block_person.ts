import { calls, otherThan, seatOf } from "../calls/mod.ts";
import { type AccountId, ok, refuse, type Result } from "../kernel/mod.ts";
import { touchQueueEntry } from "../matching/mod.ts";
import { addBlock } from "../standing/mod.ts";
import type { Millo } from "./open.ts";

export type BlockRefusal =
  /** No such call of this person, or its record has ended. */
  | "unknown"
  /** The other is erased: nobody is left to keep away. */
  | "gone";

/**
 * A person never meets the other of a call again, who is not told. A pair that
 * is being made of the two at this moment fails. Throws StoreUnavailable.
 */
export async function blockPerson(
  { store, clock }: Pick<Millo, "store" | "clock">,
  blocker: AccountId,
  callId: string,
): Promise<Result<void, BlockRefusal>> {
  const call = await store.get(calls, [callId]);
  if (!call || !seatOf(call.value, blocker)) return refuse("unknown");
  const blocked = otherThan(call.value, blocker);
  if (blocked === null) return refuse("gone");
  const done = await store.transactOrThrow("block somebody", async (write) => {
    const block = { blocker, blocked, byReport: false, now: clock.now() };
    await addBlock(store, write, block);
    await touchQueueEntry(store, write, blocker);
    return true;
  });
  return done ? ok(undefined) : refuse("gone");
}
