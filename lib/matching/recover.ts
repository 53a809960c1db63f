import type { ProcessMailbox } from "../cluster/mod.ts";
import { calls } from "../calls/mod.ts";
import type { Deps } from "./deps.ts";
import { finishCall } from "./finish.ts";
import { queueEntries } from "./records.ts";

/**
 * Clears what a process that died left behind, on a store that is ours alone:
 * open calls end as interrupted, queue entries go. Nobody is matched with a ghost.
 */
export async function recover(
  deps: Deps,
  mailbox: ProcessMailbox,
): Promise<void> {
  const { store } = deps;
  for await (const call of store.eachIn(calls, "open")) {
    await finishCall(deps, mailbox, call.value.id, null);
  }
  for await (const entry of store.each(queueEntries)) {
    await store.write().remove(entry)
      .commitOrLeave("nobody else is on this store to change it");
  }
}
