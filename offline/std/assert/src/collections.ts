import { failWith } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { assertEquals } from "./equality.ts";
import { format } from "./format.ts";

export type ArrayLikeArg<T> = ArrayLike<T> & object;

export function assertArrayIncludes<T>(
  actual: ArrayLikeArg<T>,
  expected: ArrayLikeArg<T>,
  msg?: string,
) {
  const items = Array.from(actual);
  const missing = Array.from(expected).filter((wanted) =>
    !items.some((item) => equal(item, wanted))
  );
  if (missing.length === 0) return;
  failWith(
    `Expected actual: "${format(actual)}" to include: "${
      format(expected)
    }".\nmissing: ${format(missing)}`,
    msg,
  );
}

/** Every field of `expected` is in `actual`, which may have more. */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
) {
  assertEquals(narrowed(actual, expected, new Map()), expected, msg);
}

/** The part of `actual` that `expected` speaks of. */
function narrowed(
  actual: unknown,
  expected: unknown,
  known: Map<unknown, unknown>,
): unknown {
  if (!isObject(actual) || !isObject(expected)) return actual;
  if (known.has(actual)) return known.get(actual);
  if (Array.isArray(actual) || Array.isArray(expected)) {
    return narrowedArray(actual, expected, known);
  }
  if (!isPlain(expected)) return actual;
  const part = Object.create(Object.getPrototypeOf(expected));
  known.set(actual, part);
  for (const key of Reflect.ownKeys(expected)) {
    if (!(key in actual)) continue;
    part[key] = narrowed(actual[key], expected[key], known);
  }
  return part;
}

function narrowedArray(
  actual: unknown,
  expected: unknown,
  known: Map<unknown, unknown>,
): unknown {
  if (!Array.isArray(actual) || !Array.isArray(expected)) return actual;
  const part: unknown[] = [];
  known.set(actual, part);
  for (const [index, wanted] of expected.entries()) {
    if (index in actual) part[index] = narrowed(actual[index], wanted, known);
  }
  return part;
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): boolean {
  return !(value instanceof Map || value instanceof Set ||
    value instanceof Date || value instanceof RegExp || value instanceof URL ||
    ArrayBuffer.isView(value));
}
