import type { Middleware, Route, RouteConfig } from "../types.ts";
import type { FileRoute } from "./build_cache.ts";
import type { Command } from "./commands.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

type RouteModule = Route<Any> & {
  default?: Route<Any>["component"];
  handlers?: Route<Any>["handler"];
};

/** What a build found below `routes/`, as registrations on the app. */
export function fileCommands(files: FileRoute[]): Command[] {
  return files.flatMap((file) => commandsOf(file));
}

function commandsOf(file: FileRoute): Command[] {
  const { kind, segment, module } = file;
  switch (kind) {
    case "middleware": {
      const middlewares = middlewaresOf(file);
      return [{ type: "use", path: segment, middlewares, folder: true }];
    }
    case "layout": {
      const { default: component, config } = module;
      assertComponent(file, component);
      return [{
        type: "layout",
        path: segment,
        component,
        config,
        folder: true,
      }];
    }
    case "app":
      assertComponent(file, module.default);
      return [{ type: "wrapper", component: module.default }];
    case "error":
      return [{
        type: "onError",
        path: segment,
        route: routeOf(file.id, module),
        folder: true,
      }];
    case "notFound":
      return [{ type: "notFound", route: routeOf(file.id, module) }];
    case "route":
      return [routeCommand(file)];
  }
}

function routeCommand(
  { id, pattern, segment, file, module }: FileRoute,
): Command {
  const place = { segment, file };
  if (typeof module === "function") {
    const route = async () => routeOf(id, await module());
    return { type: "route", path: pattern, route, place };
  }
  const config: RouteConfig | undefined = module.config;
  const path = config?.routeOverride ?? pattern;
  const route = () => Promise.resolve(routeOf(id, module));
  return { type: "route", path, route, place };
}

function routeOf(id: string, module: RouteModule): Route<Any> {
  const component = module.default;
  const handler = module.handler ?? module.handlers;
  if (!component && !handler) {
    throw new Error(
      `Cannot use route ${id}: it exports neither a handler nor a component`,
    );
  }
  return { component, handler, config: module.config };
}

function middlewaresOf({ id, module }: FileRoute): Middleware<Any>[] {
  const found = module.default ?? module.handler ?? module.handlers;
  if (Array.isArray(found)) return found;
  if (typeof found === "function") return [found];
  if (found === undefined) {
    throw new Error(`Cannot use middleware ${id}: it exports no function`);
  }
  console.warn(
    `Cannot use middleware ${id}: handlers by method are not supported`,
  );
  return [];
}

function assertComponent({ id }: FileRoute, component: unknown) {
  if (typeof component === "function") return;
  throw new Error(`Cannot use ${id}: its default export is no component`);
}
