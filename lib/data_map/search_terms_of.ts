import type { z } from "zod";
import type { Collection } from "../store/mod.ts";
import { type DataMapDeps, recordsAbout, rolesIn } from "./deps.ts";
import { classesOf, givenBy } from "./spec_of.ts";

/**
 * Shorter strings are found everywhere, and prove nothing. What is longer and
 * common, such as an interest, is left out where others say it, too: proofFor
 * looks among their records.
 */
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
  deps: DataMapDeps,
  subjectId: string,
): Promise<string[]> {
  const searchTerms = new Set<string>();
  if (subjectId.length >= MIN_TERM_LENGTH) searchTerms.add(subjectId);
  let total = 0;
  for await (const record of recordsAbout(deps, subjectId)) {
    const roles = rolesIn(record, subjectId);
    if (!roles.some(({ rule }) => rule === "delete")) continue;
    const names = roles.map(({ role }) => role);
    for (const field of tellingFields(record.collection, names)) {
      for (const text of textsIn(record.value[field])) {
        // Half of a letter beyond the basic plane cannot be searched for.
        const term = text.slice(0, MAX_TERM_LENGTH).replace(/\p{Cs}$/u, "");
        total += new TextEncoder().encode(term).length;
        if (total > MAX_TOTAL) return [...searchTerms];
        searchTerms.add(term);
        if (searchTerms.size === MAX_TERMS) return [...searchTerms];
      }
    }
  }
  return [...searchTerms];
}

/** The texts of a field that are long enough: its own, or those of its list. */
function textsIn(value: unknown): string[] {
  return [value].flat().filter((text): text is string =>
    typeof text === "string" && text.length >= MIN_TERM_LENGTH
  );
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

/** Free text, or a list of it: a choice among given ones is other people's, too. */
function isFree(schema: z.ZodType): boolean {
  let inner = schema as unknown as {
    def: { type: string; innerType?: unknown; element?: unknown };
  };
  for (;;) {
    const within = inner.def.innerType ?? inner.def.element;
    if (!within) return inner.def.type === "string";
    inner = within as typeof inner;
  }
}
