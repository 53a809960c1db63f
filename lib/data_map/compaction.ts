import { type Compaction, compactStore } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";

/**
 * Rewrites the store's files if anything was written or removed since the last
 * time; null where nothing was. What a sweep removes, and what KV lets go by
 * itself, lies in the files until then. After a start nobody knows, so it is
 * done once.
 */
export async function compactIfDue(
  { store }: DataMapDeps,
): Promise<Compaction | null> {
  return store.file !== null && store.isUncompacted
    ? await compactStore(store)
    : null;
}
