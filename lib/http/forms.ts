import { HttpError, page } from "fresh";
import type { z } from "zod";
import { isMessage, type Translate } from "../i18n/mod.ts";
import { wantsJson } from "./accept.ts";
import { readBytes } from "./body.ts";
import { problem } from "./problem.ts";
import type { Ctx } from "./state.ts";

/** What was typed, by field: kept when the form comes back. */
export type FormValues = Record<string, string>;
/** What is wrong, by field, in the reader's language. */
export type FormErrors = Record<string, string>;

export type FormRead<Value> =
  | { ok: true; value: Value; values: FormValues }
  | {
    ok: false;
    values: FormValues;
    /** All that came of the fields that may come more than once. */
    lists: Record<string, string[]>;
    errors: FormErrors;
  };

export interface FormOptions {
  /** Bytes that are read at most; 64 KiB unless said. */
  limit?: number;
  /** Fields that may come more than once: always an array, also of none. */
  lists?: readonly string[];
  /** Fields that are not given back. */
  secrets?: readonly string[];
}

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];
const MAX_FIELDS = 200;

/**
 * Reads a form by the schema of its room. A message of the schema that is a
 * key of the catalogue is shown as that text, any other as `form.wrong`. Files
 * come as File, and not at all where none was chosen.
 *
 * Throws 413 for one that is too large, 415 for what is no form, 400 for what
 * is a broken one.
 */
export async function readForm<S extends z.ZodType>(
  ctx: Ctx,
  schema: S,
  options: FormOptions = {},
): Promise<FormRead<z.output<S>>> {
  const form = await formOf(ctx, options);
  const parsed = await schema.safeParseAsync(fieldsOf(form, options.lists));
  const values = valuesOf(form, options.secrets);
  if (parsed.success) return { ok: true, value: parsed.data, values };
  const errors = errorsOf(ctx.state.t, parsed.error.issues);
  return { ok: false, values, lists: listsOf(form, options.lists), errors };
}

/** The form once more, with what was typed and what is wrong: always 422. */
export function unprocessable<Data extends { errors: object }>(
  ctx: Ctx,
  data: Data,
) {
  if (!wantsJson(ctx.req)) return page(data, { status: 422 });
  const errors = Object.entries(data.errors).map(([field, reason]) => ({
    field,
    reason,
  }));
  return problem(ctx, { status: 422, errors });
}

async function formOf(
  ctx: Ctx,
  { limit, lists = [] }: FormOptions,
): Promise<FormData> {
  const type = ctx.req.headers.get("content-type") ?? "";
  const essence = type.split(";")[0].trim().toLowerCase();
  if (!FORMS.includes(essence)) throw new HttpError(415);
  const bytes = await readBytes(ctx, limit);
  const headers = { "content-type": type };
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw new HttpError(400);
  });
  // How long a list may be is said by the schema.
  const single = [...form.keys()].filter((name) => !lists.includes(name));
  if (single.length > MAX_FIELDS) throw new HttpError(400);
  return form;
}

function fieldsOf(form: FormData, lists: readonly string[] = []): object {
  const single = [...form].filter(([name, value]) =>
    !lists.includes(name) && isGiven(value)
  );
  const listed = lists.map((name) => [
    name,
    form.getAll(name).filter(isGiven),
  ]);
  return Object.fromEntries([...single, ...listed]);
}

/** A file input without a file still sends a nameless, empty one. */
function isGiven(value: FormDataEntryValue): boolean {
  return typeof value === "string" || value.size > 0 || value.name !== "";
}

function valuesOf(form: FormData, secrets: readonly string[] = []): FormValues {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] =>
      typeof entry[1] === "string" && !secrets.includes(entry[0])
    ),
  );
}

function listsOf(
  form: FormData,
  names: readonly string[] = [],
): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [
    name,
    form.getAll(name).filter((value) => typeof value === "string"),
  ]));
}

/** The first thing wrong with each field, in the order of the schema. */
function errorsOf(
  t: Translate,
  issues: readonly z.core.$ZodIssue[],
): FormErrors {
  const errors: FormErrors = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? "form");
    errors[field] ??= wordsOf(t, issue);
  }
  return errors;
}

/** What is wrong with a single value, in the reader's language. */
export function faultIn(t: Translate, { issues }: z.ZodError): string {
  return wordsOf(t, issues[0]);
}

function wordsOf(t: Translate, issue: z.core.$ZodIssue): string {
  const key = isMessage(issue.message) ? issue.message : "form.wrong";
  // A message may name what the issue knows, such as {maximum}.
  const say = t as (key: string, values: object) => string;
  return say(key, issue);
}
