import type { BulkMeasure, BulkRow, RuleId } from "../safety/mod.ts";
import {
  BULK_MEASURES,
  decisionsInBulk,
  MAX_BULK,
  previewBulk,
  RULE_IDS,
  undoableUntil,
} from "../safety/mod.ts";
import { authorise } from "./guards.ts";
import { type FormErrors, type FormValues } from "./forms.ts";
import { forbidden } from "./refusal.ts";
import type { StaffCtx } from "./state.ts";

export interface BulkData {
  rows: readonly BulkRow[];
  /** Those that would be decided, as the next form names them. */
  cases: readonly string[];
  measures: readonly BulkMeasure[];
  rules: readonly RuleId[];
  values: FormValues;
  errors: FormErrors;
}

/** What would happen to the chosen cases. */
export async function bulkData(
  ctx: StaffCtx,
  numbers: readonly string[],
  { values, errors }: Pick<BulkData, "values" | "errors"> = {
    values: {},
    errors: {},
  },
): Promise<BulkData> {
  const actor = authorise(ctx, "case.bulk");
  if (!actor.ok) throw forbidden("permission");
  const chosen = numbers.slice(0, MAX_BULK);
  const { safety } = ctx.state.millo;
  const rows = await previewBulk(safety, actor.value, chosen);
  const cases = rows.filter(({ refusal }) => refusal === null)
    .map(({ number, shown }) => `${number} ${shown?.seq}`);
  const choices = { measures: BULK_MEASURES, rules: RULE_IDS };
  return { rows, cases, ...choices, values, errors };
}

export interface BulkDoneData {
  id: string;
  measure: BulkMeasure;
  rule: RuleId | null;
  facts: string | null;
  rows: readonly { number: string; state: string }[];
  /** Until when whoever reads may take it back; null for not any more. */
  undoable: number | null;
}

/** What was decided at once; null for no such thing. */
export async function bulkDoneData(
  { state: { millo, principal }, params }: StaffCtx,
): Promise<BulkDoneData | null> {
  const { store, clock } = millo;
  const made = await decisionsInBulk(store, params.id);
  const [first] = made;
  if (!first) return null;
  return {
    id: params.id,
    measure: first.measures[0] as BulkMeasure,
    ...{ rule: first.rule, facts: first.facts },
    rows: made.map(({ case: number, state }) => ({ number, state })),
    undoable: undoableUntil(made, principal.staffId, clock.now()),
  };
}
