import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { handler as guard } from "../../routes/admin/_middleware.ts";
import { elements } from "../components/html.ts";
import { openApp, OUTSIDERS, type TestBrowser } from "../helpers/app.ts";

/** All of an answer but what each has of its own. */
async function seen(
  browser: TestBrowser,
  path: string,
  init: RequestInit,
): Promise<unknown> {
  const response = await browser.fetch(path, init);
  const headers = Object.fromEntries(response.headers);
  const text = (await response.text()).replaceAll(path, "PATH")
    .replaceAll(encodeURIComponent(path), "PATH");
  const nonce = /nonce-([^']+)/.exec(headers["content-security-policy"])?.[1];
  const plain = (said: string) => nonce ? said.replaceAll(nonce, "N") : said;
  delete headers["x-request-id"];
  delete headers["content-length"];
  const told = Object.entries(headers).map(([name, value]) => [
    name,
    plain(value),
  ]);
  return [response.status, told.sort(), plain(text)];
}

for (const role of OUTSIDERS) {
  Deno.test(`one who is ${role} cannot tell the back office from no page at all`, async () => {
    await using app = await openApp();
    const browser = await app.as(role);
    for (const accept of ["text/html", "application/json", "*/*"]) {
      for (const method of ["GET", "HEAD", "POST", "PUT", "OPTIONS"]) {
        const init = {
          method,
          headers: { accept, "sec-fetch-site": "same-origin" },
          body: method === "POST" ? new URLSearchParams() : undefined,
        };
        const there = await seen(browser, "/admin", init);
        assertEquals(there, await seen(browser, "/nowhr", init), method);
      }
    }
    assertEquals((await browser.get("/admin")).status, 404);
  });
}

Deno.test("one of the staff meets the frame of the back office, and not that of the site", async () => {
  await using app = await openApp();
  const staff = await app.as("admin");
  const response = await staff.get("/admin");
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("cache-control"), "no-store");
  const html = await response.text();
  const [nav, ...others] = elements(html, "nav");
  assertEquals([nav.attributes["aria-label"], others], ["Back office", []]);
  const here = elements(html, "a").map(({ attributes }) => attributes)
    .filter((link) => link["aria-current"] === "page");
  assertEquals(here.map(({ href }) => href), ["/admin"]);
  assertStringIncludes(html, "<title>Home · Back office</title>");
  assertEquals(elements(html, "main").length, 1);
  assertEquals(elements(html, "h1").length, 1);
  assert(!/<script/.test(html));
});

Deno.test("one of the staff is no member", async () => {
  await using app = await openApp();
  const staff = await app.as("admin");
  for (const path of ["/account", "/talk", "/talk/live"]) {
    assertEquals((await staff.get(path)).status, 403, path);
  }
});

Deno.test("what lies below is shut even where a row of the table is wrong", async () => {
  await using app = await openApp();
  const { millo } = app;
  for (const kind of ["visitor", "member"]) {
    const ctx = {
      state: { millo, principal: { kind } },
      next: () => Promise.resolve(new Response("inside")),
    };
    const error = await Promise.resolve(guard(ctx as never))
      .then(() => null, (error: unknown) => error);
    assertEquals((error as { status: number } | null)?.status, 404, kind);
  }
});
