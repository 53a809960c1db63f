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
      if (!development) return file ? staticFile(file, false) : null;
      if (file) return staticFile(file, !path.startsWith(PACKAGES));
      return live(path);
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
 * While developing, files are read anew for every request. Style sheets are
 * not: they stay as they were made when they were first asked for.
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
  const parts = path.split("/").slice(1);
  if (!parts.every((part) => part !== "" && isPublic(part))) return null;
  for (const folder of staticDir) {
    const stat = await Deno.stat(folder + path).catch(() => null);
    if (!stat?.isFile) continue;
    return staticFile(await buildStatic(buildId, path, folder + path), true);
  }
  return null;
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
