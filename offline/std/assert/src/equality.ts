import { AssertionError, failWith, withNote } from "./assertion_error.ts";
import { diff } from "./diff.ts";
import { equal } from "./equal.ts";
import { format } from "./format.ts";

export function assertEquals<T>(actual: T, expected: T, msg?: string) {
  if (equal(actual, expected)) return;
  notEqual("Values are not equal.", actual, expected, msg);
}

export function assertNotEquals<T>(actual: T, expected: T, msg?: string) {
  if (!equal(actual, expected)) return;
  failWith(
    `Expected actual: ${format(actual)} not to be: ${format(expected)}.`,
    msg,
  );
}

export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const text = format(actual);
  if (text !== format(expected)) {
    notEqual("Values are not strictly equal.", actual, expected, msg);
  }
  const lines = text.split("\n").map((line) => `    ${line}`).join("\n");
  const head = "Values have the same structure but are not reference-equal.";
  throw new AssertionError(`${withNote(head, msg)}\n\n${lines}\n`);
}

export function assertNotStrictEquals<T>(
  actual: T,
  expected: T,
  msg?: string,
) {
  if (!Object.is(actual, expected)) return;
  failWith(
    `Expected "actual" to not be strictly equal to: ${format(actual)}.`,
    msg,
  );
}

export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance = defaultTolerance(expected),
  msg?: string,
) {
  if (Object.is(actual, expected)) return;
  const delta = Math.abs(expected - actual);
  if (delta <= tolerance) return;
  const show = (value: number) =>
    Number.isInteger(value) ? String(value) : value.toExponential();
  failWith(
    `Expected actual: "${show(actual)}" to be close to "${
      show(expected)
    }": delta "${show(delta)}" is greater than "${show(tolerance)}".`,
    msg,
  );
}

function defaultTolerance(expected: number): number {
  return Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7;
}

function notEqual(
  text: string,
  actual: unknown,
  expected: unknown,
  msg: string | undefined,
): never {
  const strings = typeof actual === "string" && typeof expected === "string";
  const shown = strings
    ? diff(actual, expected)
    : diff(format(actual), format(expected));
  throw new AssertionError(`${withNote(text, msg)}\n${shown}\n`);
}
