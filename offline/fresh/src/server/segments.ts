import type { MaybeLazy, Middleware, Route } from "../types.ts";
import type { Layout, Scope } from "./scope.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export type ErrorRoute = MaybeLazy<Route<Any>> | Middleware<Any>;

/** One step of the way from the root to a route, frozen for that route. */
export interface Level {
  middlewares: Middleware<Any>[];
  onError: ErrorRoute | null;
  scope: Scope<Any>;
}

interface Entry {
  order: number;
  /** Came from a folder of file routes and covers only what is inside it. */
  folder: boolean;
  middlewares?: Middleware<Any>[];
  layout?: Layout<Any>;
  onError?: ErrorRoute;
}

/** Registrations by path segment; a route sees those made before it. */
export class Segments {
  #entries = new Map<string, Entry[]>();
  #order = 0;
  app: Scope<Any>["app"] = null;

  add(path: string, entry: Omit<Entry, "order">) {
    const key = keyOf(path);
    const list = this.#entries.get(key);
    const item = { ...entry, order: this.#order++ };
    if (list) list.push(item);
    else this.#entries.set(key, [item]);
  }

  /** Levels from the root to `path`; with `file`, its last part is a file. */
  levels(path: string, file = false): Level[] {
    const levels: Level[] = [];
    let layouts: Layout<Any>[] = [];
    const steps = this.#walk(path, file);
    for (const [index, entries] of steps.entries()) {
      for (const { layout } of entries) {
        if (layout?.config?.skipInheritedLayouts) layouts = [layout];
        else if (layout) layouts = [...layouts, layout];
      }
      const middlewares = entries.flatMap((entry) => entry.middlewares ?? []);
      const onError = entries.findLast((entry) => entry.onError)?.onError;
      // The outermost and the innermost step catch errors in any case.
      const edge = index === 0 || index === steps.length - 1;
      if (!edge && middlewares.length === 0 && !onError) continue;
      const scope = { layouts, app: this.app };
      levels.push({ middlewares, onError: onError ?? null, scope });
    }
    return levels;
  }

  #walk(path: string, file: boolean): Entry[][] {
    const parts = keyOf(path).split("/").slice(1);
    const steps = [this.#entries.get("") ?? []];
    let real = "";
    let plain = "";
    for (const [index, part] of parts.entries()) {
      real += "/" + part;
      const group = part.startsWith("(") && part.endsWith(")");
      if (!group) plain += "/" + part;
      const keys = group || real === plain ? [real] : [real, plain];
      const last = file && index === parts.length - 1;
      steps.push(
        keys.flatMap((key) => this.#entries.get(key) ?? [])
          .filter((entry) => !(last && entry.folder))
          .sort((a, b) => a.order - b.order),
      );
    }
    return steps;
  }
}

function keyOf(path: string): string {
  if (path === "*" || path === "/*" || path === "/") return "";
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
