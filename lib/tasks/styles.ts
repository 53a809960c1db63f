import { build } from "esbuild";

/**
 * The style sheets that pages load, and the sources of each in the order that
 * decides between equal selectors. A folder stands for its files by name.
 */
const BUNDLES = {
  "styles.css": ["tokens.css", "base.css", "components", "layout.css", "pages"],
  "stage.css": ["stage"],
  "admin.css": ["admin"],
} as const;

/** Joins `static/styles` under `root` into `static/*.css`, one a bundle. */
export async function joinStyles(root: string): Promise<void> {
  const folder = `${root}/static/styles`;
  for (const [name, parts] of Object.entries(BUNDLES)) {
    const imports = await Promise.all(parts.map((part) => list(folder, part)));
    const css = await bundle(imports.flat(), folder);
    await writeIfChanged(`${root}/static/${name}`, css);
  }
}

async function list(folder: string, part: string): Promise<string[]> {
  if (part.endsWith(".css")) return [part];
  const names = await Array.fromAsync(
    Deno.readDir(`${folder}/${part}`),
    (entry) => `${part}/${entry.name}`,
  );
  return names.filter((name) => name.endsWith(".css")).sort();
}

async function bundle(files: string[], resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `@import "./${file}";`).join("\n"),
      loader: "css",
      resolveDir,
    },
    bundle: true,
    // Fetched by the browser, from the address that the preload names
    external: ["/fonts/*"],
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}

/** A watcher of `static` must not be woken by its own build. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  const old = await Deno.readTextFile(path).catch(() => "");
  if (old !== text) await Deno.writeTextFile(path, text);
}
