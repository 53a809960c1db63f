import type { ComponentChildren, FunctionComponent, VNode } from "preact";
import type {
  LayoutConfig,
  ResolvedFreshConfig,
  WebSocketHandlers,
  WebSocketUpgradeOptions,
} from "../types.ts";
import type { BuildCache } from "./build_cache.ts";
import type { Scope } from "./segments.ts";
import { redirectTarget } from "./redirect.ts";
import { type Chunk, streamOf } from "./stream.ts";
import { upgradeSocket } from "./socket.ts";
import { renderResponse } from "../render/response.ts";

/** What the framework itself keeps about one request. */
export interface Internals {
  scope: Scope;
  cache: BuildCache;
  nonce: string | null;
  rendered: boolean;
}

export const internals: unique symbol = Symbol("fresh.internals");

interface ContextInit {
  req: Request;
  url: URL;
  info: Deno.ServeHandlerInfo;
  config: ResolvedFreshConfig;
  internals: Internals;
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
  [internals]: Internals;

  constructor(init: ContextInit) {
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

  // deno-lint-ignore no-explicit-any
  json(content: any, init?: ResponseInit): Response {
    return Response.json(content, init);
  }

  redirect(to: string, status = 302): Response {
    const location = redirectTarget(to, this.isPartial);
    return new Response(null, { status, headers: { location } });
  }

  /** Renders inside the layouts and the app wrapper of the matched route. */
  render(
    // deno-lint-ignore no-explicit-any
    vnode: VNode<any> | null,
    init?: ResponseInit,
    config?: LayoutConfig,
  ): Promise<Response> {
    return renderResponse(this, vnode as ComponentChildren, init, config);
  }

  stream(
    source:
      | Iterable<Chunk>
      | AsyncIterable<Chunk>
      | (() => Iterable<Chunk> | AsyncIterable<Chunk>),
    init?: ResponseInit,
  ): Response {
    return new Response(streamOf(source), init);
  }

  upgrade(
    options?: WebSocketUpgradeOptions,
  ): { socket: WebSocket; response: Response };
  upgrade(
    handlers: WebSocketHandlers,
    options?: WebSocketUpgradeOptions,
  ): Response;
  upgrade(
    first?: WebSocketHandlers | WebSocketUpgradeOptions,
    options?: WebSocketUpgradeOptions,
  ): Response | { socket: WebSocket; response: Response } {
    return upgradeSocket(this.req, first, options);
  }
}
