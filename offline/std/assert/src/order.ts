import { failWith } from "./assertion_error.ts";
import { format } from "./format.ts";

function compare(
  holds: boolean,
  actual: unknown,
  sign: string,
  expected: unknown,
  msg?: string,
) {
  if (holds) return;
  failWith(`Expect ${format(actual)} ${sign} ${format(expected)}`, msg);
}

export function assertGreater<T>(actual: T, expected: T, msg?: string) {
  compare(actual > expected, actual, ">", expected, msg);
}

export function assertGreaterOrEqual<T>(actual: T, expected: T, msg?: string) {
  compare(actual >= expected, actual, ">=", expected, msg);
}

export function assertLess<T>(actual: T, expected: T, msg?: string) {
  compare(actual < expected, actual, "<", expected, msg);
}

export function assertLessOrEqual<T>(actual: T, expected: T, msg?: string) {
  compare(actual <= expected, actual, "<=", expected, msg);
}
