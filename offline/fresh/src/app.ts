import { setBuildId } from "./build_id.ts";
import type {
  AnyComponent,
  FreshConfig,
  LayoutConfig,
  ListenOptions,
  MaybeLazy,
  Method,
  Middleware,
  PageProps,
  ResolvedFreshConfig,
  Route,
  RouteConfig,
  WebSocketHandlers,
  WebSocketUpgradeOptions,
} from "./types.ts";
import { assemble } from "./server/assemble.ts";
import { type BuildCache, EMPTY_CACHE } from "./server/build_cache.ts";
import { type Command, join, moved } from "./server/commands.ts";
import { createFetch, type FetchHandler } from "./server/fetch.ts";
import { listen } from "./server/listen.ts";
import { ALL_METHODS } from "./server/route.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const hidden = new WeakMap<
  App<Any>,
  { commands: Command[]; cache: BuildCache }
>();

/** Registrations in order; `handler()` turns them into a server. */
export class App<State> {
  readonly config: ResolvedFreshConfig;

  constructor(config: FreshConfig = {}) {
    this.config = {
      root: ".",
      basePath: config.basePath ?? "",
      mode: config.mode ?? "production",
      trustProxy: config.trustProxy ?? false,
    };
    hidden.set(this, { commands: [], cache: EMPTY_CACHE });
  }

  use(...middlewares: MaybeLazy<Middleware<State>>[]): this;
  use(path: string, ...middlewares: MaybeLazy<Middleware<State>>[]): this;
  use(first: Any, ...rest: Any[]): this {
    const named = typeof first === "string";
    const middlewares = named ? rest : [first, ...rest];
    return this.#add({ type: "use", path: named ? first : "*", middlewares });
  }

  get(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["GET"], path, handlers);
  }

  post(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["POST"], path, handlers);
  }

  put(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["PUT"], path, handlers);
  }

  patch(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["PATCH"], path, handlers);
  }

  delete(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["DELETE"], path, handlers);
  }

  head(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(["HEAD"], path, handlers);
  }

  all(path: string, ...handlers: MaybeLazy<Middleware<State>>[]): this {
    return this.#handle(ALL_METHODS, path, handlers);
  }

  ws(
    path: string,
    handlers: WebSocketHandlers,
    options?: WebSocketUpgradeOptions,
  ): this {
    return this.get(path, (ctx) => ctx.upgrade(handlers, options ?? {}));
  }

  route(
    path: string,
    route: MaybeLazy<Route<State>>,
    config?: RouteConfig,
  ): this {
    return this.#add({ type: "route", path, route, config });
  }

  layout(
    path: string,
    component: AnyComponent<PageProps<Any, State>>,
    config?: LayoutConfig,
  ): this {
    return this.#add({ type: "layout", path, component, config });
  }

  appWrapper(component: AnyComponent<PageProps<Any, State>>): this {
    return this.#add({ type: "wrapper", component });
  }

  notFound(route: MaybeLazy<Route<State>> | Middleware<State>): this {
    return this.#add({ type: "notFound", route });
  }

  onError(
    path: string,
    route: MaybeLazy<Route<State>> | Middleware<State>,
  ): this {
    return this.#add({ type: "onError", path, route });
  }

  /** Inserts the file routes of the build at this point. */
  fsRoutes(path = "*"): this {
    return this.#add({ type: "files", path });
  }

  /** Copies the registrations of another app below a path. */
  mountApp(path: string, app: App<State>): this {
    const mount = join(path, app.config.basePath || "*");
    for (const command of commandsOf(app)) this.#add(moved(command, mount));
    return this;
  }

  handler(): FetchHandler {
    const { commands, cache } = hidden.get(this)!;
    const routes = assemble(commands, cache, this.config.basePath);
    return createFetch(routes, cache, this.config);
  }

  listen(options: ListenOptions = {}): Promise<void> {
    return listen(this.handler(), options);
  }

  #handle(methods: Method[], path: string, handlers: Any[]): this {
    return this.#add({ type: "handler", path, methods, handlers });
  }

  #add(command: Command): this {
    hidden.get(this)!.commands.push(command);
    return this;
  }
}

function commandsOf(app: App<Any>): Command[] {
  return hidden.get(app)!.commands;
}

/** Gives an app the result of a build. */
export function applyBuild(app: App<Any>, cache: BuildCache) {
  hidden.get(app)!.cache = cache;
  if (cache.buildId !== null) setBuildId(cache.buildId);
  app.config.root = cache.root;
  if (cache.development) app.config.mode = "development";
}
