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
