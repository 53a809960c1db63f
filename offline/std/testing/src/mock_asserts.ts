import {
  assertEquals,
  AssertionError,
  assertIsError,
  assertStrictEquals,
} from "@std/assert";
import type { Spy, SpyCall } from "./spy.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export interface ExpectedSpyCall {
  args?: Any[];
  self?: Any;
  returned?: Any;
  error?: {
    Class?: new (...args: Any[]) => Error;
    msgIncludes?: string;
  };
}

export function assertSpyCalls(spy: Spy<Any, Any, Any>, expectedCalls: number) {
  const { length } = spy.calls;
  if (length === expectedCalls) return;
  const text = length > expectedCalls ? "more" : "less";
  throw new AssertionError(
    `Spy called ${text} than expected: ${length} instead of ${expectedCalls} times`,
  );
}

export function assertSpyCall(
  spy: Spy<Any, Any, Any>,
  callIndex: number,
  expected: ExpectedSpyCall = {},
) {
  const call = callAt(spy, callIndex);
  if (expected.args) assertEquals(call.args, expected.args);
  if ("self" in expected) assertStrictEquals(call.self, expected.self);
  if ("returned" in expected) {
    if ("error" in call) {
      throw new AssertionError("Spy call did not return expected value: threw");
    }
    assertEquals(call.returned, expected.returned);
  }
  if (expected.error) {
    assertIsError(call.error, expected.error.Class, expected.error.msgIncludes);
  }
}

export function assertSpyCallArgs(
  spy: Spy<Any, Any, Any>,
  callIndex: number,
  expected: Any[],
) {
  assertEquals(callAt(spy, callIndex).args, expected);
}

export function assertSpyCallArg(
  spy: Spy<Any, Any, Any>,
  callIndex: number,
  argIndex: number,
  expected: unknown,
): unknown {
  const { args } = callAt(spy, callIndex);
  assertEquals(args[argIndex], expected);
  return args[argIndex];
}

function callAt(spy: Spy<Any, Any, Any>, index: number): SpyCall {
  const call = spy.calls[index];
  if (call) return call;
  throw new AssertionError("Spy not called as much as expected");
}
