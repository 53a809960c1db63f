import { markOf } from "../store/mod.ts";
import type { Context } from "./context.ts";
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
export async function replay(context: Context): Promise<ReplayResult> {
  const { custody, tombstones, clock } = context;
  const marks = tombstones ? [...await tombstones.marks()] : [];
  const missing = new Set(await custody.withoutTombstone(marks));
  const back: string[] = [];
  if (missing.size > 0) {
    for await (const subject of custody.subjects()) {
      if (missing.has(markOf(subject))) back.push(subject);
    }
  }
  for (const person of back) await erase(context, person);
  // Last, so that a crash before here finds them missing again.
  for (const mark of missing) await custody.buryMark(mark, clock.now());
  const resumed = await resumeErasures(context);
  return { missing: missing.size, erased: back.length, resumed };
}
