import { relative } from "node:path";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentTypeOf } from "./content_types.ts";
import { sha256 } from "./hash.ts";
import { walk } from "./paths.ts";
import { type Asset, type Transform, transformAsset } from "./transforms.ts";
import { CACHE_KEY } from "../asset.ts";

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
  config: ResolvedBuildConfig,
  transforms: Transform[],
): Promise<BuiltFile[]> {
  const files = new Map<string, BuiltFile>();
  for (const folder of config.staticDir) {
    for await (const source of walk(folder, isPublic)) {
      const path = "/" + relative(folder, source).replaceAll("\\", "/");
      if (files.has(path)) continue;
      const built = await buildStatic(config, transforms, path, source);
      for (const file of built) files.set(file.path, file);
    }
  }
  return [...files.values()];
}

/** Files with a leading dot stay private, but for the well-known folder. */
export function isPublic(name: string): boolean {
  return !name.startsWith(".") || name === ".well-known";
}

export async function buildStatic(
  config: ResolvedBuildConfig,
  transforms: Transform[],
  path: string,
  source: string,
): Promise<BuiltFile[]> {
  const original = await Deno.readFile(source);
  const { target, mode, root } = config;
  const assets = await transformAsset(
    { path: source, content: original },
    transforms,
    { target, mode, root },
  );
  const folder = source.slice(0, -path.length);
  return await Promise.all(assets.map(async (asset) => {
    const content = lockUrls(asset, config.buildId);
    const same = content === original && asset.path === source;
    return {
      path: "/" + relative(folder, asset.path).replaceAll("\\", "/"),
      source: same ? source : null,
      content,
      hash: await sha256(content),
      contentType: contentTypeOf(asset.path),
    };
  }));
}

const CSS_URL = /url\(\s*(["']?)(\/(?!\/)[^"')\s]*)\1\s*\)/g;

/** Root-relative `url(...)` in styles get the cache key of the build. */
function lockUrls({ path, content }: Asset, id: string) {
  if (!path.endsWith(".css")) return content;
  const text = new TextDecoder().decode(content);
  const locked = text.replace(CSS_URL, (_, quote, url) => {
    return `url(${quote}${withKey(url, id)}${quote})`;
  });
  return new TextEncoder().encode(locked);
}

function withKey(url: string, id: string): string {
  if (url.includes(CACHE_KEY)) return url;
  const [rest, hash] = url.split(/(?=#)/, 2);
  const separator = rest.includes("?") ? "&" : "?";
  return `${rest}${separator}${CACHE_KEY}=${id}${hash ?? ""}`;
}
