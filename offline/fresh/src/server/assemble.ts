import type { Method, Middleware, Route } from "../types.ts";
import type { BuildCache } from "./build_cache.ts";
import { chain, notFoundStep, type Step } from "./chain.ts";
import type { Command } from "./commands.ts";
import { loadRoute } from "./errors.ts";
import { fileCommands } from "./files.ts";
import { pipeline, refusal } from "./pipeline.ts";
import { ALL_METHODS, methodsOf, routeStep } from "./route.ts";
import { Router } from "./router.ts";
import { type ErrorRoute, type Level, Segments } from "./segments.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export interface Routes extends ReturnType<typeof refusal> {
  router: Router<Step>;
  root: Level;
}

/** Plays the registrations in order into a router. */
export function assemble(
  commands: Command[],
  cache: BuildCache,
): Routes {
  const assembly = new Assembly(cache);
  for (const command of commands) assembly.apply(command);
  const [root] = assembly.segments.levels("");
  return {
    router: assembly.router,
    root,
    ...refusal(root, () => assembly.notFound),
  };
}

class Assembly {
  router = new Router<Step>();
  segments = new Segments();
  notFound: ErrorRoute | null = null;

  constructor(readonly cache: BuildCache) {}

  apply(command: Command): void {
    const { segments } = this;
    switch (command.type) {
      case "use": {
        const { path, middlewares, folder = false } = command;
        return segments.add(path, { middlewares: [...middlewares], folder });
      }
      case "layout": {
        const { path, component, config, folder = false } = command;
        return segments.add(path, { layout: { component, config }, folder });
      }
      case "onError": {
        const { path, route, folder = false } = command;
        return segments.add(path, { onError: route, folder });
      }
      case "wrapper":
        segments.app = command.component;
        return;
      case "notFound":
        this.notFound = command.route;
        return;
      case "handler":
        return this.#handlers(command.path, command.methods, command.handlers);
      case "route":
        return this.#route(command);
      case "files":
        for (const inner of fileCommands(this.cache.files)) this.apply(inner);
    }
  }

  #handlers(path: string, methods: Method[], handlers: Middleware<Any>[]) {
    // The steps are copied: a lazy one is replaced in place by its result.
    const last = chain([...handlers], notFoundStep);
    this.#add(path, methods, this.segments.levels(path), last);
  }

  #route({ path, route, config, place }: Command & { type: "route" }) {
    const levels = this.segments.levels(place?.segment ?? path, place?.file);
    const lazy = typeof route === "function";
    const last = lazy ? lazyStep(route, config) : stepOf(route, config);
    const methods = lazy ? ALL_METHODS : methodsOf(route);
    this.#add(path, methods, levels, last);
  }

  #add(path: string, methods: Method[], levels: Level[], last: Step) {
    const notFound = () => this.notFound;
    const step = pipeline(levels, notFound, last);
    const full = path === "*" ? "/*" : path;
    for (const method of methods) this.router.add(method, full, step);
  }
}

function stepOf(route: Route<Any>, config: Route<Any>["config"]): Step {
  return routeStep(
    config ? { ...route, config: { ...route.config, ...config } } : route,
  );
}

function lazyStep(
  load: () => Promise<Route<Any>>,
  config: Route<Any>["config"],
): Step {
  let step: Step | null = null;
  return async (ctx) => {
    step ??= stepOf(await loadRoute(load), config);
    return await step(ctx);
  };
}
