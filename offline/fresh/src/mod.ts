export { App } from "./app.ts";
export { createDefine, type Define, page } from "./define.ts";
export { HttpError } from "./http_error.ts";
export type { Context } from "./server/context.ts";
export type { WebSocketUpgradeOptions } from "./server/socket.ts";
export { csp, type CSPOptions } from "./middlewares/csp.ts";
export { staticFiles } from "./middlewares/static_files.ts";
export type {
  LayoutConfig,
  PageProps,
  ResolvedFreshConfig,
} from "./page_types.ts";
export type {
  HandlerByMethod,
  HandlerFn,
  ListenOptions,
  MaybeLazy,
  Method,
  Middleware,
  PageResponse,
  RouteConfig,
  RouteData,
  RouteHandler,
} from "./types.ts";
