import type { Plugin } from "esbuild";
import { fromFileUrl } from "./paths.ts";

const BUILD_ID = fromFileUrl(new URL("../build_id.ts", import.meta.url).href);

/** Puts the build's id into client code, where there is no environment. */
export function withBuildId(buildId: string): Plugin {
  const filter = new RegExp(`^${escape(BUILD_ID)}$`);
  const contents = `export const buildId = () => ${JSON.stringify(buildId)};`;
  return {
    name: "fresh-build-id",
    setup: (build) => build.onLoad({ filter }, () => ({ contents })),
  };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
