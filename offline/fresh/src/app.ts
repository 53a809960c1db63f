import { setBuildId } from "./build_id.ts";
import type {
  AnyComponent,
  LayoutConfig,
  PageProps,
  ResolvedFreshConfig,
} from "./page_types.ts";
import { renderResponse } from "./render/response.ts";
import type {
  ListenOptions,
  MaybeLazy,
  Method,
  Middleware,
  Route,
  RouteConfig,
} from "./types.ts";
import { assemble } from "./server/assemble.ts";
import { type BuildCache, EMPTY_CACHE } from "./server/build_cache.ts";
import type { Command } from "./server/commands.ts";
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
  readonly config: ResolvedFreshConfig = {
    root: ".",
    basePath: "",
    mode: "production",
    trustProxy: false,
  };

  constructor() {
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
  fsRoutes(): this {
    return this.#add({ type: "files" });
  }

  handler(): FetchHandler {
    const { commands, cache } = hidden.get(this)!;
    const { config } = this;
    const routes = assemble(commands, cache);
    return createFetch(routes, { cache, config, render: renderResponse });
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

/** Gives an app the result of a build. */
export function applyBuild(app: App<Any>, cache: BuildCache) {
  hidden.get(app)!.cache = cache;
  if (cache.buildId !== null) setBuildId(cache.buildId);
  app.config.root = cache.root;
  if (cache.development) app.config.mode = "development";
}
