import type { z } from "zod";
import fc from "fast-check";
import type { Collection } from "../../../lib/store/mod.ts";

export type Value = Record<string, unknown>;
type Def = Record<string, unknown> & { type: string };
interface Limits {
  least: number;
  most: number | undefined;
}

/**
 * Values of a schema, as far as records use zod. Strings are made of letters
 * that no id has, so that a search for an id finds ids only.
 */
export function samplesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as unknown as { _zod: { def: Def } })._zod;
  const { least, most } = limitsOf(def);
  const inner = () => samplesOf(def.innerType as z.ZodType);
  switch (def.type) {
    case "string": {
      const pattern = patternOf(def);
      return pattern ? fc.stringMatching(pattern) : text(least, most);
    }
    case "number":
      return fc.integer({ min: least, max: Math.min(1e6, most ?? 1e6) });
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...Object.values(def.entries as object));
    case "literal":
      return fc.constantFrom(...def.values as unknown[]);
    case "nullable":
      return fc.option(inner(), { nil: null });
    case "optional":
    case "default":
    case "readonly":
      return inner();
    case "array":
      return fc.array(samplesOf(def.element as z.ZodType), {
        minLength: least,
        maxLength: Math.max(least, 3),
      });
    case "record":
      return fc.dictionary(
        text(1, 8) as fc.Arbitrary<string>,
        samplesOf(def.valueType as z.ZodType),
        { maxKeys: 3 },
      );
    case "object":
      return fc.record(shapeOf(def.shape as Record<string, z.ZodType>));
    case "union":
      return fc.oneof(...(def.options as z.ZodType[]).map(samplesOf));
    case "custom":
      return fc.uint8Array({ maxLength: 70_000, minLength: 60_000 });
    default:
      throw new TypeError(`Cannot make a sample of ${def.type}`);
  }
}

/** Values for every field of a collection; who they are about comes later. */
export function records(collection: Collection): fc.Arbitrary<Value> {
  const shape = collection.spec.schema.shape as Record<string, z.ZodType>;
  return fc.record(shapeOf(shape));
}

/** The fields from which a time of keeping is counted. */
export function startsOf({ plan }: Collection): string[] {
  const keeps = plan.roles.flatMap(({ keep }) => keep ? [keep.from] : []);
  return [...new Set([...plan.ends ? [plan.ends.from] : [], ...keeps])];
}

function limitsOf(def: Def): Limits {
  const limits: Limits = { least: 0, most: undefined };
  const checks = (def.checks ?? []) as { _zod: { def: Def } }[];
  for (const { _zod: { def: check } } of checks) {
    const length = check.length as number | undefined;
    const least = length ?? check.minimum;
    const most = length ?? check.maximum;
    if (typeof least === "number") limits.least = least;
    if (typeof most === "number") limits.most = most;
    if (check.check === "greater_than") limits.least = check.value as number;
    if (check.check === "less_than") limits.most = check.value as number;
  }
  return limits;
}

/** What a text must look like, where its schema says more than a length. */
function patternOf(def: Def): RegExp | null {
  const checks = (def.checks ?? []) as { _zod: { def: Def } }[];
  const pattern = checks.map(({ _zod }) => _zod.def.pattern).find(Boolean);
  return (pattern as RegExp | undefined) ?? null;
}

function shapeOf(
  shape: Record<string, z.ZodType>,
): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, samplesOf(schema)]),
  );
}

function text(least: number, most?: number): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(..."ilou"),
    minLength: Math.max(least, Math.min(most ?? 26, 26)),
    maxLength: most ?? 30,
  });
}
