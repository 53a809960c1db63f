import type { BuildOptions, BuildResult, Metafile } from "esbuild";
import { withBuildId } from "./build_id_plugin.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import type { IslandFile } from "./crawl.ts";
import { toFileUrl } from "./paths.ts";
import { denoResolver } from "./resolver.ts";
import { Vendor } from "./vendor.ts";

export interface Script {
  content: Uint8Array<ArrayBuffer>;
  /** The bundler's own, short one: it names the content, and is no SHA-256. */
  hash: string;
}

export type Scripts = Map<string, Script>;

export interface Bundle {
  /** By path below the folder of all client code. */
  files: Scripts;
  metafile: Metafile | null;
}

const RUNTIME = new URL("../client/boot.ts", import.meta.url);

let running = false;

/** Ends esbuild's own process, which would keep a build command alive. */
export async function stopBundler() {
  if (!running) return;
  running = false;
  const { stop } = await import("esbuild");
  await stop();
}

/** The islands and what revives them, as modules for the browser. */
export async function bundle(
  config: ResolvedBuildConfig,
  islands: IslandFile[],
): Promise<Bundle> {
  if (islands.length === 0) return { files: new Map(), metafile: null };
  running = true;
  const { build } = await import("esbuild");
  const entries = islands.map(({ path }) => toFileUrl(path));
  const all = [RUNTIME.href, ...entries];
  const vendor = config.mode === "development" ? new Vendor(config) : null;
  const result = await build({
    ...await optionsFor(config, all, vendor),
    entryPoints: {
      "fresh-runtime": RUNTIME.href,
      ...Object.fromEntries(islands.map(({ chunk, path }) => [chunk, path])),
    },
  });
  const packages = await vendor?.files(async (options) => {
    const common = await optionsFor(config, all, null);
    const files = filesOf(await build({ ...common, ...options }));
    return new Map([...files].map(([name, { content }]) => [name, content]));
  });
  return {
    files: new Map([
      ...below(config.buildId, filesOf(result)),
      ...below("vendor", unhashed(packages ?? new Map())),
    ]),
    metafile: result.metafile!,
  };
}

/** Only development has packages apart, and that never tells a hash. */
function unhashed(files: Map<string, Script["content"]>): Scripts {
  return new Map([...files].map(([name, content]) => [
    name,
    { content, hash: "" },
  ]));
}

function filesOf({ outputFiles }: BuildResult): Scripts {
  return new Map(outputFiles!.map(({ path, contents, hash }) => [
    path.slice(path.lastIndexOf("/") + 1),
    { content: contents as Uint8Array<ArrayBuffer>, hash },
  ]));
}

function below(folder: string, files: Scripts): Scripts {
  return new Map([...files].map(([name, file]) => [`${folder}/${name}`, file]));
}

async function optionsFor(
  config: ResolvedBuildConfig,
  entries: string[],
  vendor: Vendor | null,
): Promise<BuildOptions> {
  const production = config.mode === "production";
  const { kind, sourceRoot, sourcesContent } = config.sourceMap ??
    { kind: production ? false : "inline" as const };
  return {
    absWorkingDir: config.root,
    outdir: config.outDir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: config.target,
    minify: production,
    treeShaking: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    define: {
      "process.env.NODE_ENV": JSON.stringify(config.mode),
    },
    sourcemap: kind,
    ...(sourceRoot === undefined ? {} : { sourceRoot }),
    ...(sourcesContent === undefined ? {} : { sourcesContent }),
    metafile: true,
    write: false,
    logLevel: "silent",
    plugins: [
      withBuildId(config.buildId),
      await denoResolver(config.root, entries, vendor),
    ],
  };
}
