import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import * as own from "../../lib/data_map/records.ts";
import { collectionsIn, registry } from "../../lib/data_map/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { type Collection, rawWrites } from "../../lib/store/mod.ts";
import { declarations } from "./helpers/declarations.ts";
import { records, startsOf, type Value } from "./helpers/samples.ts";
import { contents, withWorld } from "./helpers/world.ts";

/** Two people, with ids of the lengths that schemas ask for. */
const PEOPLE: readonly (readonly [string, string])[] = [
  ["a7k2m9x4q8w1r5t3y6p0zbcdfg", "b0d5h8f2j6n1v4s9g3c7e0tqwk"],
  ["a7k2m9x4q8w1r5t3".repeat(4), "b0d5h8f2j6n1v4s9".repeat(4)],
];

/** What the data map itself keeps. */
const carriers = collectionsIn(own);
const declared = registry.filter(({ spec }) =>
  spec.despiteErasure === undefined
);
for (const collection of declared) {
  for (const { role, of } of collection.plan.roles) {
    Deno.test(`${collection.name}: ${role} is shown and erased whole`, async () => {
      let valid = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(records(collection), { minLength: 6, maxLength: 9 }),
          async (values) => {
            valid += await roundTrip(collection, of, values);
          },
        ),
        { numRuns: 8 },
      );
      assert(valid > 8, "no sample was valid");
    });
  }
}

Deno.test("any declaration that is accepted is honoured", async () => {
  await fc.assert(
    fc.asyncProperty(
      declarations.chain((collection) =>
        fc.tuple(
          fc.constant(collection),
          fc.array(records(collection), { minLength: 3, maxLength: 6 }),
          fc.nat(10),
        )
      ),
      async ([collection, values, pick]) => {
        const { roles } = collection.plan;
        await roundTrip(collection, roles[pick % roles.length].of, values);
      },
    ),
    { numRuns: 120 },
  );
});

/**
 * Gives the records by turns to B, to A and to both, erases A, and lets the
 * time pass. Answers how many records took part.
 */
async function roundTrip(
  collection: Collection,
  of: string,
  samples: readonly Value[],
): Promise<number> {
  let took = 0;
  await withWorld(async ({ store, clock, map }) => {
    const [a, b] = peopleFor(collection, of);
    const values = assign(collection, of, samples, [a, b], clock.now());
    const isAs = (value: Value) => rolesOf(collection, value, a).length > 0;
    const write = async (value: Value) => {
      const write = store.write().create(collection, value);
      // Who did it is another test's matter.
      rawWrites.exempt(write, "visit");
      assert((await write.commit()).ok);
    };
    took = values.length;

    for (const value of values) if (!isAs(value)) await write(value);
    const untouched = await contents(store);
    for (const value of values) if (isAs(value)) await write(value);

    const exported = await map.export(a);
    assertEquals(JSON.stringify(exported).includes(b), false);
    assertEquals(
      exported.collections.flatMap(({ records }) => records).length,
      values.filter((value) => isShown(collection, value, a)).length,
    );

    const { tallies } = await map.plan(a);
    assertEquals((await map.erase(a)).tallies, tallies);
    const after = await contents(store);
    for (const [key, value] of untouched) assertEquals(after.get(key), value);
    if (!collection.plan.roles.some(({ rule }) => rule === "keep")) {
      const left = [...after].filter(([key, value]) =>
        (key + value).includes(a)
      );
      assertEquals(left, []);
    }

    clock.pass(5000 * DAY);
    await map.sweep({ dry: false });
    const rest = [...(await contents(store)).keys()];
    assertEquals(rest.filter((key) => !key.startsWith('["t"')), []);
  }, [collection, ...carriers.filter(({ name }) => name !== collection.name)]);
  return took;
}

function assign(
  collection: Collection,
  of: string,
  samples: readonly Value[],
  [a, b]: readonly [string, string],
  now: number,
): Value[] {
  const taken = new Set<string>();
  return samples.map((sample, n) => {
    const value = { ...sample };
    for (const role of collection.plan.roles) value[role.of] = b;
    if (n % 3 === 1) {
      for (const role of collection.plan.roles) value[role.of] = a;
    }
    if (n % 3 > 0) value[of] = a;
    for (const from of startsOf(collection)) value[from] = now;
    return value;
  }).filter((value) => {
    const key = JSON.stringify(collection.plan.key.map((part) => value[part]));
    if (taken.has(key)) return false;
    taken.add(key);
    return collection.spec.schema.safeParse(value).success;
  });
}

function peopleFor(
  collection: Collection,
  of: string,
): readonly [string, string] {
  const schema = collection.spec.schema.shape[of] as {
    safeParse(value: unknown): { success: boolean };
  };
  return PEOPLE.find(([a]) => schema.safeParse(a).success)!;
}

function rolesOf(collection: Collection, value: Value, subjectId: string) {
  return collection.plan.roles.filter(({ of }) => value[of] === subjectId);
}

function isShown(collection: Collection, value: Value, subjectId: string) {
  const { privacy } = collection.spec;
  if (!("subjects" in privacy)) return false;
  return rolesOf(collection, value, subjectId).some(({ role }) =>
    privacy.subjects[role].show.length > 0
  );
}
