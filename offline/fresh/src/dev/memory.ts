import type {
  BuildCache,
  FileRoute,
  StaticFile,
} from "../server/build_cache.ts";
import { type IslandModule, islandsOf } from "../server/snapshot.ts";
import type { BuildResult } from "./build.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { toFileUrl } from "./paths.ts";
import { buildStatic, type BuiltFile, isPublic, isStyle } from "./statics.ts";

/** Packages do not change while the app does: browsers may keep them. */
const PACKAGES = "/_fresh/js/vendor/";

/** A build result that an app uses without its being written. */
export async function memoryCache(
  config: ResolvedBuildConfig,
  result: BuildResult,
): Promise<BuildCache> {
  const development = config.mode === "development";
  const files = new Map(result.files.map((file) => [file.path, file]));
  const live = liveFiles(config);
  return {
    root: config.root,
    buildId: config.buildId,
    runtime: result.runtime,
    islands: islandsOf(await loadIslands(result)),
    files: await loadRoutes(result),
    development,
    getFile(path) {
      const file = files.get(path);
      const unhashed = development && !path.startsWith(PACKAGES);
      return file ? staticFile(file, unhashed) : live(path);
    },
  };
}

function staticFile(
  { path, hash, contentType, content }: BuiltFile,
  development: boolean,
): StaticFile {
  return {
    hash: development ? null : hash,
    contentType,
    immutable: path.startsWith("/_fresh/js/"),
    read: () => content,
  };
}

/**
 * Whatever is not known is looked for on the disk with every request, while
 * developing everything; style sheets stay as they were first made. Throws
 * where the system cannot look, as upstream does: a path may be too long, or
 * go below a file. A name that begins with two dots is taken for one outside.
 */
function liveFiles(
  config: ResolvedBuildConfig,
): (path: string) => Promise<StaticFile | null> {
  const styles = new Map<string, StaticFile>();
  return async (path) => {
    const made = styles.get(path);
    if (made) return made;
    const file = await liveFile(config, path);
    if (file && isStyle(path)) styles.set(path, file);
    return file;
  };
}

async function liveFile(
  { staticDir, buildId }: ResolvedBuildConfig,
  path: string,
): Promise<StaticFile | null> {
  const parts = path.split("/").filter(Boolean);
  if (parts[0]?.startsWith("..")) {
    throw new Error(`Cannot look for ${path}: it is outside of the folder`);
  }
  if (parts.length === 0 || !parts.every(isPublic)) return null;
  const below = "/" + parts.map(encodeURIComponent).join("/");
  for (const folder of staticDir) {
    if (!await isFile(folder + below)) continue;
    return staticFile(await buildStatic(buildId, below, folder + below), true);
  }
  return null;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function loadIslands({ islands }: BuildResult): Promise<IslandModule[]> {
  return await Promise.all(
    islands.map(async ({ path, chunk, name }) => ({
      file: path,
      chunk,
      name,
      module: await import(toFileUrl(path)),
    })),
  );
}

async function loadRoutes({ routes }: BuildResult): Promise<FileRoute[]> {
  return await Promise.all(
    routes.map(async ({ path, eager, ...route }) => {
      const load = () => import(toFileUrl(path));
      return { ...route, module: eager ? await load() : load };
    }),
  );
}
