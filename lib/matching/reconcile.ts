import { calls } from "../calls/mod.ts";
import { type Millis, MINUTE } from "../kernel/mod.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";
import type { Post } from "./post.ts";

const PAGE = 200;
/** A room this young may not be listed yet. */
const GRACE: Millis = MINUTE;

/**
 * Ends calls whose room is gone without anybody telling us. Answers how many;
 * looks at one page at a time, oldest first.
 */
export async function reconcile(deps: Deps, post: Post): Promise<number> {
  const rooms = await deps.media.rooms();
  const open = await deps.store.list(calls, "open", { limit: PAGE });
  let finished = 0;
  for (const { value } of open.items) {
    if (value.startedAt > deps.clock.now() - GRACE) break;
    if (rooms.has(value.room)) continue;
    if (await finishCall(deps, post, value.id, null)) finished++;
  }
  return finished;
}
