import { AssertionError, failWith, withNote } from "./assertion_error.ts";
import { nameOf } from "./basic.ts";

// deno-lint-ignore no-explicit-any
type ErrorClass<E> = abstract new (...args: any[]) => E;

export function assertIsError<E extends Error = Error>(
  error: unknown,
  ErrorClass?: ErrorClass<E>,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  if (!(error instanceof Error)) {
    failWith(
      `Expected "error" to be an Error object, but was "${nameOf(error)}".`,
      msg,
    );
  }
  if (ErrorClass && !(error instanceof ErrorClass)) {
    failWith(
      `Expected error to be instance of "${ErrorClass.name}", but was "${
        nameOf(error)
      }".`,
      msg,
    );
  }
  if (msgMatches === undefined || matches(error.message, msgMatches)) return;
  const verb = typeof msgMatches === "string" ? "include" : "match";
  failWith(
    `Expected error message to ${verb} ${show(msgMatches)}, but got ${
      JSON.stringify(error.message)
    }.`,
    msg,
  );
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}

function show(wanted: string | RegExp): string {
  return typeof wanted === "string" ? JSON.stringify(wanted) : String(wanted);
}

export function assertThrows(fn: () => unknown, msg?: string): unknown;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  first?: ErrorClass<E> | string,
  msgIncludes?: string,
  msg?: string,
): unknown {
  const wanted = wantedOf(first, msgIncludes, msg);
  try {
    fn();
  } catch (error) {
    return check(error, wanted);
  }
  return failWith("Expected function to throw.", wanted.msg);
}

export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorClass<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  first?: ErrorClass<E> | string,
  msgIncludes?: string,
  msg?: string,
): Promise<unknown> {
  const wanted = wantedOf(first, msgIncludes, msg);
  let promise: PromiseLike<unknown> | null = null;
  try {
    promise = fn();
    await promise;
  } catch (error) {
    if (promise === null) {
      throw new AssertionError(
        withNote("Function throws when expected to reject.", wanted.msg),
        { cause: error },
      );
    }
    return check(error, wanted);
  }
  return failWith("Expected function to reject.", wanted.msg);
}

interface Wanted {
  // deno-lint-ignore no-explicit-any
  type?: ErrorClass<any>;
  text?: string;
  msg?: string;
}

function wantedOf(
  // deno-lint-ignore no-explicit-any
  first: ErrorClass<any> | string | undefined,
  text: string | undefined,
  msg: string | undefined,
): Wanted {
  if (typeof first === "string") return { msg: first };
  return { type: first, text, msg };
}

function check(error: unknown, { type, text, msg }: Wanted): unknown {
  if (!type) return error;
  if (!(error instanceof Error)) {
    return failWith("A non-Error object was thrown or rejected.", msg);
  }
  assertIsError(error, type, text, msg);
  return error;
}
