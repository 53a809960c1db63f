import type { AnyComponent, PageProps } from "./page_types.ts";
import type {
  DataOf,
  HandlerByMethod,
  Middleware,
  PageResponse,
  RouteHandler,
} from "./types.ts";

export interface Define<State> {
  handlers<H extends RouteHandler<unknown, State>>(handlers: H): H;
  page<
    H extends RouteHandler<unknown, State> = HandlerByMethod<unknown, State>,
    Data = DataOf<H>,
    C extends AnyComponent<PageProps<Data, State>> = AnyComponent<
      PageProps<Data, State>
    >,
  >(component: C): C;
  layout<C extends AnyComponent<PageProps<unknown, State>>>(component: C): C;
  middleware<M extends Middleware<State> | Middleware<State>[]>(
    middleware: M,
  ): M;
}

function identity<T>(value: T): T {
  return value;
}

/** Typed identity functions for the files below `routes/`. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: identity,
    page: identity,
    layout: identity,
    middleware: identity,
  } as Define<State>;
}

/** Data for the component of the route, with the status and headers to use. */
export function page(): PageResponse<undefined>;
export function page<T>(
  data: T,
  options?: { status?: number; headers?: HeadersInit },
): PageResponse<T>;
export function page<T>(
  data?: T,
  options?: { status?: number; headers?: HeadersInit },
): PageResponse<T | undefined> {
  return {
    data: data ?? undefined,
    headers: options?.headers,
    status: options?.status,
  };
}
