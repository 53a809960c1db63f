import { relative } from "node:path";
import { lockedPath } from "../asset.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentTypeOf } from "./content_types.ts";
import { sha256 } from "./hash.ts";
import { walk } from "./paths.ts";

/** A static file as the server will answer it. */
export interface BuiltFile {
  /** URL path. */
  path: string;
  /** Where the unchanged file lies; null if `content` is new. */
  source: string | null;
  content: Uint8Array<ArrayBuffer>;
  hash: string;
  contentType: string;
}

export async function buildStatics(
  { staticDir, buildId }: ResolvedBuildConfig,
): Promise<BuiltFile[]> {
  const files = new Map<string, BuiltFile>();
  for (const folder of staticDir) {
    for await (const source of walk(folder, isPublic)) {
      const path = "/" + relative(folder, source).replaceAll("\\", "/");
      if (files.has(path)) continue;
      files.set(path, await buildStatic(buildId, path, source));
    }
  }
  return [...files.values()];
}

/** Files with a leading dot stay private, but for the well-known folder. */
export function isPublic(name: string): boolean {
  return !name.startsWith(".") || name === ".well-known";
}

export function isStyle(path: string): boolean {
  return path.endsWith(".css");
}

export async function buildStatic(
  buildId: string,
  path: string,
  source: string,
): Promise<BuiltFile> {
  const original = await Deno.readFile(source);
  const content = isStyle(path) ? lockUrls(original, buildId) : original;
  return {
    path,
    source: content === original ? source : null,
    content,
    hash: await sha256(content),
    contentType: contentTypeOf(path),
  };
}

const CSS_URL = /url\((?:"([^"]+)"|'([^']+)'|([^)]+))\)/g;

/** Every `url(...)` is written anew; root-relative ones get the cache key. */
function lockUrls(content: Uint8Array, id: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(content);
  const locked = text.replace(CSS_URL, (_, double, single, bare) => {
    return `url(${JSON.stringify(lockedPath(double ?? single ?? bare, id))})`;
  });
  return new TextEncoder().encode(locked);
}
