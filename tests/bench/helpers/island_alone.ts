import { build, type BuildOptions, stop } from "esbuild";
import { buildOptions } from "../../../fresh.config.ts";

/** What Fresh asks of esbuild for a production build, without its plugins. */
const OPTIONS: BuildOptions = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "browser",
  target: buildOptions.target,
  minify: true,
  treeShaking: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  outdir: "_fresh",
  metafile: true,
  write: false,
};

/** The island of the live page, bundled by esbuild and nothing else. */
export async function bundleIsland(): Promise<void> {
  await build({ ...OPTIONS, entryPoints: ["islands/Talk.tsx"] });
  await stop();
}

/** The media library, bundled by itself. */
export async function libraryAlone(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...OPTIONS,
    stdin: {
      contents: 'export * from "livekit-client";',
      resolveDir: ".",
    },
  });
  await stop();
  return outputFiles![0].contents;
}
