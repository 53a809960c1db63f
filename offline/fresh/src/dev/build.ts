import { bundle } from "./bundle.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentTypeOf } from "./content_types.ts";
import { crawl, type IslandFile, type RouteFile } from "./crawl.ts";
import { sha256 } from "./hash.ts";
import { buildStatics, type BuiltFile } from "./statics.ts";
import type { Transform } from "./transforms.ts";

export interface BuildResult {
  routes: RouteFile[];
  /** `chunk` is the URL path of the module here. */
  islands: IslandFile[];
  files: BuiltFile[];
  runtime: string;
  signals: string;
}

export interface BuildInputs {
  transforms: Transform[];
  registered: string[];
  /** Static files are read when they are asked for, not ahead of time. */
  live?: boolean;
}

/** Everything that a build makes, still in memory. */
export async function runBuild(
  config: ResolvedBuildConfig,
  { transforms, registered, live = false }: BuildInputs,
): Promise<BuildResult> {
  const project = await crawl(config, registered);
  const [bundled, statics] = await Promise.all([
    bundle(config, project.islands),
    live ? [] : buildStatics(config, transforms),
  ]);
  const folder = `/_fresh/js/${config.buildId}/`;
  const scripts = [...bundled.files].map(([path, content]) =>
    scriptFile(`/_fresh/js/${path}`, content)
  );
  const { metafile } = bundled;
  if (metafile) {
    const content = new TextEncoder().encode(JSON.stringify(metafile));
    scripts.push(scriptFile(folder + "metafile.json", content));
  }
  return {
    routes: project.routes,
    islands: project.islands.map((island) => ({
      ...island,
      chunk: `${folder}${island.chunk}.js`,
    })),
    files: [...statics, ...await Promise.all(scripts)],
    runtime: folder + "fresh-runtime.js",
    signals: folder + "fresh-signals.js",
  };
}

async function scriptFile(
  path: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<BuiltFile> {
  return {
    path,
    source: null,
    content,
    hash: await sha256(content),
    contentType: contentTypeOf(path),
  };
}
