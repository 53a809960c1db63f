import { fromFileUrl, resolvePath } from "./paths.ts";
import { buildId } from "../build_id.ts";
import type { Mode } from "../page_types.ts";

export interface SourceMapOptions {
  kind: boolean | "linked" | "inline" | "external" | "both";
  sourceRoot?: string;
  sourcesContent?: boolean;
}

export interface BuildOptions {
  /** Browsers to build for, in esbuild's terms. */
  target?: string | string[];
  root?: string;
  outDir?: string;
  staticDir?: string | string[];
  islandDir?: string;
  routeDir?: string;
  serverEntry?: string;
  /** File paths to leave out. */
  ignore?: RegExp[];
  sourceMap?: SourceMapOptions;
}

export interface ResolvedBuildConfig {
  serverEntry: string;
  target: string | string[];
  root: string;
  outDir: string;
  staticDir: string[];
  islandDir: string;
  routeDir: string;
  ignore: RegExp[];
  mode: Mode;
  buildId: string;
  sourceMap?: SourceMapOptions;
}

const TARGET = ["chrome99", "firefox99", "safari15"];
const TESTS = /[._]test\.(?:[tj]sx?|[mc][tj]s)$/;

export function resolveConfig(options: BuildOptions): ResolvedBuildConfig {
  const root = fromFileUrl(options.root ?? Deno.cwd());
  const base = resolvePath(Deno.cwd(), root);
  const at = (path: string) => resolvePath(base, fromFileUrl(path));
  return {
    serverEntry: at(options.serverEntry ?? "main.ts"),
    target: options.target ?? TARGET,
    root: base,
    outDir: at(options.outDir ?? "_fresh"),
    staticDir: [options.staticDir ?? "static"].flat().map(at),
    islandDir: at(options.islandDir ?? "islands"),
    routeDir: at(options.routeDir ?? "routes"),
    ignore: options.ignore ?? [TESTS],
    mode: "production",
    buildId: buildId(),
    ...(options.sourceMap ? { sourceMap: options.sourceMap } : {}),
  };
}
