import { assertNever } from "../kernel/mod.ts";
import { type RawRecord, rawWrites, type Write } from "../store/mod.ts";
import { type DataMapDeps, peopleIn, rolesIn } from "./deps.ts";
import { holds } from "./records.ts";

/** What erasure does with one record about a person. */
export type Outcome =
  | { kind: "deleted" | "unlinked" }
  | { kind: "kept"; reason: string; until: number }
  /** Kept by a hold, out of everybody's sight. */
  | { kind: "held" }
  /** Nothing to do: an earlier run settled it. */
  | { kind: "settled"; as: "kept" | "held" };

/**
 * Decides for a record: a hold on anybody in it wins, then a declared keep
 * whose time is not over, then deletion, then unlinking.
 */
export function outcomeFor(
  record: RawRecord,
  subjectId: string,
  held: ReadonlySet<string>,
  now: number,
): Outcome {
  if (peopleIn(record).some((id) => held.has(id))) {
    return record.quarantined
      ? { kind: "settled", as: "held" }
      : { kind: "held" };
  }
  const roles = rolesIn(record, subjectId);
  const kept = longestKeep(record, subjectId);
  if (kept && kept.until > now) {
    const settled = record.cap !== null && !record.quarantined;
    return settled
      ? { kind: "settled", as: "kept" }
      : { kind: "kept", ...kept };
  }
  const deletes = roles.some(({ rule }) => rule !== "unlink") ||
    rawWrites.without(record, subjectId) === null;
  return { kind: deletes ? "deleted" : "unlinked" };
}

/** The keep that reaches furthest, never past the record's own end. */
export function longestKeep(
  record: RawRecord,
  subjectId: string,
): { reason: string; until: number } | null {
  let longest: { reason: string; until: number } | null = null;
  for (const { keep } of rolesIn(record, subjectId)) {
    if (!keep) continue;
    const until = Number(record.value[keep.from]) + keep.length;
    const capped = record.ends === null ? until : Math.min(until, record.ends);
    if (!longest || capped > longest.until) {
      longest = { reason: keep.reason, until: capped };
    }
  }
  return longest;
}

/** Puts an outcome into a write. */
export function settle(
  write: Write,
  record: RawRecord,
  subjectId: string,
  outcome: Outcome,
): void {
  switch (outcome.kind) {
    case "deleted":
      return rawWrites.discard(write, record);
    case "unlinked":
      return rawWrites.unlink(write, record, subjectId);
    case "kept":
      return rawWrites.cap(write, record, outcome.until);
    case "held":
      return rawWrites.quarantine(write, record);
    case "settled":
      return;
    default:
      assertNever(outcome);
  }
}

/** The people among those in the rows whom a hold is about. */
export async function heldIn(
  { store }: DataMapDeps,
  records: readonly RawRecord[],
): Promise<Set<string>> {
  const people = [...new Set(records.flatMap(peopleIn))];
  const found = await store.getMany(holds, people.map((id) => [id] as const));
  return new Set(people.filter((_, n) => found[n] !== null));
}

/** Lets the write pass only if no hold came about meanwhile. */
export function checkHolds(
  write: Write,
  record: RawRecord,
  held: ReadonlySet<string>,
): void {
  for (const id of peopleIn(record)) {
    if (!held.has(id)) write.absent(holds, [id]);
  }
}
