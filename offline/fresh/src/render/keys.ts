import { h, type VNode } from "preact";
import { raw } from "./raw.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** Keys go into the page, as from upstream; so none may be long or secret. */
export const KEY_ATTRIBUTE = "data-frsh-key";

/** The key of an element that the compiler made a string of. */
export function keyAttribute(key: unknown): string {
  return `${KEY_ATTRIBUTE}="${escape(String(key))}"`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char]);
}

/** Has a component stand between two comments that name its key. */
export function markKey(vnode: VNode<Any>) {
  const { type, props, key } = vnode;
  // An element that is a constant of its module was marked for the last page.
  if (type === KeyFrame) return;
  vnode.props = { type, own: props, name: String(key).replaceAll(":", "_") };
  vnode.type = KeyFrame as Any;
}

function KeyFrame({ type, own, name }: { type: Any; own: Any; name: string }) {
  return [
    raw(`<!--frsh:key:${name}-->`),
    h(type, own),
    raw("<!--/frsh:key-->"),
  ];
}
