export { AssertionError } from "./assertion_error.ts";
export { equal } from "./equal.ts";
export * from "./basic.ts";
export * from "./collections.ts";
export * from "./equality.ts";
export * from "./order.ts";
export * from "./throwing.ts";
