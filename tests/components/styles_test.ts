import { assert, assertEquals } from "@std/assert";
import { stop } from "esbuild";
import { joinStyles } from "../../lib/tasks/styles.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
/** Everything public together, compressed. */
const BUDGET = 12 * 1024;

Deno.test("styles are joined, small, and name fonts where they are served", async () => {
  const copy = await copyOfStyles();
  try {
    await joinStyles(copy);
    const sheets = await Promise.all(
      ["styles.css", "stage.css"].map((name) =>
        Deno.readTextFile(`${copy}/static/${name}`)
      ),
    );
    for (const sheet of sheets) assert(!sheet.includes("@import"));
    assert(sheets[0].startsWith("@layer reset,tokens,base,components,pages;"));
    for (const [, url] of sheets.join("").matchAll(/url\(([^)]+)\)/g)) {
      await Deno.stat(`${ROOT}/static${url}`);
    }
    const sizes = await Promise.all(sheets.map(compressed));
    assert(sizes[0] + sizes[1] < BUDGET, `${sizes} bytes`);
  } finally {
    await stop();
    await Deno.remove(copy, { recursive: true });
  }
});

Deno.test("colours come from the tokens alone", async () => {
  const found: string[] = [];
  for await (const path of sourcesIn(`${ROOT}/static/styles`)) {
    if (path.endsWith("/tokens.css")) continue;
    const css = await Deno.readTextFile(path);
    if (/oklch\(|rgb\(|hsl\(|#[0-9a-f]{6}\b/i.test(css)) found.push(path);
  }
  assertEquals(found, []);
});

async function copyOfStyles(): Promise<string> {
  const copy = await Deno.makeTempDir();
  for await (const path of sourcesIn(`${ROOT}/static/styles`)) {
    const target = copy +
      path.slice(ROOT.length - (ROOT.endsWith("/") ? 1 : 0));
    await Deno.mkdir(target.slice(0, target.lastIndexOf("/")), {
      recursive: true,
    });
    await Deno.copyFile(path, target);
  }
  return copy;
}

async function* sourcesIn(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* sourcesIn(path);
    else yield path;
  }
}

async function compressed(text: string): Promise<number> {
  const stream = new Blob([text]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
