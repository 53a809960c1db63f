import type { OnLoadResult, Plugin } from "esbuild";
import { fromFileUrl } from "./paths.ts";

const BUILD_ID = fromFileUrl(new URL("../build_id.ts", import.meta.url).href);

const LOADERS = { ts: "ts", tsx: "tsx", js: "jsx", jsx: "jsx" } as const;

/**
 * Puts build-time values into the app's own modules. The filter names its
 * folders, so that esbuild reads the many files of packages by itself.
 */
export async function ownSource(
  root: string,
  buildId: string,
): Promise<Plugin> {
  const entries = await Array.fromAsync(Deno.readDir(root));
  const own = entries.filter(({ name }) => name !== "node_modules")
    .map(({ name }) => escape(`${root}/${name}`));
  const filter = new RegExp(`^(?:${own.join("|")}).*[.][tj]sx?$`);
  const exact = new RegExp(`^${escape(BUILD_ID)}$`);
  return {
    name: "fresh-source",
    setup(build) {
      const contents = `export const buildId = () => ${
        JSON.stringify(buildId)
      };`;
      build.onLoad({ filter: exact }, () => ({ contents }));
      build.onLoad({ filter }, ({ path }) => load(path));
    },
  };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

async function load(path: string): Promise<OnLoadResult | null> {
  const source = await Deno.readTextFile(path);
  if (!source.includes("FRESH_PUBLIC_")) return null;
  const extension = path.slice(path.lastIndexOf(".") + 1);
  return {
    contents: inlinePublic(source),
    loader: LOADERS[extension as keyof typeof LOADERS],
  };
}

const PUBLIC =
  /\bDeno\.env\.get\(\s*(["'])(FRESH_PUBLIC_\w+)\1\s*\)|\bprocess\.env\.(FRESH_PUBLIC_\w+)/g;

function inlinePublic(source: string): string {
  return source.replace(PUBLIC, (_text, _quote, first, second) => {
    const value = Deno.env.get(first ?? second);
    return value === undefined ? "undefined" : JSON.stringify(value);
  });
}
