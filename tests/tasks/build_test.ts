import { assertEquals } from "@std/assert";
import { buildAnew } from "../../lib/tasks/build.ts";

const CLIENT = "_fresh/static/_fresh/js";

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(path, text);
}

async function within(run: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "millo-build-" });
  try {
    await run(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function packedIn(root: string): Promise<string[]> {
  const text = await Deno.readTextFile(`${root}/_fresh/packed/manifest.json`);
  return Object.keys(JSON.parse(text)).sort();
}

Deno.test("a build keeps nothing of the one before, packed or not", async () => {
  await within(async (root) => {
    const long = "a { color: red }\n".repeat(99);
    await write(`${root}/static/site.css`, long);
    await buildAnew(root, () => write(`${root}/${CLIENT}/one/Talk.js`, long));
    await buildAnew(root, () => write(`${root}/${CLIENT}/two/Talk.js`, long));
    assertEquals(
      Array.from(Deno.readDirSync(`${root}/${CLIENT}`), ({ name }) => name),
      ["two"],
    );
    assertEquals(await packedIn(root), [
      "/_fresh/js/two/Talk.js",
      "/site.css",
    ]);
  });
});

Deno.test("a build that fails leaves no build that could be taken for its own", async () => {
  await within(async (root) => {
    await buildAnew(root, () => write(`${root}/_fresh/server.js`, "one"));
    const failed = await buildAnew(root, () => Promise.reject(new Error("no")))
      .catch((fault) => fault.message);
    assertEquals(failed, "no");
    assertEquals(Array.from(Deno.readDirSync(root)).length, 0);
  });
});
