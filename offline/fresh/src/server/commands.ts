import type { AnyComponent, LayoutConfig, PageProps } from "../page_types.ts";
import type {
  MaybeLazy,
  Method,
  Middleware,
  Route,
  RouteConfig,
} from "../types.ts";
import type { ErrorRoute } from "./segments.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** Where a route file lies, in URL terms but with its route groups. */
export interface Place {
  segment: string;
  /** False for an index: it belongs to its folder. */
  file: boolean;
}

/** One registration on an App, kept until the routes are put together. */
export type Command =
  | {
    type: "use";
    path: string;
    middlewares: Middleware<Any>[];
    folder?: boolean;
  }
  | {
    type: "layout";
    path: string;
    component: AnyComponent<PageProps<Any, Any>>;
    config?: LayoutConfig;
    folder?: boolean;
  }
  | { type: "wrapper"; component: AnyComponent<PageProps<Any, Any>> }
  | { type: "onError"; path: string; route: ErrorRoute; folder?: boolean }
  | { type: "notFound"; route: ErrorRoute }
  | {
    type: "handler";
    path: string;
    methods: Method[];
    handlers: Middleware<Any>[];
  }
  | {
    type: "route";
    path: string;
    route: MaybeLazy<Route<Any>>;
    config?: RouteConfig;
    place?: Place;
  }
  | { type: "files" };
