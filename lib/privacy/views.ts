import type {
  DataMap,
  DeclaredReceipt,
  DeclaredTally,
} from "../data_map/mod.ts";

/** What the page of an erasure shows: it names nobody. */
export interface ReceiptView {
  number: string;
  done: boolean;
  startedAt: number;
  /** What became of how many records, by kind. */
  kinds: { collection: string; erased: number }[];
  erased: number;
  unlinked: number;
  kept: number;
}

export function receiptView(
  collections: DataMap["collections"],
  number: string,
  { step, startedAt, tallies }: DeclaredReceipt,
): ReceiptView {
  const kinds = collections.flatMap(({ name }) => {
    const erased = tallies[name]?.deleted ?? 0;
    return erased > 0 ? [{ collection: name, erased }] : [];
  });
  const sum = (of: (tally: DeclaredTally) => number) =>
    Object.values(tallies).reduce((total, tally) => total + of(tally), 0);
  return {
    number,
    done: step === "done",
    startedAt,
    kinds,
    erased: sum(({ deleted }) => deleted),
    unlinked: sum(({ unlinked }) => unlinked),
    kept: sum(({ kept }) => kept),
  };
}
