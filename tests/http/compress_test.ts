import {
  assert,
  assertEquals,
  assertLess,
  assertStringIncludes,
} from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ensureBuild } from "../../lib/tasks/build.ts";
import { closeMillo, useMillo } from "../../lib/app/mod.ts";
import { ADULT, AGREED, configOf, TestBrowser } from "../helpers/app.ts";

type Fetch = (
  request: Request,
  info: Deno.ServeHandlerInfo,
) => Promise<Response>;

const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 50000 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

/** Asks the production build, without a socket: nothing else may compress. */
async function openBuild() {
  await ensureBuild();
  const server = "../../_fresh/server.js";
  const { default: built } = await import(server) as {
    default: { fetch: Fetch };
  };
  await useMillo({ config: configOf() });
  const send = (path: string, init: RequestInit = {}) =>
    built.fetch(new Request(`http://localhost${path}`, init), INFO);
  return {
    ask: (path: string, headers = {}, method = "GET") =>
      send(path, { headers, method }),
    send,
    [Symbol.asyncDispose]: closeMillo,
  };
}

const BOTH = { "accept-encoding": "gzip, br" };
const OPEN = { br: brotliDecompressSync, gzip: gunzipSync };

Deno.test("files are sent as the build compressed them, and come out the same", async () => {
  await using site = await openBuild();
  for (const path of ["/styles.css", "/stage.css", "/favicon.svg"]) {
    const plain = await site.ask(path);
    const whole = await plain.bytes();
    assertEquals(plain.headers.get("content-encoding"), null);
    for (const encoding of ["br", "gzip"] as const) {
      const packed = await site.ask(path, { "accept-encoding": encoding });
      const { headers } = packed;
      assertEquals(headers.get("content-encoding"), encoding);
      assertEquals(headers.get("etag"), plain.headers.get("etag"));
      assertEquals(
        headers.get("content-type"),
        plain.headers.get("content-type"),
      );
      const body = await packed.bytes();
      assertEquals(headers.get("content-length"), String(body.byteLength));
      assertLess(body.byteLength, whole.byteLength);
      assertEquals(new Uint8Array(OPEN[encoding](body)), whole);
    }
  }
});

Deno.test("scripts are sent as the build compressed them", async () => {
  await using site = await openBuild();
  const member = new TestBrowser(site.send);
  await member.post("/age", ADULT);
  await member.post("/consent", AGREED);
  const html = await (await member.get("/talk")).text();
  const scripts = new Set(
    [...html.matchAll(/"(\/_fresh\/js\/[^"]+\.js)"/g)].map(([, path]) => path),
  );
  assert(scripts.size >= 2, "the runtime and the island");
  for (const path of scripts) {
    const whole = await (await site.ask(path)).bytes();
    const packed = await site.ask(path, BOTH);
    const body = await packed.bytes();
    assertEquals(packed.headers.get("content-encoding"), "br", path);
    assertEquals(new Uint8Array(brotliDecompressSync(body)), whole, path);
    assertLess(body.byteLength, whole.byteLength);
  }
});

Deno.test("caches are told that an answer depends on the encoding", async () => {
  await using site = await openBuild();
  for (const path of ["/styles.css", "/", "/nowhere"]) {
    for (const asked of [{}, BOTH]) {
      const { headers } = await site.ask(path, asked);
      const vary = headers.get("vary")?.toLowerCase() ?? "";
      assert(vary.includes("accept-encoding"), `${path}: ${vary}`);
    }
  }
});

Deno.test("pages are compressed on the spot, faults too", async () => {
  await using site = await openBuild();
  for (const path of ["/", "/policies/privacy", "/nowhere"]) {
    const answer = await site.ask(path, BOTH);
    assertEquals(answer.headers.get("content-encoding"), "br");
    assert(answer.headers.has("content-security-policy"));
    const body = await answer.bytes();
    assertEquals(answer.headers.get("content-length"), `${body.byteLength}`);
    const html = brotliDecompressSync(body).toString();
    assert(html.startsWith("<!DOCTYPE html>") && html.endsWith("</html>"));
    assertLess(body.byteLength * 2, html.length);
  }
});

Deno.test("what is small, or not asked for so, is sent as it is", async () => {
  await using site = await openBuild();
  const plain: [string, Record<string, string>][] = [
    ["/", {}],
    ["/", { "accept-encoding": "identity" }],
    ["/health/live", BOTH],
    ["/fonts/bricolage-grotesque-latin-opsz.woff2", BOTH],
  ];
  for (const [path, asked] of plain) {
    const answer = await site.ask(path, asked);
    assertEquals(answer.headers.get("content-encoding"), null, path);
    assert((await answer.bytes()).byteLength > 0, path);
  }
});

Deno.test("a file that is known is not sent again, whatever the encoding", async () => {
  await using site = await openBuild();
  const etag = (await site.ask("/styles.css", BOTH)).headers.get("etag")!;
  for (const asked of [{}, BOTH]) {
    const again = await site.ask("/styles.css", {
      ...asked,
      "if-none-match": etag,
    });
    assertEquals(again.status, 304);
    assertEquals(again.headers.get("etag"), etag);
    assertStringIncludes(again.headers.get("vary")!, "accept-encoding");
    assertEquals(
      again.headers.get("cache-control"),
      null,
      "what is kept stays",
    );
    assertEquals(again.headers.get("content-encoding"), null);
    assertEquals((await again.bytes()).byteLength, 0);
  }
});

Deno.test("HEAD tells of a file what GET would send, and sends nothing", async () => {
  await using site = await openBuild();
  const get = await site.ask("/styles.css", BOTH);
  const head = await site.ask("/styles.css", BOTH, "HEAD");
  const told = ["content-encoding", "content-length", "content-type", "etag"];
  for (const name of told) {
    assertEquals(head.headers.get(name), get.headers.get(name), name);
  }
  assertEquals((await head.bytes()).byteLength, 0);
  const page = await site.ask("/", BOTH, "HEAD");
  assertEquals([page.status, (await page.bytes()).byteLength], [200, 0]);
  await get.body?.cancel();
});

Deno.test("files of the build are kept for a year by the key in their address", async () => {
  await using site = await openBuild();
  const html = await (await site.ask("/")).text();
  const files = [...html.matchAll(/<link[^>]*href="([^"]+)"/g)]
    .map(([, href]) => href);
  assert(files.length >= 4, "sheet, two faces, icon");
  for (const file of files) {
    const { headers, status } = await site.ask(file, BOTH);
    assertEquals(status, 200, file);
    assertEquals(
      headers.get("cache-control"),
      "public, max-age=31536000, immutable",
      file,
    );
    assert(headers.has("etag"), file);
  }
});

Deno.test("S04: no length tells another site what stands on a person's page", async () => {
  await using site = await openBuild();
  const member = new TestBrowser(site.send);
  await member.post("/age", ADULT);
  await member.post("/consent", AGREED);
  const from = async (fetchSite: string) => {
    const headers = { ...BOTH, "sec-fetch-site": fetchSite };
    const answer = await member.fetch("/rules", { headers });
    await answer.body?.cancel();
    return answer.headers.get("content-encoding");
  };
  assertEquals(await from("same-origin"), "br");
  assertEquals(await from("cross-site"), null);
});
