export { AssertionError } from "./assertion_error.ts";
export {
  assert,
  assertLess,
  assertMatch,
  assertStringIncludes,
} from "./basic.ts";
export { assertEquals, assertNotEquals } from "./equality.ts";
export { assertRejects, assertThrows } from "./throwing.ts";
