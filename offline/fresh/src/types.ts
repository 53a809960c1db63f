import type { ComponentChildren, FunctionComponent, VNode } from "preact";
import type { Context } from "./server/context.ts";

export type Mode = "development" | "production";

export interface FreshConfig {
  /** Prefix of every route and asset of the app. */
  basePath?: string;
  mode?: Mode;
  /** Believe `X-Forwarded-Proto` and `X-Forwarded-Host`. */
  trustProxy?: boolean;
}

export interface ResolvedFreshConfig {
  root: string;
  basePath: string;
  mode: Mode;
  trustProxy: boolean;
}

export type Method =
  | "GET"
  | "POST"
  | "PATCH"
  | "PUT"
  | "DELETE"
  | "HEAD"
  | "OPTIONS";

export type Lazy<T> = () => Promise<T>;
export type MaybeLazy<T> = T | Lazy<T>;

export interface PageResponse<T> {
  data: T;
  headers?: HeadersInit;
  status?: number;
}

export type Middleware<State> = (
  ctx: Context<State>,
) => Response | Promise<Response>;

export interface HandlerFn<Data, State> {
  (
    ctx: Context<State>,
  ):
    | PageResponse<Data>
    | Response
    | Promise<PageResponse<Data> | Response>;
}

export type HandlerByMethod<Data, State> = {
  [M in Method]?: HandlerFn<Data, State>;
};

export type RouteHandler<Data, State> =
  | HandlerFn<Data, State>
  | HandlerByMethod<Data, State>;

type Answer<H> = H extends (...args: never[]) => infer R ? Awaited<R> : never;
type DataOf<R> = R extends PageResponse<infer D> ? D : never;

/** The data which the `page(...)` calls of a handler hand to the component. */
export type RouteData<H> = H extends (...args: never[]) => unknown
  ? DataOf<Answer<H>>
  : { [M in keyof H]: DataOf<Answer<H[M]>> }[keyof H];

export interface PageProps<Data = unknown, State = unknown> {
  data: Data;
  url: URL;
  req: Request;
  params: Record<string, string>;
  route: string | null;
  state: State;
  config: ResolvedFreshConfig;
  info: Deno.ServeHandlerInfo;
  isPartial: boolean;
  error: unknown;
  Component: FunctionComponent;
}

export type SyncComponent<Props> = (props: Props) => ComponentChildren;
export type AsyncComponent<Props> = (
  props: Props,
) => Promise<ComponentChildren | Response>;
export type AnyComponent<Props> = SyncComponent<Props> | AsyncComponent<Props>;

// deno-lint-ignore no-explicit-any
export type RouteComponent<State> = AnyComponent<PageProps<any, State>>;

export interface LayoutConfig {
  skipInheritedLayouts?: boolean;
  skipAppWrapper?: boolean;
}

export interface RouteConfig extends LayoutConfig {
  /** URLPattern path used instead of the file's own. */
  routeOverride?: string;
  methods?: "ALL" | Method[];
  csp?: boolean;
}

export interface Route<State> {
  handler?: RouteHandler<unknown, State>;
  component?: RouteComponent<State>;
  config?: RouteConfig;
  css?: string[];
}

export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & { remoteAddress?: string };

/** One island module: where it came from and which client chunk holds it. */
export interface Island {
  file: string;
  name: string;
  exportName: string;
  fn: FunctionComponent;
  chunk: string;
}

export interface WebSocketHandlers {
  open?(socket: WebSocket): void;
  message?(socket: WebSocket, event: MessageEvent): void;
  close?(socket: WebSocket, code: number, reason: string): void;
  error?(socket: WebSocket, event: Event | ErrorEvent): void;
}

export interface WebSocketUpgradeOptions {
  idleTimeout?: number;
  protocol?: string;
}

export type AnyVNode = VNode<Record<string, unknown>>;

export type FreshContext<State = unknown> = Context<State>;
export type MiddlewareFn<State> = Middleware<State>;
