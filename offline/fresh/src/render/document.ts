import { type ComponentChildren, Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Context, internals } from "../server/context.ts";
import "./hooks.ts";
import { bareHead, finishHead } from "./head.ts";
import { clientCode } from "./boot.ts";
import { RenderState, withState } from "./state.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export interface RenderedDocument {
  html: string;
  /** Value of the Link header, where the page has client code. */
  preload: string | null;
}

export function renderDocument(
  ctx: Context<Any>,
  content: ComponentChildren,
): RenderedDocument {
  const state = new RenderState(ctx);
  return withState(state, () => {
    const body = renderToString(h(Fragment, null, content));
    const { tail, preload } = clientCode(state);
    return { html: complete(state, body, tail), preload };
  });
}

function complete(state: RenderState, rendered: string, tail: string): string {
  let html = rendered;
  if (!state.hasBody) html = `<body>${html}${tail}</body>`;
  else if (tail !== "") html = beforeLast(html, "</body>", tail);
  // A document without a head gets one in front of all, as from upstream.
  html = state.head === null ? bareHead(state) + html : finishHead(state, html);
  if (!state.hasHtml) html = `<html>${html}</html>`;
  return "<!DOCTYPE html>" + html;
}

function beforeLast(html: string, mark: string, text: string): string {
  const at = html.lastIndexOf(mark);
  return html.slice(0, at) + text + html.slice(at);
}

/** Whether the running build has client code for this request's app. */
export function hasClient(ctx: Context<Any>): boolean {
  return ctx[internals].cache.runtime !== null;
}
