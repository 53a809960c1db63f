import type { FunctionComponent, VNode } from "preact";
import type { LayoutConfig, ResolvedFreshConfig } from "../page_types.ts";
import type { BuildCache } from "./build_cache.ts";
import type { Scope } from "./scope.ts";
import { redirectTarget } from "./redirect.ts";
import { upgradeSocket, type WebSocketUpgradeOptions } from "./socket.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** The renderer; it is handed in, for it needs the context itself. */
export type Render = (
  ctx: Context<Any>,
  vnode: VNode<Any> | null,
  init?: ResponseInit,
  config?: LayoutConfig,
) => Promise<Response>;

/** What the framework itself keeps about one request. */
export interface Internals<State> {
  scope: Scope<State>;
  cache: BuildCache;
  render: Render;
}

export const internals: unique symbol = Symbol("fresh.internals");

interface ContextInit<State> {
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  config: ResolvedFreshConfig;
  internals: Internals<State>;
}

function nothing() {
  return null;
}

/** One request on its way through middlewares, handler and components. */
export class Context<State> {
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly config: ResolvedFreshConfig;
  readonly isPartial: boolean;
  readonly state: State = {} as State;
  params: Record<string, string> = {};
  route: string | null = null;
  error: unknown = null;
  data: undefined = undefined;
  Component: FunctionComponent = nothing;
  next: () => Promise<Response>;
  [internals]: Internals<State>;

  constructor(init: ContextInit<State>) {
    this.req = init.req;
    this.url = init.url;
    this.info = init.info;
    this.config = init.config;
    this[internals] = init.internals;
    this.isPartial = init.url.search.includes("fresh-partial") &&
      init.url.searchParams.has("fresh-partial");
    this.next = () => Promise.reject(new Error("Cannot go on: no next step"));
  }

  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  html(content: string, init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    headers.set("content-type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  json(content: Any, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  redirect(to: string, status = 302): Response {
    const location = redirectTarget(to, this.isPartial);
    return new Response(null, { status, headers: { location } });
  }

  /** Renders inside the layouts and the app wrapper of the matched route. */
  render(
    vnode: VNode<Any> | null,
    init?: ResponseInit,
    config?: LayoutConfig,
  ): Promise<Response> {
    return this[internals].render(this, vnode, init, config);
  }

  upgrade(
    options?: WebSocketUpgradeOptions,
  ): { socket: WebSocket; response: Response } {
    return upgradeSocket(this.req, options);
  }
}
