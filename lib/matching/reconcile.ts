import { calls } from "../calls/mod.ts";
import { type Millis, MINUTE } from "../kernel/mod.ts";
import type { ProcessMailbox } from "../cluster/mod.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";

const PAGE = 200;
/** A room this young may not be listed yet. */
const GRACE: Millis = MINUTE;

/**
 * Ends calls whose room is gone without anybody telling us, and rooms whose
 * call is over. Answers how many calls; looks at one page, oldest first.
 */
export async function reconcile(
  deps: Deps,
  mailbox: ProcessMailbox,
): Promise<number> {
  const rooms = await deps.media.rooms();
  const open = await deps.store.list(calls, "open", { limit: PAGE });
  let finished = 0;
  for (const { value } of open.items) {
    if (value.startedAt > deps.clock.now() - GRACE) break;
    if (rooms.has(value.room)) continue;
    if (await finishCall(deps, mailbox, value.id, null)) finished++;
  }
  await closeLeftRooms(deps, rooms);
  return finished;
}

/** A media server that did not answer at the end still has the room. */
async function closeLeftRooms(deps: Deps, rooms: Set<string>): Promise<void> {
  for (const room of [...rooms].slice(0, PAGE)) {
    const found = await deps.store.list(calls, "byRoom", {
      of: [room],
      limit: 1,
    });
    const [call] = found.items;
    if (call && call.value.endedAt !== null) await deps.media.closeRoom(room);
  }
}
