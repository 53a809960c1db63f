import { subjectHashOf } from "../store/mod.ts";
import type { Context } from "./context.ts";
import type { ErasureResult } from "./erase.ts";
import { keptAbout } from "./plan.ts";
import { type Erasure, erasures, sweeps } from "./records.ts";

/** Large fields about the person whose record never came. */
export async function dropAllStagedChunks(
  { rawStore }: Context,
  subjectId: string,
): Promise<void> {
  for (const staged of await rawStore.stagedChunks()) {
    if (staged.subjects.includes(subjectId)) {
      await rawStore.dropStagedChunks(staged);
    }
  }
}

/** Closes the erasure; unless a hold keeps records, it forgets the person. */
export async function finish(
  { store, clock }: Context,
  subjectId: string,
): Promise<Erasure> {
  const ended = await store.transactOrThrow(
    "finish an erasure",
    async (write) => {
      const progress = await store.get(erasures, [subjectHashOf(subjectId)]);
      if (!progress) throw new Error("Cannot finish an erasure: it is gone");
      // Its cursor may be a key that names the person.
      const sweep = await store.get(sweeps, ["retention"]);
      if (sweep) write.remove(sweep);
      const ended = endOf(progress.value, clock.now());
      if (progress.value.step !== "done") write.replace(progress, ended);
      return ended;
    },
  );
  return ended!;
}

export async function report(
  context: Context,
  subjectId: string,
  erasure: Erasure,
  already: boolean,
): Promise<ErasureResult> {
  return {
    state: erasure.step === "done" ? "done" : "held",
    already,
    subjectHash: erasure.subjectHash,
    startedAt: erasure.startedAt,
    tallies: erasure.tallies,
    kept: await keptAbout(context, subjectId),
    searchTerms: [subjectId],
  };
}

function endOf(erasure: Erasure, touchedAt: number): Erasure {
  const held = Object.values(erasure.tallies).some(({ held }) => held > 0);
  return held
    ? { ...erasure, step: "held", touchedAt }
    : { ...erasure, step: "done", subjectId: null, searchTerms: [], touchedAt };
}
