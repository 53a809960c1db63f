import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { answerOwn, asPlain, withClient } from "../../offline/dev/page.ts";

const SITE = "http://127.0.0.1:8000";
const PAGE = { "content-type": "text/html; charset=utf-8" };

/** What one server says of itself at a path of the supervisor's. */
function ask(path: string): Response | null {
  const request = new Request(SITE + path);
  return answerOwn(request, { id: "this", failure: null }, () => {});
}

Deno.test("only the server that a page asked before is followed", async () => {
  const followed = ask("/_dev/events?server=this")!;
  assertEquals(followed.headers.get("content-type"), "text/event-stream");
  await followed.body!.cancel();
  assertEquals(ask("/_dev/events?server=earlier")?.status, 404);
  assertEquals(ask("/_dev/events")?.status, 404);
  assertEquals(ask("/talk"), null);
});

Deno.test("a page names the server that made it, whatever that says later", async () => {
  const headers = {
    ...PAGE,
    "content-security-policy": "script-src 'nonce-abc'",
  };
  const page = withClient(new Response("<p>one</p>", { headers }), "this");
  const html = await page.text();
  assert(html.startsWith("<p>one</p><script "), html);
  assertStringIncludes(html, 'data-server="this" nonce="abc"');
  const data = withClient(Response.json({}), "this");
  assertEquals(await data.text(), "{}");
});

Deno.test("pages are asked for whole and uncompressed, forms too", async () => {
  const headers = {
    accept: "text/html,*/*",
    "accept-encoding": "gzip, br",
    "if-none-match": '"kept"',
    cookie: "a=b",
  };
  const form = asPlain(
    new Request(SITE, { method: "POST", headers, body: "typed" }),
  );
  assertEquals(Object.fromEntries(form.headers), {
    accept: "text/html,*/*",
    "content-type": "text/plain;charset=UTF-8",
    cookie: "a=b",
  });
  assertEquals([form.method, await form.text()], ["POST", "typed"]);
});

Deno.test("files and sockets are asked for as the browser does", () => {
  for (
    const own of [{ accept: "*/*" }, { accept: "text/html", upgrade: "x" }]
  ) {
    const request = new Request(SITE, { headers: own as HeadersInit });
    assert(asPlain(request) === request);
  }
});
