import { AssertionError, failWith, withNote } from "./assertion_error.ts";
import { nameOf } from "./basic.ts";

// deno-lint-ignore no-explicit-any
type ErrorClass<E> = abstract new (...args: any[]) => E;

function assertClass(
  error: Error,
  wanted: ErrorClass<unknown>,
  msg?: string,
) {
  if (error instanceof wanted) return;
  failWith(
    `Expected error to be instance of "${wanted.name}", but was "${
      nameOf(error)
    }".`,
    msg,
  );
}

function assertMessage({ message }: Error, text: string, msg?: string) {
  if (message.includes(text)) return;
  failWith(
    `Expected error message to include ${JSON.stringify(text)}, but got ${
      JSON.stringify(message)
    }.`,
    msg,
  );
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
  assertClass(error, type, msg);
  if (text !== undefined) assertMessage(error, text, msg);
  return error;
}
