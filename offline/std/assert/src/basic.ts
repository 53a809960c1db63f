import { AssertionError, failWith } from "./assertion_error.ts";
import { format } from "./format.ts";

// deno-lint-ignore no-explicit-any
type AnyClass = abstract new (...args: any[]) => any;
export type AnyConstructor = AnyClass;

export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

export type Falsy = false | 0 | 0n | "" | null | undefined;

export function assertFalse(expr: unknown, msg = ""): asserts expr is Falsy {
  if (expr) throw new AssertionError(msg);
}

export function assertExists<T>(
  actual: T,
  msg?: string,
): asserts actual is NonNullable<T> {
  if (actual !== undefined && actual !== null) return;
  failWith(
    `Expected actual: "${actual}" to not be null or undefined.`,
    msg,
  );
}

export function assertInstanceOf<T extends AnyClass>(
  actual: unknown,
  expectedType: T,
  msg = "",
): asserts actual is InstanceType<T> {
  if (actual instanceof expectedType) return;
  const wanted = expectedType.name;
  const what = actual instanceof Error || wanted.endsWith("Error")
    ? "error"
    : "object";
  failWith(
    `Expected ${what} to be an instance of "${wanted}" but was "${
      nameOf(actual)
    }".`,
    msg,
  );
}

export function assertNotInstanceOf<T>(
  actual: unknown,
  // deno-lint-ignore no-explicit-any
  unexpectedType: abstract new (...args: any[]) => T,
  msg?: string,
) {
  if (!(actual instanceof unexpectedType)) return;
  failWith(
    `Expected object to not be an instance of "${unexpectedType.name}".`,
    msg,
  );
}

export function assertMatch(actual: string, expected: RegExp, msg?: string) {
  if (expected.test(actual)) return;
  failWith(`Expected actual: "${actual}" to match: "${expected}".`, msg);
}

export function assertNotMatch(actual: string, expected: RegExp, msg?: string) {
  if (!expected.test(actual)) return;
  failWith(`Expected actual: "${actual}" to not match: "${expected}".`, msg);
}

export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
) {
  if (actual.includes(expected)) return;
  failWith(`Expected actual: "${actual}" to contain: "${expected}".`, msg);
}

export function fail(msg?: string): never {
  failWith("Failed assertion.", msg);
}

export function unreachable(msg?: string): never {
  failWith("Unreachable.", msg);
}

export function unimplemented(msg?: string): never {
  failWith("Unimplemented.", msg);
}

export function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return typeof value;
  return value.constructor?.name ?? format(value);
}
