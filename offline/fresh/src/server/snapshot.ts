import type { FunctionComponent } from "preact";
import type {
  BuildCache,
  FileRoute,
  Island,
  StaticFile,
} from "./build_cache.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

export interface IslandModule {
  file: string;
  /** URL of the client chunk. */
  chunk: string;
  /** Identifier made of the file's name. */
  name: string;
  module: Record<string, unknown>;
}

export interface Snapshot {
  buildId: string;
  /** Way from the snapshot's folder to the project. */
  root: string;
  runtime: string;
  islands: IslandModule[];
  files: FileRoute[];
  /** By URL path: file relative to the snapshot, hash, content type. */
  statics: Record<string, [string, string, string]>;
}

/** Files up to this size stay in memory once read. */
const KEPT_SIZE = 256 * 1024;

export function cacheOf(snapshot: Snapshot, folder: URL): BuildCache {
  const { buildId, runtime, files } = snapshot;
  const statics = new Map<string, StaticFile>();
  for (const [path, entry] of Object.entries(snapshot.statics)) {
    const [file, hash, contentType] = entry;
    const immutable = path.startsWith("/_fresh/js/");
    const read = reader(new URL(file, folder));
    statics.set(path, { hash, contentType, immutable, read });
  }
  return {
    root: pathOf(new URL(snapshot.root, folder)),
    buildId,
    runtime,
    islands: islandsOf(snapshot.islands),
    files,
    development: false,
    getFile: (path) => statics.get(path) ?? null,
  };
}

function pathOf(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

function reader(url: URL): StaticFile["read"] {
  let kept: Uint8Array<ArrayBuffer> | null = null;
  return async () => {
    if (kept !== null) return kept;
    const content = await Deno.readFile(url);
    if (content.byteLength <= KEPT_SIZE) kept = content;
    return content;
  };
}

/** Every function that an island module exports is an island. */
export function islandsOf(
  modules: IslandModule[],
): Map<FunctionComponent<Any>, Island> {
  const islands = new Map<FunctionComponent<Any>, Island>();
  const taken = new Set<string>();
  for (const { file, chunk, name, module } of modules) {
    for (const [exportName, fn] of Object.entries(module)) {
      if (typeof fn !== "function" || islands.has(fn as Any)) continue;
      const wanted = exportName === "default" ? name : exportName;
      const unique = uniqueName(wanted, taken);
      islands.set(fn as Any, {
        file,
        name: unique,
        exportName,
        fn: fn as Any,
        chunk,
      });
    }
  }
  return islands;
}

/** The name of what the page's script calls. */
const RESERVED = "boot";

export function uniqueName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 1; taken.has(name) || name === RESERVED; count++) {
    name = `${wanted}_${count}`;
  }
  taken.add(name);
  return name;
}
