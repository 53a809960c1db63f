import { calls } from "../calls/mod.ts";
import { type Millis, MINUTE } from "../kernel/mod.ts";
import type { ProcessMailbox } from "../cluster/mod.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";

/** What is left beyond so many is seen to a minute later. */
const MAX_ENDED = 200;
/** A room this young may not be listed yet. */
const GRACE: Millis = MINUTE;

/**
 * Ends calls whose room is gone without anybody telling us, and rooms whose
 * call is over, at most 200 of each. Answers how many calls.
 */
export async function reconcile(
  deps: Deps,
  mailbox: ProcessMailbox,
): Promise<number> {
  const rooms = await deps.media.rooms();
  const roomless: string[] = [];
  for await (const { value } of deps.store.eachIn(calls, "open")) {
    // What is left over are rooms without a call that goes on.
    if (rooms.delete(value.room)) continue;
    if (value.startedAt <= deps.clock.now() - GRACE) roomless.push(value.id);
  }
  let finished = 0;
  for (const id of roomless.slice(0, MAX_ENDED)) {
    if (await finishCall(deps, mailbox, id, null)) finished++;
  }
  await closeLeftRooms(deps, rooms);
  return finished;
}

/** A media server that did not answer at the end still has the room. */
async function closeLeftRooms(deps: Deps, rooms: Set<string>): Promise<void> {
  for (const room of [...rooms].slice(0, MAX_ENDED)) {
    const found = await deps.store.list(calls, "byRoom", {
      of: [room],
      limit: 1,
    });
    const [call] = found.items;
    if (call && call.value.endedAt !== null) await deps.media.closeRoom(room);
  }
}
