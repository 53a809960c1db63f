import { calls } from "../calls/mod.ts";
import type { ProcessMailbox } from "../cluster/mod.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";
import { queueEntries } from "./records.ts";

const PAGE = 200;

/**
 * Clears what a process that died left behind, on a store that is ours alone:
 * open calls end as interrupted, queue entries go. Nobody is matched with a ghost.
 */
export async function recover(
  deps: Deps,
  mailbox: ProcessMailbox,
): Promise<void> {
  for (;;) {
    const open = await deps.store.list(calls, "open", { limit: PAGE });
    if (open.items.length === 0) break;
    for (const call of open.items) {
      await finishCall(deps, mailbox, call.value.id, null);
    }
  }
  for (;;) {
    const left = await deps.store.all(queueEntries, { limit: PAGE });
    if (left.items.length === 0) break;
    for (const queueEntry of left.items) {
      await deps.store.write().remove(queueEntry).commit();
    }
  }
}
