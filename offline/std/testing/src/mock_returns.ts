import { MockError } from "./spy.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export function returnsThis(): (this: Any, ...args: Any[]) => Any {
  return function (this: Any) {
    return this;
  };
}

export function returnsArg(index: number): (...args: Any[]) => Any {
  return (...args) => args[index];
}

export function returnsArgs(start = 0, end?: number): (...args: Any[]) => Any {
  return (...args) => args.slice(start, end);
}

/** Returns, or throws where it is an error, one value after the other. */
export function returnsNext<Return>(
  values: Iterable<Return | Error>,
): (...args: Any[]) => Return {
  const iterator = values[Symbol.iterator]();
  let calls = 0;
  return () => {
    const { value, done } = iterator.next();
    if (done) throw exhausted(calls);
    calls++;
    if (value instanceof Error) throw value;
    return value;
  };
}

export function resolvesNext<Return>(
  values:
    | Iterable<Return | Error | Promise<Return | Error>>
    | AsyncIterable<Return | Error | Promise<Return | Error>>,
): (...args: Any[]) => Promise<Return> {
  const iterator = Symbol.asyncIterator in values
    ? values[Symbol.asyncIterator]()
    : values[Symbol.iterator]();
  let calls = 0;
  return async () => {
    const { value, done } = await iterator.next();
    if (done) throw exhausted(calls);
    calls++;
    const result = await value;
    if (result instanceof Error) throw result;
    return result as Return;
  };
}

function exhausted(calls: number): MockError {
  return new MockError(
    `Cannot return next value: expected not to be called more than ${calls} time(s)`,
  );
}
