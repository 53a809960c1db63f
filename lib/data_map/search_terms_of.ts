import type { z } from "zod";
import type { Collection } from "../store/mod.ts";
import { type Context, recordsAbout, rolesIn } from "./context.ts";
import { classesOf, givenBy } from "./spec_of.ts";

/** Shorter strings are found everywhere, and prove nothing. */
export const MIN_TERM_LENGTH = 8;
const MAX_TERMS = 400;
const MAX_TERM_LENGTH = 48;
/** In bytes, all together: sealed, they must fit one value of the store. */
const MAX_TOTAL = 32_000;

/**
 * What must not be found after an erasure: the id, and from the records that
 * will be deleted their secrets, their own names and what the person wrote.
 */
export async function searchTermsOf(
  context: Context,
  subjectId: string,
): Promise<string[]> {
  const searchTerms = new Set<string>();
  if (subjectId.length >= MIN_TERM_LENGTH) searchTerms.add(subjectId);
  let total = 0;
  for await (const record of recordsAbout(context, subjectId)) {
    const roles = rolesIn(record, subjectId);
    if (!roles.some(({ rule }) => rule === "delete")) continue;
    const names = roles.map(({ role }) => role);
    for (const field of tellingFields(record.collection, names)) {
      const text = record.value[field];
      if (typeof text !== "string" || text.length < MIN_TERM_LENGTH) continue;
      // Half of a letter beyond the basic plane cannot be searched for.
      const term = text.slice(0, MAX_TERM_LENGTH).replace(/\p{Cs}$/u, "");
      total += new TextEncoder().encode(term).length;
      if (total > MAX_TOTAL) return [...searchTerms];
      searchTerms.add(term);
      if (searchTerms.size === MAX_TERMS) return [...searchTerms];
    }
  }
  return [...searchTerms];
}

function tellingFields(collection: Collection, roles: string[]): string[] {
  const classes = classesOf(collection);
  const { key } = collection.plan;
  const own = key.length === 1 && classes[key[0]] !== "subject" ? [key[0]] : [];
  const told = Object.keys(classes).filter((field) =>
    classes[field] === "secret" || classes[field] === "special"
  );
  const free = [...told, ...givenBy(collection, roles)].filter((field) =>
    isFree(collection.spec.schema.shape[field] as z.ZodType)
  );
  return [...new Set([...own, ...free])];
}

/** Free text: a choice from a list is other people's, too. */
function isFree(schema: z.ZodType): boolean {
  let inner = schema as unknown as {
    def: { type: string; innerType?: unknown };
  };
  while (inner.def.innerType) inner = inner.def.innerType as typeof inner;
  return inner.def.type === "string";
}
