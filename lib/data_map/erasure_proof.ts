import { HOUR, type Millis } from "../kernel/mod.ts";
import type { Store, Stored } from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import { type Proof, proveAll } from "./proof.ts";
import { type Erasure, erasures, type ProofFigures } from "./records.ts";
import {
  type ErasedTerms,
  LOST,
  openTerms,
  shredTerms,
} from "./sealed_terms.ts";

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
export async function awaitsProof(deps: DataMapDeps): Promise<boolean> {
  return (await waiting(deps, 1)).length > 0;
}

/** How long another process may take that has the key of sealed terms. */
const OTHERS_TIME: Millis = HOUR;

/**
 * Rewrites the store's files once for all erasures that wait, searches for what
 * must be gone, and writes what was found into each record (accountability,
 * Article 5(2) GDPR). Can be stopped anywhere and run again. A held erasure is
 * not searched for: what is held lies in the files, and rightly.
 */
export async function proveErasures(deps: DataMapDeps): Promise<ProofRun> {
  const due: { subjectHash: string; terms: ErasedTerms }[] = [];
  for (const { value } of await waiting(deps, MAX_AT_ONCE)) {
    const terms = await openTerms(deps, value);
    const age = deps.clock.now() - (value.removedAt ?? 0);
    // Sealed by a process with another folder: it is at work, or it is gone.
    if (terms === null && age < OTHERS_TIME) continue;
    due.push({ subjectHash: value.subjectHash, terms: terms ?? LOST });
  }
  if (due.length === 0) return { ended: 0, left: 0 };
  const proofs = await proveAll(deps, due.map(({ terms }) => terms));
  const run = { ended: 0, left: 0 };
  for (const [n, { subjectHash }] of due.entries()) {
    const ended = await noteProof(deps, subjectHash, proofs[n]);
    if (ended) await shredTerms(deps, subjectHash);
    run[ended ? "ended" : "left"]++;
  }
  return run;
}

/** Destroys keys that a crash left behind when their search was over. */
export async function shredOverTerms(deps: DataMapDeps): Promise<void> {
  for await (
    const { value } of deps.store.eachIn(erasures, "byStep", ["done"])
  ) await shredTerms(deps, value.subjectHash);
}

type StoredErasure = Stored<Erasure, readonly [string]>;

async function waiting(
  { store }: DataMapDeps,
  limit: number,
): Promise<readonly StoredErasure[]> {
  const batch = await store.list(erasures, "byStep", {
    of: ["removed"],
    limit,
  });
  return batch.items;
}

/** Answers whether the search is over. */
async function noteProof(
  { store, clock }: DataMapDeps,
  subjectHash: string,
  proof: Proof,
): Promise<boolean> {
  const ended = await store.transactOrThrow(
    "note the proof of an erasure",
    async (write) => {
      const found = await store.get(erasures, [subjectHash]);
      if (!found || found.value.step !== "removed") return true;
      const next = proven(found.value, proof, store, clock.now());
      write.replace(found, next);
      return next.step === "done";
    },
  );
  return ended ?? true;
}

function proven(
  erasure: Erasure,
  proof: Proof,
  store: Store,
  now: Millis,
): Erasure {
  const good = proof.hits.length === 0 && proof.marker.found &&
    proof.marker.gone && (proof.compaction.done || store.file === null);
  const failedProofs = erasure.failedProofs + (good ? 0 : 1);
  const over = good || failedProofs >= MAX_FAILED_PROOFS;
  return {
    ...erasure,
    proof: figuresOf(proof, now),
    failedProofs,
    touchedAt: now,
    ...over && { step: "done" as const, sealedTerms: null },
  };
}

function figuresOf(proof: Proof, at: Millis): ProofFigures {
  const { compaction, searchTerms, keys, files, bytes, hits } = proof;
  return {
    at,
    compacted: compaction.done,
    searchTerms,
    keys,
    files,
    bytes,
    hits: hits.length,
  };
}
