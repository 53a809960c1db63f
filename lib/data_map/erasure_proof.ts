import type { Millis } from "../kernel/mod.ts";
import type { Stored } from "../store/mod.ts";
import { noteCompaction } from "./compaction.ts";
import type { Context } from "./context.ts";
import { type Proof, proveAll } from "./proof.ts";
import { type Erasure, erasures, type ProofFigures } from "./records.ts";
import { openTerms, shredTerms } from "./sealed_terms.ts";

export interface ProofRun {
  /** Erasures whose search found nothing, or will not be repeated. */
  ended: number;
  /** Those that will be searched for again. */
  left: number;
}

/** Erasures that share one run, at most. */
const MAX_AT_ONCE = 200;

/** A search that found something is repeated this often, and then told of. */
export const MAX_FAILED_PROOFS = 5;

/** Whether any erasure waits for its search. */
export async function awaitsProof(context: Context): Promise<boolean> {
  return (await waiting(context, 1)).length > 0;
}

/**
 * Rewrites the store's files once for all erasures that wait, searches for what
 * must be gone, and writes what was found into each record (Article 17 GDPR;
 * accountability, Article 5(2)). Can be stopped anywhere and run again.
 */
export async function proveErasures(context: Context): Promise<ProofRun> {
  const erased = await waiting(context, MAX_AT_ONCE);
  if (erased.length === 0) return { ended: 0, left: 0 };
  const terms = await Promise.all(
    erased.map(({ value }) => openTerms(context, value)),
  );
  const proofs = await proveAll(context, terms);
  if (proofs[0].compaction.done) await noteCompaction(context);
  const run = { ended: 0, left: 0 };
  for (const [n, { value: { subjectHash } }] of erased.entries()) {
    const ended = await noteProof(context, subjectHash, proofs[n]);
    if (ended) await shredTerms(context, subjectHash);
    run[ended ? "ended" : "left"]++;
  }
  return run;
}

type StoredErasure = Stored<Erasure, readonly [string]>;

/** A held erasure is searched for, too: what the hold keeps is left out. */
async function waiting(
  { store }: Context,
  limit: number,
): Promise<StoredErasure[]> {
  const found: StoredErasure[] = [];
  for (const step of ["removed", "held"]) {
    const { items } = await store.list(erasures, "byStep", {
      of: [step],
      limit,
    });
    found.push(
      ...items.filter(({ value }) =>
        value.proof === null || step === "removed"
      ),
    );
  }
  return found.slice(0, limit);
}

/** Answers whether the search is over. */
async function noteProof(
  { store, clock }: Context,
  subjectHash: string,
  proof: Proof,
): Promise<boolean> {
  const ended = await store.transactOrThrow(
    "note the proof of an erasure",
    async (write) => {
      const found = await store.get(erasures, [subjectHash]);
      if (!found) return true;
      const next = proven(found.value, proof, clock.now());
      write.replace(found, next);
      return next.step !== "removed";
    },
  );
  return ended ?? true;
}

function proven(erasure: Erasure, proof: Proof, now: Millis): Erasure {
  const failedProofs = erasure.failedProofs + (proof.hits.length > 0 ? 1 : 0);
  const next = {
    ...erasure,
    proof: figuresOf(proof, now),
    failedProofs,
    touchedAt: now,
  };
  if (erasure.step !== "removed") return next;
  const over = proof.hits.length === 0 || failedProofs >= MAX_FAILED_PROOFS;
  return over ? { ...next, step: "done", sealedTerms: null } : next;
}

function figuresOf(proof: Proof, at: Millis): ProofFigures {
  const { compaction, searchTerms, keys, files, bytes, hits } = proof;
  return {
    at,
    compacted: compaction.done,
    // Its own marker is no word of the person.
    searchTerms: searchTerms - 1,
    keys,
    files,
    bytes,
    hits: hits.length,
  };
}
