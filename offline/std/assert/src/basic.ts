import { AssertionError, failWith } from "./assertion_error.ts";
import { format } from "./format.ts";

export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

export function assertMatch(actual: string, expected: RegExp, msg?: string) {
  if (expected.test(actual)) return;
  failWith(`Expected actual: "${actual}" to match: "${expected}".`, msg);
}

export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
) {
  if (actual.includes(expected)) return;
  failWith(`Expected actual: "${actual}" to contain: "${expected}".`, msg);
}

export function assertLess<T>(actual: T, expected: T, msg?: string) {
  if (actual < expected) return;
  failWith(`Expect ${format(actual)} < ${format(expected)}`, msg);
}

export function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return typeof value;
  return value.constructor?.name ?? format(value);
}
