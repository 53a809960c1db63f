import { type ComponentChildren, Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Context } from "../server/context.ts";
import "./hooks.ts";
import { bareHead, finishHead } from "./head.ts";
import { clientCode } from "./boot.ts";
import { raw } from "./raw.ts";
import { RenderState, withState } from "./state.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export interface RenderedDocument {
  html: string;
  nonce: string;
  /** Value of the Link header, where the page has client code. */
  preload: string | null;
}

/** The app wrapper, with a place for what it goes around. */
export interface Wrapper {
  content: ComponentChildren;
  fill(child: ComponentChildren): void;
}

/**
 * Renders the page first and the wrapper around its finished markup: what the
 * wrapper provides as a context never reaches the page.
 */
export function renderDocument(
  ctx: Context<Any>,
  page: ComponentChildren,
  wrapper: Wrapper | null,
): RenderedDocument {
  const state = new RenderState(ctx);
  return withState(state, () => {
    let body = renderToString(h(Fragment, null, page));
    if (wrapper !== null) {
      wrapper.fill(raw(body));
      body = renderToString(h(Fragment, null, wrapper.content));
    }
    const { tail, preload } = clientCode(state);
    return { html: complete(state, body, tail), nonce: state.nonce, preload };
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
