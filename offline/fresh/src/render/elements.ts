import { isValidElement, type VNode } from "preact";
import { Signal } from "@preact/signals";

// deno-lint-ignore no-explicit-any
type Any = any;

/** Signals pass for elements in Preact; here they are values. */
export function isElement(value: unknown): value is VNode<Any> {
  return typeof value === "object" && value !== null && "__k" in value &&
    isValidElement(value as Any) && !(value instanceof Signal);
}
