import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { CachedPage } from "../../lib/http/cached_page.ts";
import { CACHED_ROUTES, cacheOf } from "../../lib/http/cached_pages.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

const PAGES = [
  "/",
  "/rules",
  "/safety",
  "/accessibility",
  "/policies/cookies",
  "/policies/privacy",
  "/policies/privacy/1",
];

async function twice(
  app: TestApp,
  path: string,
  headers: Record<string, string> = {},
): Promise<[Response, Response]> {
  return [
    await app.fetch(path, { headers }),
    await app.fetch(path, { headers }),
  ];
}

Deno.test("each cached route has a page that is tried here", () => {
  const tried = CACHED_ROUTES.map(({ path }) =>
    PAGES.some((page) => path.test(page))
  );
  assertEquals(tried.includes(false), false);
});

for (const path of PAGES) {
  Deno.test(`${path} is rendered once for whoever has no session`, async () => {
    await using app = await openApp();
    const [first, second] = await twice(app, path);
    assertEquals([first.status, second.status], [200, 200]);
    assert(first.headers.get("etag")?.startsWith('W/"'));
    assertEquals(first.headers.get("etag"), second.headers.get("etag"));
    assertEquals(second.headers.get("cache-control"), "private, no-cache");
    assertEquals(await first.text(), await second.text());
  });

  Deno.test(`${path} from the cache is the page that the app renders`, async () => {
    await using app = await openApp();
    const [, cached] = await twice(app, path);
    // A query is not cached: what a page says may depend on it.
    const rendered = await app.fetch(`${path}?fresh=1`);
    assertEquals(rendered.headers.get("etag"), null);
    const plain = (html: string) => html.replaceAll("?fresh=1", "");
    assertEquals(
      plain(await rendered.text()).replaceAll(/nonce="[^"]+"/g, ""),
      await cached.text(),
    );
  });
}

Deno.test("a browser that has the page is told so, whatever the encoding", async () => {
  await using app = await openApp();
  const [first] = await twice(app, "/");
  const etag = first.headers.get("etag")!;
  for (const asked of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
    for (const encoding of ["br", "gzip", "identity"]) {
      const headers = { "if-none-match": asked, "accept-encoding": encoding };
      const again = await app.fetch("/", { headers });
      assertEquals(again.status, 304, asked);
      assertEquals(await again.text(), "");
      assertEquals(again.headers.get("etag"), etag);
    }
  }
  const other = await app.fetch("/", {
    headers: { "if-none-match": 'W/"something else"' },
  });
  assertEquals(other.status, 200);
});

Deno.test("each encoding unpacks to the same page", async () => {
  await using app = await openApp();
  const plain = await (await app.fetch("/safety")).text();
  const gzip = await app.fetch("/safety", {
    headers: { "accept-encoding": "gzip" },
  });
  assertEquals(gzip.headers.get("content-encoding"), "gzip");
  const unzipped = gzip.body!.pipeThrough(new DecompressionStream("gzip"));
  assertEquals(await new Response(unzipped).text(), plain);
  const br = await app.fetch("/safety", {
    headers: { "accept-encoding": "br, gzip" },
  });
  assertEquals(br.headers.get("content-encoding"), "br");
  const size = (await br.bytes()).byteLength;
  assertEquals(br.headers.get("content-length"), String(size));
  assert(size < plain.length / 2, `${size} of ${plain.length}`);
});

Deno.test("HEAD has the headers of GET and no body", async () => {
  await using app = await openApp();
  const [, get] = await twice(app, "/rules");
  const head = await app.fetch("/rules", { method: "HEAD" });
  assertEquals(head.status, 200);
  assertEquals(head.headers.get("etag"), get.headers.get("etag"));
  assertEquals(
    head.headers.get("content-length"),
    get.headers.get("content-length"),
  );
  assertEquals(await head.text(), "");
});

Deno.test("each language has a page of its own", async () => {
  await using app = await openApp({ MILLO_PSEUDO: "on" });
  const inEnglish = await twice(app, "/", { "accept-language": "en" });
  const reversed = await twice(app, "/", { "accept-language": "ar-XB" });
  const texts = await Promise.all([
    inEnglish[1].text(),
    reversed[1].text(),
  ]);
  assertStringIncludes(texts[0], 'lang="en" dir="ltr"');
  assertStringIncludes(texts[1], 'lang="ar-XB" dir="rtl"');
  const chosen = await app.fetch("/", {
    headers: { cookie: "millo_lang=ar-XB", "accept-language": "en" },
  });
  assertEquals(chosen.headers.get("etag"), reversed[0].headers.get("etag"));
  for (const varied of ["accept-language", "cookie", "sec-gpc"]) {
    assertStringIncludes(chosen.headers.get("vary")!, varied);
  }
});

