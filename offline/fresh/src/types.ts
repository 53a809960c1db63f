import type { LayoutConfig, RouteComponent } from "./page_types.ts";
import type { Context } from "./server/context.ts";

export type Method =
  | "GET"
  | "POST"
  | "PATCH"
  | "PUT"
  | "DELETE"
  | "HEAD"
  | "OPTIONS";

export type MaybeLazy<T> = T | (() => Promise<T>);

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
type PageData<R> = R extends PageResponse<infer D> ? D : never;

/** The data which the `page(...)` calls of a handler hand to the component. */
export type DataOf<H> = H extends (...args: never[]) => unknown
  ? PageData<Answer<H>>
  : { [M in keyof H]: PageData<Answer<H[M]>> }[keyof H];

/** {@linkcode DataOf} a handler that asks for no state. */
export type RouteData<H extends RouteHandler<unknown, unknown>> = DataOf<H>;

export interface RouteConfig extends LayoutConfig {
  /** URLPattern path used instead of the file's own. */
  routeOverride?: string;
}

export interface Route<State> {
  handler?: RouteHandler<unknown, State>;
  component?: RouteComponent<State>;
  config?: RouteConfig;
}

export type ListenOptions =
  & Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem>
  & { remoteAddress?: string };
