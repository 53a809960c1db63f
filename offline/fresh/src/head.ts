import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { createHeadSync, type HeadSync } from "./client/head.ts";

export interface HeadProps {
  children?: ComponentChildren;
}

let collect: ((children: ComponentChildren) => ComponentChildren) | null = null;

/** The server's renderer says here where the children go. */
export function setHeadCollector(collector: typeof collect) {
  collect = collector;
}

/** Puts its children into the document's `<head>`. */
export function Head(props: HeadProps): ComponentChildren {
  return collect === null ? inBrowser(props) : collect(props.children);
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
