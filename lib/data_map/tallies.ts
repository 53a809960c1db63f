import type { RawRecord } from "../store/mod.ts";
import type { Outcome } from "./outcome.ts";
import type { Tally } from "./records.ts";

/** Adds what became of a record. One that a hold let go is not held any more. */
export function count(
  tallies: Record<string, Tally>,
  record: RawRecord,
  outcome: Outcome,
): void {
  const tally = tallies[record.collection.name] ??= {
    deleted: 0,
    unlinked: 0,
    kept: 0,
    held: 0,
  };
  const kind = outcome.kind === "settled" ? outcome.as : outcome.kind;
  tally[kind]++;
  if (record.quarantined && kind !== "held" && tally.held > 0) tally.held--;
}
