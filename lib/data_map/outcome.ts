import { assertNever } from "../kernel/mod.ts";
import { handling, MAX_CHECKS, type Row, type Write } from "../store/mod.ts";
import { type Context, peopleIn, rolesIn } from "./context.ts";
import { holds } from "./records.ts";

/** What erasure does with one record about a person. */
export type Outcome =
  | { kind: "deleted" | "unlinked" }
  | { kind: "kept"; because: string; until: number }
  /** Kept by a hold, out of everybody's sight. */
  | { kind: "held" }
  /** Nothing to do: an earlier run settled it. */
  | { kind: "settled"; as: "kept" | "held" };

/**
 * Decides for a record: a hold on anybody in it wins, then a declared keep
 * whose time is not over, then deletion, then unlinking.
 */
export function outcomeFor(
  row: Row,
  person: string,
  held: ReadonlySet<string>,
  now: number,
): Outcome {
  if (peopleIn(row).some((id) => held.has(id))) {
    return row.hidden ? { kind: "settled", as: "held" } : { kind: "held" };
  }
  const roles = rolesIn(row, person);
  const kept = longestKeep(row, person);
  if (kept && kept.until > now) {
    const settled = row.cap !== null && !row.hidden;
    return settled
      ? { kind: "settled", as: "kept" }
      : { kind: "kept", ...kept };
  }
  const deletes = roles.some(({ rule }) => rule !== "unlink") ||
    handling.without(row, person) === null;
  return { kind: deletes ? "deleted" : "unlinked" };
}

/** The keep that reaches furthest, never past the record's own end. */
export function longestKeep(
  row: Row,
  person: string,
): { because: string; until: number } | null {
  let longest: { because: string; until: number } | null = null;
  for (const { keep } of rolesIn(row, person)) {
    if (!keep) continue;
    const until = Number(row.value[keep.from]) + keep.length;
    const capped = row.ends === null ? until : Math.min(until, row.ends);
    if (!longest || capped > longest.until) {
      longest = { because: keep.because, until: capped };
    }
  }
  return longest;
}

/** Puts an outcome into a write. */
export function settle(
  write: Write,
  row: Row,
  person: string,
  outcome: Outcome,
): void {
  switch (outcome.kind) {
    case "deleted":
      return handling.discard(write, row);
    case "unlinked":
      return handling.unlink(write, row, person);
    case "kept":
      return handling.cap(write, row, outcome.until);
    case "held":
      return handling.hide(write, row);
    case "settled":
      return;
    default:
      assertNever(outcome);
  }
}

/** True when the write has room for one more record. */
export function hasRoom(write: Write, row: Row): boolean {
  const checks = write.draft.checks.length + 1 + peopleIn(row).length;
  const changes = write.draft.deletes.length + write.draft.sets.length;
  return checks <= MAX_CHECKS &&
    (changes === 0 || changes + handling.changesIn(row) < 900);
}

/** The people among those in the rows whom a hold is about. */
export async function heldIn(
  { store }: Context,
  rows: readonly Row[],
): Promise<Set<string>> {
  const people = [...new Set(rows.flatMap(peopleIn))];
  const found = await store.getMany(holds, people.map((id) => [id] as const));
  return new Set(people.filter((_, n) => found[n] !== null));
}

/** Lets the write pass only if no hold came about meanwhile. */
export function checkHolds(
  write: Write,
  row: Row,
  held: ReadonlySet<string>,
): void {
  for (const id of peopleIn(row)) {
    if (!held.has(id)) write.absent(holds, [id]);
  }
}
