import type { Context } from "./server/context.ts";
import type {
  HandlerByMethod,
  HandlerFn,
  PageProps,
  RouteHandler,
} from "./types.ts";

export type AppProps<Data = unknown, State = unknown> = PageProps<Data, State>;
export type LayoutProps<Data = unknown, State = unknown> = PageProps<
  Data,
  State
>;
export type UnknownPageProps<State = unknown> = PageProps<unknown, State>;
export type ErrorPageProps<State = unknown> = PageProps<unknown, State>;
export type RouteContext<State = unknown> = Context<State>;
export type Handler<Data = unknown, State = unknown> = HandlerFn<Data, State>;
export type Handlers<Data = unknown, State = unknown> =
  | HandlerByMethod<Data, State>
  | RouteHandler<Data, State>;

// deno-lint-ignore no-explicit-any
type AnyFunction = (...args: any[]) => unknown;

export function defineApp<F extends AnyFunction>(fn: F): F {
  return fn;
}

export function defineRoute<F extends AnyFunction>(fn: F): F {
  return fn;
}

export function defineLayout<F extends AnyFunction>(fn: F): F {
  return fn;
}
