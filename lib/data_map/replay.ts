import { subjectHashOf } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import { erase, resumeErasures } from "./erase.ts";

export interface ReplayResult {
  /** Tombstones that this store did not know: it is an older copy. */
  missing: number;
  /** People who were in it and are erased again. */
  erased: number;
  /** Erasures that were under way and went on. */
  resumed: number;
}

/**
 * Carries out again what an older copy of the store does not know of, and goes
 * on with what a crash stopped. To be awaited before the server listens: a
 * restored backup must answer no request about somebody who was erased.
 */
export async function replay(deps: DataMapDeps): Promise<ReplayResult> {
  const { rawStore, tombstones, clock } = deps;
  const subjectHashes = tombstones ? [...await tombstones.subjectHashes()] : [];
  const missing = new Set(await rawStore.withoutTombstone(subjectHashes));
  const back: string[] = [];
  if (missing.size > 0) {
    for await (const subjectId of rawStore.subjects()) {
      if (missing.has(subjectHashOf(subjectId))) back.push(subjectId);
    }
  }
  for (const subjectId of back) await erase(deps, subjectId);
  // Last, so that a crash before here finds them missing again.
  for (const subjectHash of missing) {
    await rawStore.addTombstoneHash(subjectHash, clock.now());
  }
  const resumed = await resumeErasures(deps);
  return { missing: missing.size, erased: back.length, resumed };
}