Deno.test("an opt-out has a page of its own, and its cookie goes to one browser", async () => {
  await using app = await openApp();
  const [plain] = await twice(app, "/");
  const signalled = await twice(app, "/", { "sec-gpc": "1" });
  for (const response of signalled) {
    assertNotEquals(response.headers.get("etag"), plain.headers.get("etag"));
    const [cookie] = response.headers.getSetCookie();
    assert(cookie.startsWith("millo_optout=1"), cookie);
    assertStringIncludes(await response.text(), "Opt-out request honoured");
  }
  const [after] = await twice(app, "/", { cookie: "millo_optout=1" });
  assertEquals(
    after.headers.get("etag"),
    signalled[0].headers.get("etag"),
  );
  assertEquals(after.headers.getSetCookie(), []);
  const [other] = await twice(app, "/", { cookie: "millo_optout=0" });
  assertEquals(other.headers.get("etag"), plain.headers.get("etag"));
  const visitor = await app.fetch("/");
  assertEquals(visitor.headers.getSetCookie(), []);
  assertEquals((await visitor.text()).includes("honoured"), false);
});

Deno.test("whoever is known is never answered from the cache", async () => {
  await using app = await openApp();
  const [before] = await twice(app, "/");
  const ann = await app.as("member");
  const own = await ann.get("/");
  assertEquals(own.headers.get("etag"), null);
  assertEquals(own.headers.get("cache-control"), "no-store");
  const gated = await (await app.as("gated")).get("/");
  assertEquals(gated.headers.get("etag"), null);
  // Nor does a page of theirs come to be what others are shown.
  const visitor = await app.fetch("/");
  assertEquals(await visitor.text(), await before.text());
});

Deno.test("a page is kept once, whatever host is named", async () => {
  await using app = await openApp();
  const [first] = await twice(app, "/");
  const info = { remoteAddr: { transport: "tcp", hostname: "::1", port: 1 } };
  const elsewhere = await app.handler(
    new Request("http://elsewhere.example/"),
    info as Deno.ServeHandlerInfo,
  );
  assertEquals(elsewhere.headers.get("etag"), first.headers.get("etag"));
  const { pages } = cacheOf(app.millo);
  assertEquals(pages.size, 1);
});

Deno.test("an unknown policy is not found, twice, and kept for nobody", async () => {
  await using app = await openApp();
  for (const response of await twice(app, "/policies/nothing")) {
    assertEquals(response.status, 404);
    assertEquals(response.headers.get("etag"), null);
  }
});

Deno.test("a cached page has the headers of every page, and no nonce", async () => {
  await using app = await openApp();
  const [, cached] = await twice(app, "/");
  const rendered = await app.fetch("/?fresh=1");
  const own = ["cache-control", "etag", "vary", "content-length"];
  const names = ({ headers }: Response) =>
    [...headers.keys()].filter((name) => !own.includes(name));
  assertEquals(names(cached), names(rendered));
  const policy = cached.headers.get("content-security-policy")!;
  assertEquals(/nonce|unsafe/.test(policy), false, policy);
  assertStringIncludes(policy, "frame-ancestors 'none'");
});

Deno.test("each answer has a number of its own and is counted by its route", async () => {
  await using app = await openApp();
  const [first, second] = await twice(app, "/policies/privacy");
  const ids = [first, second].map(({ headers }) => headers.get("x-request-id"));
  assertNotEquals(ids[0], ids[1]);
  const figures = await (await app.fetch("/metrics")).text();
  assertStringIncludes(
    figures,
    'millo_requests_total{route="/policies/:slug",method="GET",status="200"} 2',
  );
});

Deno.test("whoever asks too fast is refused before the cache", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  let refused: Response | null = null;
  for (let n = 0; n < 700 && !refused; n++) {
    const response = await app.fetch("/");
    if (response.status === 429) refused = response;
    else await response.body?.cancel();
  }
  assert(refused?.headers.get("retry-after"));
});

const PAGE = { "content-type": "text/html; charset=utf-8" };

Deno.test("a page with a script or a stranger's cookie is not shared", async () => {
  const withScript = new Response("<p>Hi</p><script>1</script>", {
    headers: PAGE,
  });
  assertEquals(await CachedPage.of(withScript), null);
  const withNonce = new Response('<style nonce="a">p{}</style>', {
    headers: PAGE,
  });
  assertEquals(await CachedPage.of(withNonce), null);
  const withCookie = new Response("<p>Hi</p>", {
    headers: { ...PAGE, "set-cookie": "millo_session=secret" },
  });
  assertEquals(await CachedPage.of(withCookie), null);
  assertEquals(await CachedPage.of(Response.json({ a: 1 })), null);
  assert(await CachedPage.of(new Response("<p>Hi</p>", { headers: PAGE })));
});
