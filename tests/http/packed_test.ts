import { assert, assertEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { sha256 } from "../../lib/kernel/mod.ts";
import { PackedFiles, packStatics } from "../../lib/http/packed.ts";

const LONG = "p { color: red }\n".repeat(200);

/** A build with these files, by path under its root. */
async function withBuild(
  files: Record<string, string>,
  work: (root: string, packed: PackedFiles) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    for (const [path, text] of Object.entries(files)) {
      await put(root, path, text);
    }
    await packStatics(root);
    await work(root, new PackedFiles(new URL(`file://${root}/`)));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function put(root: string, path: string, text: string): Promise<void> {
  const file = `${root}/${path}`;
  await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(file, text);
}

const etagOf = (text: string) => `W/"${sha256(text)}"`;
const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

Deno.test("a file that gets smaller is there in each encoding, and comes out the same", async () => {
  await withBuild({ "static/a.css": LONG }, async (_, packed) => {
    const br = await packed.find("/a.css", etagOf(LONG), "br");
    const gzip = await packed.find("/a.css", etagOf(LONG), "gzip");
    assertEquals(read(brotliDecompressSync(br!)), LONG);
    assertEquals(read(gunzipSync(gzip!)), LONG);
    assert(br!.length < LONG.length && gzip!.length < LONG.length);
  });
});

Deno.test("what the build made of a file wins over its source", async () => {
  const built = LONG.replaceAll("red", "blue");
  await withBuild({
    "static/a.css": LONG,
    "_fresh/static/a.css": built,
    "static/only/b.css": LONG,
  }, async (_, packed) => {
    assertEquals(await packed.find("/a.css", etagOf(LONG), "br"), null);
    const found = await packed.find("/a.css", etagOf(built), "br");
    assertEquals(read(brotliDecompressSync(found!)), built);
    assert(await packed.find("/only/b.css", etagOf(LONG), "br"));
  });
});

Deno.test("what would not get smaller, or is compressed by its format, is sent plain", async () => {
  await withBuild({
    "static/tiny.css": "p{}",
    "static/font.woff2": LONG,
    "static/photo.png": LONG,
    "static/noextension": LONG,
  }, async (_, packed) => {
    for (
      const [path, text] of [
        ["/tiny.css", "p{}"],
        ["/font.woff2", LONG],
        ["/photo.png", LONG],
        ["/noextension", LONG],
      ]
    ) assertEquals(await packed.find(path, etagOf(text), "br"), null, path);
  });
});

Deno.test("a file of other content than the build had is not mixed up with it", async () => {
  await withBuild({ "static/a.css": LONG }, async (_, packed) => {
    for (
      const etag of [etagOf(`${LONG} `), "", `"${sha256(LONG)}"`, 'W/""', "*"]
    ) assertEquals(await packed.find("/a.css", etag, "br"), null, etag);
  });
});

Deno.test("a script is known by its path, which names the build", async () => {
  const path = "/_fresh/js/123/main.js";
  await withBuild({ [`_fresh/static${path}`]: LONG }, async (_, packed) => {
    const found = await packed.find(path, 'W/"the bundler\'s own"', "br");
    assertEquals(read(brotliDecompressSync(found!)), LONG);
    const older = "/_fresh/js/122/main.js";
    assertEquals(await packed.find(older, etagOf(LONG), "br"), null);
  });
});

Deno.test("names that objects have of their own are no files", async () => {
  await withBuild({ "static/a.css": LONG }, async (_, packed) => {
    for (
      const path of ["__proto__", "constructor", "/__proto__", "/toString", ""]
    ) assertEquals(await packed.find(path, "", "br"), null, path);
  });
});

Deno.test("no path leads out of the build", async () => {
  await withBuild({ "static/a.css": LONG }, async (_, packed) => {
    for (
      const path of ["/../../etc/passwd", "/a.css/../a.css", "/manifest.json"]
    ) assertEquals(await packed.find(path, etagOf(LONG), "br"), null, path);
  });
});

Deno.test("each file is read once, however many ask", async () => {
  await withBuild({ "static/a.css": LONG }, async (root, packed) => {
    const first = await packed.find("/a.css", etagOf(LONG), "br");
    await Deno.remove(`${root}/_fresh/packed`, { recursive: true });
    const again = await Promise.all(
      Array.from(
        { length: 9 },
        () => packed.find("/a.css", etagOf(LONG), "br"),
      ),
    );
    assert(again.every((one) => one === first));
  });
});

Deno.test("a packed file that is gone is no fault: the plain one is sent", async () => {
  await withBuild({ "static/a.css": LONG }, async (root, packed) => {
    await Deno.remove(`${root}/_fresh/packed/a.css.br`);
    assertEquals(await packed.find("/a.css", etagOf(LONG), "br"), null);
    assert(await packed.find("/a.css", etagOf(LONG), "gzip"));
  });
});

Deno.test("without a list of packed files, or with one cut off, all are sent plain", async () => {
  await withBuild({ "static/a.css": LONG }, async (root) => {
    const list = `${root}/_fresh/packed/manifest.json`;
    const whole = await Deno.readTextFile(list);
    const open = () => new PackedFiles(new URL(`file://${root}/`));
    for (const text of ["", whole.slice(0, -9), "null", "[]", "7"]) {
      await Deno.writeTextFile(list, text);
      const found = await open().find("/a.css", etagOf(LONG), "br");
      assertEquals(found, null, text);
    }
    await Deno.remove(list);
    assertEquals(await open().find("/a.css", etagOf(LONG), "br"), null);
  });
});

Deno.test("packing again leaves nothing of the build before", async () => {
  await withBuild(
    { "static/a.css": LONG, "static/b.css": LONG },
    async (root) => {
      await Deno.remove(`${root}/static/b.css`);
      await packStatics(root);
      const names = await Array.fromAsync(
        Deno.readDir(`${root}/_fresh/packed`),
      );
      assertEquals(names.map(({ name }) => name).toSorted(), [
        "a.css.br",
        "a.css.gz",
        "manifest.json",
      ]);
    },
  );
});

Deno.test("a build without any static files is packed as well", async () => {
  await withBuild({}, async (_, packed) => {
    assertEquals(await packed.find("/a.css", "", "br"), null);
  });
});
