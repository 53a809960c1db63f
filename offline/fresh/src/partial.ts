import { type ComponentChildren, Fragment, h, type VNode } from "preact";

export interface PartialProps {
  children?: ComponentChildren;
  name: string;
  mode?: "replace" | "append" | "prepend";
}

/** Renders its children; client navigation is left out of the stand-in. */
export function Partial(props: PartialProps): VNode {
  return h(Fragment, null, props.children);
}
Partial.displayName = "Partial";
