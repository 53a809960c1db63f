import { bundle, type Script } from "./bundle.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentTypeOf } from "./content_types.ts";
import { crawl, type IslandFile, type RouteFile } from "./crawl.ts";
import { sha256 } from "./hash.ts";
import { buildStatics, type BuiltFile } from "./statics.ts";

export interface BuildResult {
  routes: RouteFile[];
  /** `chunk` is the URL path of the module here. */
  islands: IslandFile[];
  files: BuiltFile[];
  runtime: string;
}

export interface BuildInputs {
  registered: string[];
  /** Static files are read when they are asked for, not ahead of time. */
  live?: boolean;
}

/** Everything that a build makes, still in memory. */
export async function runBuild(
  config: ResolvedBuildConfig,
  { registered, live = false }: BuildInputs,
): Promise<BuildResult> {
  const project = await crawl(config, registered);
  const [bundled, statics] = await Promise.all([
    bundle(config, project.islands),
    live ? [] : buildStatics(config),
  ]);
  const folder = `/_fresh/js/${config.buildId}/`;
  const scripts = [...bundled.files].map(([path, script]) =>
    scriptFile(`/_fresh/js/${path}`, script)
  );
  const { metafile } = bundled;
  if (metafile) {
    const content = new TextEncoder().encode(JSON.stringify(metafile));
    const hash = await sha256(content);
    scripts.push(scriptFile(folder + "metafile.json", { content, hash }));
  }
  return {
    routes: project.routes,
    islands: project.islands.map((island) => ({
      ...island,
      chunk: `${folder}${island.chunk}.js`,
    })),
    files: [...statics, ...scripts],
    runtime: folder + "fresh-runtime.js",
  };
}

function scriptFile(path: string, { content, hash }: Script): BuiltFile {
  const contentType = contentTypeOf(path);
  return { path, source: null, content, hash, contentType };
}
