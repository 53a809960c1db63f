import { type Compaction, compactStore } from "../store/mod.ts";
import type { Context } from "./context.ts";
import { compactions } from "./records.ts";

const KEY = ["store"] as const;

/** Notes that removed records lie in the store's files now. */
export async function noteRemoval({ store, clock }: Context): Promise<void> {
  await store.transactOrThrow("note a removal", async (write) => {
    const found = await store.get(compactions, KEY);
    if (found && found.value.dueSince !== null) return;
    const at = clock.now();
    const value = { name: "store" as const, dueSince: at, at };
    if (found) write.replace(found, value);
    else write.create(compactions, value);
  });
}

/** Notes that the files were rewritten. */
export async function noteCompaction({ store, clock }: Context): Promise<void> {
  await store.transactOrThrow("note a compaction", async (write) => {
    const found = await store.get(compactions, KEY);
    if (!found || found.value.dueSince === null) return;
    write.replace(found, { ...found.value, dueSince: null, at: clock.now() });
  });
}

/**
 * Rewrites the store's files if anything was removed since the last time; null
 * where nothing was.
 */
export async function compactIfDue(
  context: Context,
): Promise<Compaction | null> {
  const found = await context.store.get(compactions, KEY);
  if (!found || found.value.dueSince === null) return null;
  const compaction = await compactStore(context.store);
  if (compaction.done) await noteCompaction(context);
  return compaction;
}
