import type {
  AnyComponent,
  LayoutConfig,
  MaybeLazy,
  Method,
  Middleware,
  PageProps,
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
  | { type: "files"; path: string };

/** The same registration below `mount`, and with `base` before its routes. */
export function moved(command: Command, mount: string): Command {
  switch (command.type) {
    case "wrapper":
    case "notFound":
      return command;
    case "route":
      return {
        ...command,
        path: join(mount, command.path),
        place: command.place &&
          { ...command.place, segment: join(mount, command.place.segment) },
      };
    default:
      return { ...command, path: join(mount, command.path) };
  }
}

export function join(first: string, second: string): string {
  const head = first === "*" || first === "/" || first === "/*"
    ? ""
    : first.replace(/\/$/, "");
  const root = second === "*" || second === "/*" || second === "";
  if (root) return head === "" ? "*" : head;
  const tail = second.startsWith("/") ? second : "/" + second;
  return tail === "/" && head !== "" ? head : head + tail;
}
