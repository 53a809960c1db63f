import { type AccountId, sha256 } from "../kernel/mod.ts";
import type { SafetyDeps } from "./deps.ts";
import { readReferenceNumber } from "./numbers.ts";
import { statementOf, type StatementView } from "./own_standing.ts";
import { decisions, referenceNumbers } from "./records.ts";
import { type OwnReportView, ownReportView } from "./reportable.ts";

/** What a number opens. */
export type Numbered =
  | { kind: "report"; holder: AccountId; report: OwnReportView }
  | {
    kind: "decision";
    /** Null once the account is erased; the decision can still be read. */
    holder: AccountId | null;
    statement: StatementView;
  };

/**
 * The report or decision of a number as somebody typed it: null alike for one
 * that is mistyped, unknown, ended, or of a reporter who was erased. The number
 * is the proof: whoever has it may do what its holder may. Throws
 * StoreUnavailable.
 */
export async function openNumber(
  deps: SafetyDeps,
  typed: string,
): Promise<Numbered | null> {
  const { store } = deps;
  // What cannot be a number is looked up too, so that it takes as long.
  const number = readReferenceNumber(typed)?.number ?? typed;
  const found = await store.get(referenceNumbers, [sha256(number)]);
  if (!found) return null;
  const { kind, holder, of } = found.value;
  if (kind === "report") {
    const report = holder && await ownReportView(deps, holder, of);
    return holder && report ? { kind, holder, report } : null;
  }
  const decision = await store.get(decisions, [of]);
  if (!decision) return null;
  return { kind, holder, statement: await statementOf(deps, decision.value) };
}
