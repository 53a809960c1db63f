import { z } from "zod";
import { findKeys, hasKeys } from "../accounts/mod.ts";
import type { AccountId } from "../kernel/mod.ts";
import { type Numbered, numberForm, openNumber } from "../safety/mod.ts";
import { type FormErrors, type FormValues, readForm } from "./forms.ts";
import type { Ctx } from "./state.ts";

/** Whether a number alone may take and erase data; see dataByNumber. */
export type DataByNumber = "open" | "key" | "erased";

/** What a page by number shows; nothing opened yet is the form for a number. */
export interface ReferenceData {
  opened: { numbered: Numbered; data: DataByNumber } | null;
  values: FormValues;
  errors: FormErrors;
}

export const BLANK: ReferenceData = { opened: null, values: {}, errors: {} };

type ReadNumber<Value> =
  | {
    ok: true;
    numbered: Numbered;
    /** What may be done with the data of its holder. */
    allows: DataByNumber;
    value: Value;
    /** The page, with what was typed. */
    data: ReferenceData;
  }
  | { ok: false; data: ReferenceData };

/**
 * Reads a form that carries a number, and opens it. A number that opens nothing
 * is said to be wrong in the same words, whatever is wrong with it; what else
 * was typed is given back.
 */
export async function readNumbered<S extends z.ZodType>(
  ctx: Ctx,
  schema: S,
): Promise<ReadNumber<z.output<S>>> {
  const { millo: { safety }, t } = ctx.state;
  const read = await readForm(ctx, numberForm.and(schema));
  const { values } = read;
  if (!read.ok && read.errors.number) {
    const errors = { number: read.errors.number };
    return { ok: false, data: { opened: null, values, errors } };
  }
  const numbered = await openNumber(safety, values.number);
  if (!numbered) {
    const errors = { number: t("reference.error.unknown") };
    return { ok: false, data: { opened: null, values, errors } };
  }
  const data = await dataByNumber(ctx, numbered.holder);
  const opened = { numbered, data };
  return read.ok
    ? {
      ok: true,
      numbered,
      allows: data,
      value: read.value as z.output<S>,
      data: { opened, values, errors: {} },
    }
    : { ok: false, data: { opened, values, errors: read.errors } };
}

/**
 * Somebody with a passkey or a code shows that before data are handed out, as
 * on the pages of their account: a number is copied more easily than a key.
 */
export async function dataByNumber(
  ctx: Ctx,
  holder: AccountId | null,
): Promise<DataByNumber> {
  if (holder === null) return "erased";
  const keys = await findKeys(ctx.state.millo.store, holder);
  return hasKeys(keys) ? "key" : "open";
}

/** The page as it stands after something was done by a number. */
export async function reopened(
  ctx: Ctx,
  { values }: Pick<ReferenceData, "values">,
): Promise<ReferenceData> {
  const numbered = await openNumber(ctx.state.millo.safety, values.number);
  if (!numbered) return BLANK;
  const data = await dataByNumber(ctx, numbered.holder);
  return { ...BLANK, opened: { numbered, data } };
}

/** Where a form says the number and no more. */
export const numberAlone = z.object({});
