import fc from "fast-check";
import { z } from "zod";
import { type Collection, defineCollection } from "../../../lib/store/mod.ts";

const payload = fc.constantFrom(
  { schema: z.string().max(12), listed: true },
  { schema: z.string().max(12).nullable(), listed: true },
  { schema: z.number().int(), listed: true },
  { schema: z.array(z.string().max(4)), listed: false },
  { schema: z.object({ deep: z.string().max(9) }).nullable(), listed: false },
);

const role = fc.record({
  rule: fc.constantFrom("delete", "unlink", "keep"),
  nullable: fc.boolean(),
  inKey: fc.boolean(),
  all: fc.boolean(),
});

/** Declarations of every form that defineCollection accepts. */
export const declarations: fc.Arbitrary<Collection> = fc.record({
  roles: fc.array(role, { minLength: 1, maxLength: 3 }),
  fields: fc.array(
    fc.record({
      payload,
      given: fc.constantFrom("given", "observed", "technical", "special"),
    }),
    { maxLength: 3 },
  ),
  secret: fc.boolean(),
  large: fc.boolean(),
  erasedFirst: fc.boolean(),
  days: fc.integer({ min: 1, max: 4000 }),
}).map(declare);

function declare(
  { roles, fields, secret, large, erasedFirst, days }: {
    roles: { rule: string; nullable: boolean; inKey: boolean; all: boolean }[];
    fields: {
      payload: { schema: z.ZodType; listed: boolean };
      given: string;
    }[];
    secret: boolean;
    large: boolean;
    erasedFirst: boolean;
    days: number;
  },
): Collection {
  const shape: Record<string, z.ZodType> = { id: z.string(), at: z.number() };
  const classes: Record<string, string> = { id: "id", at: "observed" };
  const indexes: Record<string, string[]> = {};
  const key = ["id"];
  const subjects: Record<string, unknown> = {};
  roles.forEach(({ rule, nullable, inKey, all }, n) => {
    const of = `person${n}`;
    const unlinked = rule === "unlink";
    const mayBeNull = unlinked || (nullable && !inKey);
    shape[of] = mayBeNull ? z.string().nullable() : z.string();
    classes[of] = "subject";
    if (inKey && !unlinked) key.push(of);
    if (n % 2 === 0) indexes[`by${n}`] = [of, "at"];
    subjects[`role${n}`] = {
      of,
      show: all ? "all" : ["at"],
      erase: rule === "keep"
        ? { reason: "a reason", until: { days: 7, from: "at" } }
        : rule,
    };
  });
  fields.forEach(({ payload, given }, n) => {
    shape[`field${n}`] = payload.schema;
    classes[`field${n}`] = given;
    if (payload.listed) indexes[`list${n}`] = [`field${n}`];
  });
  if (secret) Object.assign(shape, { secret: z.string() });
  if (secret) classes.secret = "secret";
  if (large) shape.bytes = z.instanceof(Uint8Array).nullable();
  if (large) classes.bytes = "given";
  return defineCollection(
    {
      name: "randoms",
      about: "Something at random",
      schema: z.object(shape),
      key,
      indexes,
      audited: false,
      fields: classes,
      large: large ? ["bytes"] : [],
      erasedFirst,
      privacy: {
        purpose: "history",
        basis: "contract",
        providers: [],
        keep: { days, from: "at" },
        subjects,
      },
    } as never,
  ) as Collection;
}
