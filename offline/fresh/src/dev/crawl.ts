import { relative } from "node:path";
import { uniqueName } from "../server/snapshot.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { fromFileUrl, walk } from "./paths.ts";
import { compareRoutes, readRouteName, type RouteName } from "./route_names.ts";

export interface RouteFile extends RouteName {
  id: string;
  path: string;
  /** Needed before the first request: special files and overridden paths. */
  eager: boolean;
}

export interface IslandFile {
  path: string;
  /** Name of the client chunk. */
  chunk: string;
  /** Identifier of the default export. */
  name: string;
}

export interface Project {
  routes: RouteFile[];
  islands: IslandFile[];
}

const SOURCE = /(?<!\.d)\.[tj]sx?$/;

/** What lies in the folders of the project. */
export async function crawl(
  config: ResolvedBuildConfig,
  registered: string[],
): Promise<Project> {
  const { routeDir, islandDir, ignore } = config;
  const wanted = (path: string) =>
    SOURCE.test(path) && !ignore.some((pattern) => pattern.test(path));
  const routePaths = (await Array.fromAsync(walk(routeDir))).filter(wanted);
  const islandPaths = (await Array.fromAsync(walk(islandDir))).filter(wanted);
  const local = routePaths.filter((path) => path.includes("/(_islands)/"));
  const extra = registered.map(fromFileUrl);
  return {
    routes: await readRoutes(routeDir, routePaths),
    islands: nameIslands([...islandPaths, ...local, ...extra]),
  };
}

async function readRoutes(
  folder: string,
  paths: string[],
): Promise<RouteFile[]> {
  const routes: RouteFile[] = [];
  const ids = new Map(paths.map((path) => [relative(folder, path), path]));
  for (const id of [...ids.keys()].sort(compareRoutes)) {
    const name = readRouteName(id.replaceAll("\\", "/"));
    if (name === null) continue;
    const path = ids.get(id)!;
    const eager = name.kind !== "route" ||
      (await Deno.readTextFile(path)).includes("routeOverride");
    routes.push({ ...name, id, path, eager });
  }
  return routes;
}

function nameIslands(paths: string[]): IslandFile[] {
  const chunks = new Set<string>(["fresh-runtime"]);
  const names = new Set<string>();
  return [...new Set(paths)].map((path) => {
    const stem = path.slice(path.lastIndexOf("/") + 1).replace(SOURCE, "");
    const chunk = uniqueName(stem.replace(/[^\w.\-]/g, "_"), chunks);
    return { path, chunk, name: uniqueName(identifier(stem), names) };
  });
}

function identifier(stem: string): string {
  const words = stem.split(/[^A-Za-z0-9_$]+/).filter(Boolean);
  const name = words.map((word) => word[0].toUpperCase() + word.slice(1)).join(
    "",
  );
  return /^[A-Za-z_$]/.test(name) ? name : "Island" + name;
}
