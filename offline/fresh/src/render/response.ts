import {
  type ComponentChildren,
  type FunctionComponent,
  h,
  isValidElement,
} from "preact";
import { setNonce } from "../nonce.ts";
import type { AnyComponent, LayoutConfig, PageProps } from "../page_types.ts";
import { type Context, internals } from "../server/context.ts";
import { renderDocument, type Wrapper } from "./document.ts";
import { isAsync, pageProps } from "./props.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const HTML = "text/html; charset=utf-8";

/** Puts a page into its layouts and the app wrapper and renders the lot. */
export async function renderResponse(
  ctx: Context<Any>,
  vnode: ComponentChildren,
  init: ResponseInit = {},
  config: LayoutConfig = {},
): Promise<Response> {
  if (vnode !== null && !isValidElement(vnode as Any)) {
    throw new TypeError(
      `Cannot render ${ctx.url.pathname}: the value is no element`,
    );
  }
  const page = await inLayouts(ctx, vnode, config);
  if (page instanceof Response) return page;
  const wrapper = await wrapperOf(ctx, page, config);
  if (wrapper instanceof Response) return wrapper;
  const { html, nonce, preload } = renderDocument(ctx, page, wrapper);
  const response = new Response(html, {
    status: init.status ?? 200,
    statusText: init.statusText,
    headers: headersOf(init.headers, preload),
  });
  setNonce(response, nonce);
  return response;
}

function headersOf(
  given: HeadersInit | undefined,
  preload: string | null,
): HeadersInit {
  if (given === undefined && preload === null) return [["content-type", HTML]];
  const headers = new Headers(given);
  headers.set("content-type", HTML);
  if (preload !== null) headers.append("link", preload);
  return headers;
}

async function inLayouts(
  ctx: Context<Any>,
  vnode: ComponentChildren,
  { skipInheritedLayouts }: LayoutConfig,
): Promise<ComponentChildren | Response> {
  const { layouts } = ctx[internals].scope;
  let content = vnode;
  for (
    const { component } of skipInheritedLayouts ? [] : layouts.toReversed()
  ) {
    const inner = content;
    const result = await around(ctx, component, () => inner as Any);
    if (result instanceof Response) return result;
    content = result;
  }
  return content;
}

async function wrapperOf(
  ctx: Context<Any>,
  page: ComponentChildren,
  { skipAppWrapper, skipInheritedLayouts }: LayoutConfig,
): Promise<Wrapper | Response | null> {
  const { layouts, app } = ctx[internals].scope;
  const skipped = skipAppWrapper || !skipInheritedLayouts &&
      layouts.some((layout) => layout.config?.skipAppWrapper);
  if (app === null || skipped) return null;
  let child = page;
  const content = await around(ctx, app, () => child as Any, ctx);
  if (content instanceof Response) return content;
  return { content, fill: (markup) => child = markup };
}

/** One component around another; only async ones run before the rendering. */
async function around(
  ctx: Context<Any>,
  component: AnyComponent<PageProps<Any, Any>>,
  child: FunctionComponent,
  asyncProps?: Context<Any>,
): Promise<ComponentChildren | Response> {
  ctx.Component = child;
  if (isAsync(component)) {
    return await component(asyncProps ?? pageProps(ctx, null)) as Any;
  }
  return h(component as FunctionComponent<Any>, pageProps(ctx, null));
}
