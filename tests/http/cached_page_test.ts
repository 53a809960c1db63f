import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { CachedPage } from "../../lib/http/cached_page.ts";
import { type Encoding, packQuickly } from "../../lib/http/encodings.ts";

const HTML = "text/html; charset=utf-8";
const PAGE = `<!DOCTYPE html><p>${"one adult meets another ".repeat(90)}</p>`;

function rendered(
  body = PAGE,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, { headers: { "content-type": HTML, ...headers } });
}

async function cached(...given: Parameters<typeof rendered>) {
  const page = await CachedPage.of(rendered(...given));
  assert(page !== null);
  return page;
}

function ask(
  page: CachedPage,
  headers: Record<string, string> = {},
  { method = "GET", encoding = null as Encoding | null } = {},
): Response {
  return page.answer({ method, headers: new Headers(headers) }, encoding);
}

Deno.test("a page comes as it was rendered, in each encoding, with its length", async () => {
  const page = await cached();
  const plain = ask(page);
  assertEquals(plain.headers.get("content-encoding"), null);
  assertEquals(await plain.text(), PAGE);
  const open = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const encoding of ["br", "gzip"] as const) {
    const answer = ask(page, {}, { encoding });
    const body = await answer.bytes();
    assertEquals(answer.headers.get("content-encoding"), encoding);
    assertEquals(answer.headers.get("content-length"), String(body.length));
    assertEquals(new TextDecoder().decode(open[encoding](body)), PAGE);
    assert(body.length < PAGE.length / 4);
  }
});

Deno.test("a page that was rendered compressed is kept plain, and known as the same", async () => {
  const plain = await cached();
  for (const encoding of ["br", "gzip"] as const) {
    const body = packQuickly(new TextEncoder().encode(PAGE), encoding);
    const page = await CachedPage.of(
      new Response(body, {
        headers: { "content-type": HTML, "content-encoding": encoding },
      }),
    );
    assertEquals(await ask(page!).text(), PAGE);
    assertEquals(page!.etag, plain.etag);
    assertEquals(ask(page!).headers.get("content-encoding"), null);
  }
});

Deno.test("one letter more is another page", async () => {
  assertNotEquals((await cached(`${PAGE}!`)).etag, (await cached()).etag);
});

const NOT_SHARED: Record<string, Response> = {
  "a script": rendered("<p>x</p><script>1</script>"),
  "a script with attributes": rendered('<script type="module" src="a">'),
  "a nonce": rendered('<style nonce="abc">p{}</style>'),
  "a session": rendered(PAGE, { "set-cookie": "millo_session=x" }),
  "JSON": new Response("{}", {
    headers: { "content-type": "application/json" },
  }),
  "no type": new Response("<p>x</p>", { headers: { "content-type": "" } }),
  "plain text": new Response("<p>", {
    headers: { "content-type": "text/plain" },
  }),
};

for (const [what, response] of Object.entries(NOT_SHARED)) {
  Deno.test(`an answer with ${what} is not kept for others`, async () => {
    assertEquals(await CachedPage.of(response), null);
  });
}

Deno.test("of two cookies one that is somebody's keeps the page from others", async () => {
  const response = rendered();
  response.headers.append("set-cookie", "millo_optout=1; Path=/");
  assert(await CachedPage.of(response.clone()) !== null);
  response.headers.append("set-cookie", "millo_lang=en; Path=/");
  assertEquals(await CachedPage.of(response), null);
});

Deno.test("what one answer has of its own is on no other", async () => {
  const page = await cached(PAGE, {
    "set-cookie": "millo_optout=1",
    "x-request-id": "r1",
    "date": "Fri, 27 Nov 2026 13:00:00 GMT",
    "cache-control": "no-store",
    "vary": "x-something",
    "content-length": "1",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
  });
  const { headers } = ask(page);
  for (const name of ["set-cookie", "x-request-id", "date"]) {
    assertEquals(headers.get(name), null, name);
  }
  assertEquals(headers.get("x-frame-options"), "DENY");
  assertEquals(headers.get("referrer-policy"), "same-origin");
  assertEquals(headers.get("cache-control"), "private, no-cache");
  assertEquals(headers.get("content-type"), HTML);
  assertEquals(headers.get("content-length"), String(PAGE.length));
  assertEquals(
    headers.get("vary"),
    "accept-encoding, accept-language, cookie, sec-gpc",
  );
});

Deno.test("the policy of a kept page allows no inline script at all", async () => {
  const policy =
    "default-src 'none'; script-src 'self' 'nonce-a+b/c='; style-src 'self' 'nonce-a+b/c='";
  const page = await cached(PAGE, { "content-security-policy": policy });
  assertEquals(
    ask(page).headers.get("content-security-policy"),
    "default-src 'none'; script-src 'self'; style-src 'self'",
  );
});

Deno.test("who has the page already gets its headers and nothing else", async () => {
  const page = await cached();
  const plain = page.etag.slice(2);
  for (
    const asked of [
      page.etag,
      plain,
      "*",
      ` ${page.etag} `,
      `"other", ${page.etag}`,
      `W/"other",${plain},"more"`,
    ]
  ) {
    for (const encoding of [null, "br", "gzip"] as const) {
      const answer = ask(page, { "if-none-match": asked }, { encoding });
      assertEquals([answer.status, answer.body], [304, null], asked);
      assertEquals(answer.headers.get("etag"), page.etag);
      assertEquals(answer.headers.get("content-length"), null);
      assertEquals(answer.headers.get("content-encoding"), null);
    }
  }
});

Deno.test("who has another page, or none, gets the whole", async () => {
  const page = await cached();
  const bare = page.etag.slice(3, -1);
  for (
    const asked of [
      "",
      '""',
      "W/",
      '"other"',
      bare,
      `"${bare}x"`,
      `"${bare.slice(1)}"`,
      `"${bare.toUpperCase()}!"`,
      `"*"`,
    ]
  ) {
    const answer = ask(page, { "if-none-match": asked });
    assertEquals(answer.status, 200, asked);
    assertEquals(await answer.text(), PAGE);
  }
});

Deno.test("a HEAD has the headers of the GET, and no body", async () => {
  const page = await cached();
  for (const encoding of [null, "br"] as const) {
    const get = ask(page, {}, { encoding });
    const head = ask(page, {}, { method: "HEAD", encoding });
    assertEquals(head.body, null);
    assertEquals([...head.headers], [...get.headers]);
    await get.body?.cancel();
  }
});

Deno.test("a kept page is sent again and again, each time whole", async () => {
  const page = await cached();
  const bodies = await Promise.all(
    Array.from({ length: 20 }, () => ask(page).text()),
  );
  assertEquals(new Set(bodies), new Set([PAGE]));
});
