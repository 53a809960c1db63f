import { remember } from "./mock_sessions.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** A spy or stub was used in a way that makes no sense. */
export class MockError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MockError";
  }
}

/** One recorded call. */
export interface SpyCall<
  Self = Any,
  Args extends unknown[] = Any[],
  Return = Any,
> {
  args: Args;
  self?: Self;
  returned?: Return;
  error?: unknown;
}

/** A function that records its calls. */
export interface Spy<Self = Any, Args extends unknown[] = Any[], Return = Any> {
  (this: Self, ...args: Args): Return;
  /** The function that is spied on. */
  original: (this: Self, ...args: Args) => Return;
  calls: SpyCall<Self, Args, Return>[];
  restored: boolean;
  restore(): void;
  [Symbol.dispose](): void;
}

/** A spy that answers in the place of a method. */
export interface Stub<Self = Any, Args extends unknown[] = Any[], Return = Any>
  extends Spy<Self, Args, Return> {
  fake: (this: Self, ...args: Args) => Return;
}

type Method<T, K extends keyof T> = T[K] extends
  (this: infer Self, ...args: infer Args) => infer Return
  ? { self: Self; args: Args; return: Return }
  : { self: T; args: Any[]; return: Any };

export function spy(): Spy<Any, Any[], undefined>;
export function spy<Self, Args extends unknown[], Return>(
  func: (this: Self, ...args: Args) => Return,
): Spy<Self, Args, Return>;
export function spy<T extends object, K extends keyof T>(
  self: T,
  property: K,
): Spy<T, Method<T, K>["args"], Method<T, K>["return"]>;
export function spy(target: Any = () => {}, property?: PropertyKey): Any {
  if (property === undefined) return record(target, target, noRestore);
  const original = methodOf(target, property);
  return replace(target, property, original, original);
}

export function stub<T extends object, K extends keyof T>(
  self: T,
  property: K,
  func?: (
    this: T,
    ...args: Method<T, K>["args"]
  ) => Method<T, K>["return"],
): Stub<T, Method<T, K>["args"], Method<T, K>["return"]>;
export function stub(
  self: Any,
  property: PropertyKey,
  func: Any = () => {},
): Any {
  return replace(self, property, methodOf(self, property), func);
}

function methodOf(self: Any, property: PropertyKey): Any {
  const original = self[property];
  if (typeof original !== "function") {
    throw new MockError(
      `Cannot spy: property "${String(property)}" is not an instance method`,
    );
  }
  if ("calls" in original && original.restored === false) {
    throw new MockError(
      `Cannot spy: already spying on method "${String(property)}"`,
    );
  }
  return original;
}

function replace(
  self: Any,
  property: PropertyKey,
  original: Any,
  func: Any,
): Any {
  const own = Object.getOwnPropertyDescriptor(self, property);
  const made = record(original, func, () => {
    if (own) Object.defineProperty(self, property, own);
    else delete self[property];
  });
  made.fake = func;
  Object.defineProperty(self, property, {
    configurable: true,
    enumerable: own?.enumerable ?? true,
    writable: true,
    value: made,
  });
  remember(made);
  return made;
}

function record(original: Any, func: Any, undo: () => void): Any {
  const calls: SpyCall[] = [];
  const made: Any = function (this: unknown, ...args: Any[]): Any {
    const call: SpyCall = { args };
    if (this) call.self = this;
    calls.push(call);
    try {
      return call.returned = func.apply(this, args);
    } catch (error) {
      call.error = error;
      throw error;
    }
  };
  made.original = original;
  made.calls = calls;
  made.restored = false;
  made.restore = () => {
    if (made.restored) {
      throw new MockError("Cannot restore: instance method already restored");
    }
    undo();
    made.restored = true;
  };
  made[Symbol.dispose] = () => {
    if (!made.restored && undo !== noRestore) made.restore();
  };
  return made;
}

function noRestore() {
  throw new MockError("Cannot restore: function cannot be restored");
}
