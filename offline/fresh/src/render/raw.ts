import { Fragment, h, type VNode } from "preact";

// deno-lint-ignore no-explicit-any
type Any = any;

/** Props that make the string renderer emit `html` as it is. */
export function rawProps(html: string): Record<string, unknown> {
  return { tpl: [html], exprs: [] };
}

export function raw(html: string): VNode<Any> {
  return h(Fragment as Any, rawProps(html) as Any);
}
