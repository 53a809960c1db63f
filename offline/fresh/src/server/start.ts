import { type App, applyBuild } from "../app.ts";
import type { FetchHandler } from "./fetch.ts";
import { cacheOf, type Snapshot } from "./snapshot.ts";

/** Joins an app and its build; `_fresh/server.js` exports the result. */
export function startServer(
  // deno-lint-ignore no-explicit-any
  app: App<any>,
  snapshot: Snapshot,
  url: string,
): { fetch: FetchHandler } {
  applyBuild(app, cacheOf(snapshot, new URL("./", url)));
  return { fetch: app.handler() };
}
