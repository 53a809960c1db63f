import { subjectHashOf } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import type { ErasureResult } from "./erase.ts";
import { keptAbout } from "./plan.ts";
import { type Erasure, erasures, sweeps } from "./records.ts";
import { sealTerms } from "./sealed_terms.ts";

/** Large fields about the person whose record never came. */
export async function dropAllStagedChunks(
  { rawStore }: DataMapDeps,
  subjectId: string,
): Promise<void> {
  for (const staged of await rawStore.stagedChunks()) {
    if (staged.subjects.includes(subjectId)) {
      await rawStore.dropStagedChunks(staged);
    }
  }
}

/** Whether the records are gone; their traces in the files may not be. */
export function isRemoved({ step }: Erasure): boolean {
  return step === "removed" || step === "done";
}

/**
 * Closes the erasure; unless a hold keeps records, it forgets the person. What
 * must be searched for is then known only sealed: see sealTerms.
 */
export async function finish(
  deps: DataMapDeps,
  subjectId: string,
): Promise<Erasure> {
  const { store, clock } = deps;
  const subjectHash = subjectHashOf(subjectId);
  const before = await store.get(erasures, [subjectHash]);
  const sealedTerms = before && !isRemoved(before.value)
    ? await sealTerms(deps, { ...before.value, subjectId })
    : null;
  const ended = await store.transactOrThrow(
    "finish an erasure",
    async (write) => {
      const progress = await store.get(erasures, [subjectHash]);
      if (!progress) throw new Error("Cannot finish an erasure: it is gone");
      // Its cursor may be a key that names the person.
      const sweep = await store.get(sweeps, ["retention"]);
      if (sweep) write.remove(sweep);
      if (isRemoved(progress.value)) return progress.value;
      const ended = endOf(progress.value, sealedTerms, clock.now());
      write.replace(progress, ended);
      return ended;
    },
  );
  return ended!;
}

export async function report(
  deps: DataMapDeps,
  subjectId: string,
  erasure: Erasure,
  already: boolean,
): Promise<ErasureResult> {
  return {
    state: isRemoved(erasure) ? "done" : "held",
    already,
    subjectHash: erasure.subjectHash,
    startedAt: erasure.startedAt,
    tallies: erasure.tallies,
    kept: await keptAbout(deps, subjectId),
    searchTerms: [subjectId],
  };
}

function endOf(
  erasure: Erasure,
  sealedTerms: string | null,
  now: number,
): Erasure {
  const held = Object.values(erasure.tallies).some(({ held }) => held > 0);
  // A held erasure is taken up again and again: its time must not tell of that.
  const removedAt = erasure.removedAt ?? now;
  const ended = { ...erasure, removedAt, touchedAt: now };
  return held ? { ...ended, step: "held" } : {
    ...ended,
    step: "removed",
    subjectId: null,
    searchTerms: [],
    sealedTerms,
  };
}
