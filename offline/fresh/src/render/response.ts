import {
  type ComponentChildren,
  type FunctionComponent,
  h,
  isValidElement,
} from "preact";
import type { AnyComponent, LayoutConfig, PageProps } from "../types.ts";
import { type Context, internals } from "../server/context.ts";
import { renderDocument } from "./document.ts";
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
  const wrapped = await wrap(ctx, vnode, config);
  if (wrapped instanceof Response) return wrapped;
  const { html, preload } = renderDocument(ctx, wrapped);
  ctx[internals].rendered = true;
  return new Response(html, {
    status: init.status ?? 200,
    statusText: init.statusText,
    headers: headersOf(init.headers, preload),
  });
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

async function wrap(
  ctx: Context<Any>,
  vnode: ComponentChildren,
  config: LayoutConfig,
): Promise<ComponentChildren | Response> {
  const { layouts, app } = ctx[internals].scope;
  const used = config.skipInheritedLayouts ? [] : layouts;
  let content = vnode;
  for (const { component } of used.toReversed()) {
    const result = await around(ctx, component, content);
    if (result instanceof Response) return result;
    content = result;
  }
  const skipApp = config.skipAppWrapper ||
    used.some((layout) => layout.config?.skipAppWrapper);
  if (app === null || skipApp) return content;
  return await around(ctx, app, content, ctx);
}

/** One wrapper around `content`; only async ones run before the rendering. */
async function around(
  ctx: Context<Any>,
  component: AnyComponent<PageProps<Any, Any>>,
  content: ComponentChildren,
  asyncProps?: Context<Any>,
): Promise<ComponentChildren | Response> {
  const Component: FunctionComponent = () => content as Any;
  ctx.Component = Component;
  if (isAsync(component)) {
    return await component(asyncProps ?? pageProps(ctx, null)) as Any;
  }
  const props = pageProps(ctx, null);
  return h(component as FunctionComponent<Any>, props);
}
