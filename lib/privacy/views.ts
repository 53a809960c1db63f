import type {
  DataMap,
  DeclaredReceipt,
  DeclaredTally,
} from "../data_map/mod.ts";

/** How far an erasure is proven to have come, and no further. */
export type ReceiptStep =
  /** Records are still being removed. */
  | "running"
  /** Gone from the records; the files are next. */
  | "records"
  /** Gone from the files, too. */
  | "files"
  /** Something was still found in the files. */
  | "filesLeft"
  /** Gone from the records; the files are not ours to rewrite. */
  | "server";

/** What the page of an erasure shows: it names nobody. */
export interface ReceiptView {
  number: string;
  step: ReceiptStep;
  startedAt: number;
  /** When the step was reached; null while it is not over. */
  at: number | null;
  /** What was searched afterwards; null until it was. */
  scan: DeclaredReceipt["proof"];
  /** What became of how many records, by kind. */
  kinds: { collection: string; erased: number }[];
  erased: number;
  unlinked: number;
  kept: number;
}

export function receiptView(
  collections: DataMap["collections"],
  number: string,
  receipt: DeclaredReceipt,
): ReceiptView {
  const { startedAt, tallies, proof } = receipt;
  const kinds = collections.flatMap(({ name }) => {
    const erased = tallies[name]?.deleted ?? 0;
    return erased > 0 ? [{ collection: name, erased }] : [];
  });
  const sum = (of: (tally: DeclaredTally) => number) =>
    Object.values(tallies).reduce((total, tally) => total + of(tally), 0);
  return {
    number,
    step: stepOf(receipt),
    startedAt,
    at: proof?.at ?? receipt.removedAt,
    scan: proof,
    kinds,
    erased: sum(({ deleted }) => deleted),
    unlinked: sum(({ unlinked }) => unlinked),
    kept: sum(({ kept }) => kept),
  };
}

function stepOf({ step, proof }: DeclaredReceipt): ReceiptStep {
  if (step === "running") return "running";
  if (proof === null) return "records";
  if (proof.hits > 0) return "filesLeft";
  return proof.compacted ? "files" : "server";
}
