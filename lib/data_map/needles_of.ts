import type { z } from "zod";
import type { Collection } from "../store/mod.ts";
import { type Context, recordsAbout, rolesIn } from "./context.ts";
import { classesOf, givenBy } from "./spec_of.ts";

/** Shorter strings are found everywhere, and prove nothing. */
export const SHORTEST_NEEDLE = 8;
const MOST = 400;
const LONGEST = 48;

/**
 * What must not be found after an erasure: the id, and from the records that
 * will be deleted their secrets, their own names and what the person wrote.
 */
export async function needlesOf(
  context: Context,
  person: string,
): Promise<string[]> {
  const needles = new Set<string>();
  if (person.length >= SHORTEST_NEEDLE) needles.add(person);
  for await (const row of recordsAbout(context, person)) {
    const roles = rolesIn(row, person);
    if (!roles.some(({ rule }) => rule === "delete")) continue;
    const names = roles.map(({ role }) => role);
    for (const field of tellingFields(row.collection, names)) {
      const text = row.value[field];
      if (typeof text !== "string" || text.length < SHORTEST_NEEDLE) continue;
      needles.add(text.slice(0, LONGEST));
      if (needles.size === MOST) return [...needles];
    }
  }
  return [...needles];
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
