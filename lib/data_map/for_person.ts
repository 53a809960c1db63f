import type { RawRecord } from "../store/mod.ts";
import { type DataMapDeps, isOver, recordsAbout } from "./deps.ts";
import { receiptOf } from "./erase.ts";
import { longestKeep, outcomeFor } from "./outcome.ts";
import type { Kept } from "./plan.ts";
import type { Erasure, Tally } from "./records.ts";

/**
 * What a person may read of their erasure. An order to hold data may forbid to
 * tell of itself, so everything here is worked out from the declarations, as
 * if nobody were held: these types have no place for a hold. The pages say to
 * everybody that the law may make us keep something.
 */

/** What becomes of a person's records in one collection, by declaration. */
export type DeclaredTally = Omit<Tally, "held">;

/** Records that outlive an erasure by declaration. */
export type DeclaredKept = Pick<Kept, "collection" | "count"> & {
  reason: string;
  /** Milliseconds since the epoch, the latest of them. */
  until: number;
};

export interface DeclaredPlan {
  tallies: Record<string, DeclaredTally>;
  kept: DeclaredKept[];
}

export interface DeclaredReceipt {
  subjectHash: string;
  /** A hold does not show: what it keeps is out of everybody's sight. */
  step: Exclude<Erasure["step"], "held">;
  startedAt: number;
  /** When the records were removed; null while they are. */
  removedAt: number | null;
  /** What the search through the files found; null until it is over. */
  proof: Erasure["proof"];
  tallies: Record<string, DeclaredTally>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** What an erasure does to a person's records, without doing it. */
export async function planForPerson(
  deps: DataMapDeps,
  subjectId: string,
): Promise<DeclaredPlan> {
  const now = deps.clock.now();
  const tallies: Record<string, DeclaredTally> = {};
  const kept = new Map<string, DeclaredKept>();
  for (const collection of deps.collections) {
    if (collection.spec.despiteErasure !== undefined) continue;
    if (collection.plan.roles.length === 0) continue;
    for await (const record of recordsAbout(deps, subjectId, collection)) {
      // Past its end it would be gone, if no hold kept it.
      if (record.quarantined || isOver(record, now)) continue;
      const became = countDeclared(tallies, record, subjectId, now);
      if (became === "kept") addKept(kept, record, subjectId);
    }
  }
  return { tallies, kept: [...kept.values()] };
}

/** How an erasure went, by the hash that stands for the person. */
export async function receiptForPerson(
  deps: DataMapDeps,
  subjectHash: string,
): Promise<DeclaredReceipt | null> {
  const erasure = await receiptOf(deps, subjectHash);
  if (!erasure) return null;
  const { step, startedAt, removedAt, proof, subjectId } = erasure;
  const tallies = Object.fromEntries(
    Object.entries(erasure.tallies).map(([name, { held: _, ...tally }]) => [
      name,
      tally,
    ]),
  );
  if (subjectId !== null) {
    await addQuarantined(deps, tallies, subjectId, startedAt);
  }
  return {
    subjectHash,
    step: step === "held" ? "removed" : step,
    startedAt,
    removedAt,
    proof,
    tallies: withoutNone(tallies),
  };
}

/** What a hold took out of sight counts as what it would have become. */
async function addQuarantined(
  deps: DataMapDeps,
  tallies: Record<string, DeclaredTally>,
  subjectId: string,
  at: number,
): Promise<void> {
  for await (const record of recordsAbout(deps, subjectId)) {
    if (!record.quarantined || isOver(record, at)) continue;
    countDeclared(tallies, record, subjectId, at);
  }
}

function countDeclared(
  tallies: Record<string, DeclaredTally>,
  record: RawRecord,
  subjectId: string,
  now: number,
): keyof DeclaredTally {
  const outcome = outcomeFor(record, subjectId, NOBODY, now);
  const tally = tallies[record.collection.name] ??= {
    deleted: 0,
    unlinked: 0,
    kept: 0,
  };
  const became = outcome.kind === "deleted" || outcome.kind === "unlinked"
    ? outcome.kind
    : "kept";
  tally[became]++;
  return became;
}

function addKept(
  kept: Map<string, DeclaredKept>,
  record: RawRecord,
  subjectId: string,
): void {
  const keep = longestKeep(record, subjectId);
  if (!keep) return;
  const collection = record.collection.name;
  const at = `${collection} ${keep.reason}`;
  const last = kept.get(at);
  kept.set(at, {
    collection,
    reason: keep.reason,
    until: Math.max(keep.until, last?.until ?? 0),
    count: (last?.count ?? 0) + 1,
  });
}

function withoutNone(
  tallies: Record<string, DeclaredTally>,
): Record<string, DeclaredTally> {
  return Object.fromEntries(
    Object.entries(tallies).filter(([, { deleted, unlinked, kept }]) =>
      deleted + unlinked + kept > 0
    ),
  );
}
