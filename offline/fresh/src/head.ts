import { type ComponentChildren, Fragment, h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { createHeadSync, type HeadSync } from "./client/head.ts";

export interface HeadProps {
  children?: ComponentChildren;
}

const IN_BROWSER = typeof document !== "undefined";

let collect: ((children: ComponentChildren) => ComponentChildren) | null = null;

/** The server's renderer says here where the children go. */
export function setHeadCollector(collector: typeof collect) {
  collect = collector;
}

/**
 * Puts its children into the document's `<head>`. Outside of a browser and of
 * a page's rendering there is none: they are shown where they stand.
 */
export function Head(props: HeadProps): ComponentChildren {
  if (collect !== null) return collect(props.children);
  return IN_BROWSER ? inBrowser(props) : h(Fragment, null, props.children);
}

function inBrowser(props: HeadProps): null {
  const sync = useRef<HeadSync | null>(null);
  useEffect(() => {
    sync.current ??= createHeadSync();
    sync.current.update(props.children);
  });
  useEffect(() => () => sync.current?.stop(), []);
  return null;
}
