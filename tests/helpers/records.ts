import fc from "fast-check";
import type { z } from "zod";
import { newId, newSecret } from "../../lib/kernel/mod.ts";
import { type Collection, rawWrites, type Store } from "../../lib/store/mod.ts";

interface Seed {
  /** Whom the record is about, by the field that names them. */
  people: Record<string, string>;
  /** Goes into every text that may hold one, to be looked for afterwards. */
  searchTerm: string;
  now: number;
}

/** A record that fits a collection, whatever its schema, written to the store. */
export async function plant(
  store: Store,
  collection: Collection,
  seed: Seed,
): Promise<Record<string, unknown>> {
  const { shape } = collection.spec.schema;
  const value = Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [
      name,
      seed.people[name] ?? sample(schema as z.ZodType, seed, name),
    ]),
  );
  collection.parse(value);
  const write = store.write().add(collection, value);
  // Who did it is another test's matter.
  rawWrites.exempt(write, "visit");
  const commit = await write.commit();
  if (!commit.ok) throw new Error(`Cannot plant in ${collection.name}`);
  return value;
}

/** A value of a schema: the first candidate that it takes. */
function sample(schema: z.ZodType, seed: Seed, name: string): unknown {
  const { def } = schema as unknown as { def: Record<string, never> };
  const inner = innerOf(schema, seed, name, def);
  const candidates = [
    inner,
    seed.now,
    `${seed.searchTerm}-${name}`,
    newId(),
    hex(64),
    exactly(schema),
    matching(schema),
    new TextEncoder().encode(seed.searchTerm),
    0,
    1,
    true,
    null,
  ];
  const fitting = candidates.find((one) =>
    one !== undefined && schema.safeParse(one).success
  );
  if (fitting === undefined) throw new Error(`Cannot sample ${name}`);
  return fitting;
}

// deno-lint-ignore no-explicit-any
function innerOf(schema: z.ZodType, seed: Seed, name: string, def: any) {
  switch (schema.type) {
    case "nullable":
    case "default":
    case "optional":
      return sample(def.innerType, seed, name);
    case "enum":
      return Object.values(def.entries)[0];
    case "literal":
      return def.values[0];
    case "array":
      return [sample(def.element, seed, name)];
    case "object":
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, one]) => [
          key,
          sample(one as z.ZodType, seed, key),
        ]),
      );
    case "record":
      return {};
    case "union":
      return sample(def.options[0], seed, name);
    default:
      return undefined;
  }
}

/** Random text of the form that is asked for. */
function matching(schema: z.ZodType): string | undefined {
  const { checks = [] } = schema.def as {
    checks?: { _zod: { def: { pattern?: RegExp } } }[];
  };
  const pattern = checks.map(({ _zod }) => _zod.def.pattern).find(Boolean);
  return pattern && fc.sample(fc.stringMatching(pattern), 1)[0];
}

/** Random text of the least length that is asked for. */
function exactly(schema: z.ZodType): string {
  const { minLength } = schema as z.ZodString;
  return `${newSecret()}${newSecret()}`.slice(0, minLength ?? 0);
}

function hex(length: number): string {
  return crypto.getRandomValues(new Uint8Array(length / 2)).toHex();
}
