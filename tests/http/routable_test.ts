import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { KNOWN_METHODS, methodOf } from "../../lib/http/methods.ts";
import { routableOnly } from "../../lib/http/routable.ts";

interface Seen {
  request: Request;
  /** Null for a method that no route can name. */
  method: string | null;
}

/** What an app gets of a request, once it is one that can be routed. */
async function routed(request: Request): Promise<Seen> {
  let seen: Seen | undefined;
  const app = routableOnly({
    handler: () => (request: Request) => {
      seen = { request, method: methodOf(request) };
      return Promise.resolve(new Response());
    },
  });
  await app.handler()(request);
  assert(seen);
  return seen;
}

/** An address as a client may send it, which URL would have mended. */
function raw(url: string, init: RequestInit = {}): Request {
  const request = new Request("http://localhost/", init);
  Object.defineProperty(request, "url", { value: url });
  return request;
}

const pathOf = ({ request }: Seen) => new URL(request.url).pathname;

Deno.test("an ordinary request is handed on as it is", async () => {
  for (
    const path of [
      "/",
      "/talk",
      "/policies/privacy?since=1",
      "/%C3%A4",
      "/a%20b/.well-known/a..b",
      "/?q=%",
      "/?q=%zz",
    ]
  ) {
    const request = new Request(`http://localhost${path}`);
    const seen = await routed(request);
    assert(seen.request === request, path);
    assertEquals(seen.method, "GET");
  }
});

Deno.test("broken percent encoding is taken literally, and the rest stays", async () => {
  for (const path of ["/%", "/%zz", "/%ff", "/%E0%A4%A", "/a%20b%"]) {
    const seen = await routed(
      new Request(`http://localhost${path}?q=1`, {
        method: "POST",
        body: "typed",
        headers: { "x-a": "b" },
      }),
    );
    assertEquals(decodeURIComponent(pathOf(seen)), path);
    assertEquals(new URL(seen.request.url).search, "?q=1");
    assertEquals(await seen.request.text(), "typed");
    assertEquals(seen.request.headers.get("x-a"), "b");
    assertEquals(seen.method, "POST");
  }
});

Deno.test("what is no address at all leads nowhere, and fails nothing", async () => {
  for (const url of ["", "x", "http://", "*", "http://[::1", "//"]) {
    const seen = await routed(raw(url));
    decodeURIComponent(pathOf(seen));
  }
});

/** Paths at their limit, and what of the same kind is beyond it. */
const LIMITS: [fits: string, tooLong: string][] = [
  ["/" + "a".repeat(255), "/" + "a".repeat(256)],
  ["/x/" + "%C3%A4".repeat(42) + "/y", "/x/" + "%C3%A4".repeat(43) + "/y"],
  ["/" + ",".repeat(85), "/" + ",".repeat(86)],
  ["/" + "%".repeat(85), "/" + "%".repeat(86)],
  ["/a".repeat(1_024), "/a".repeat(1_024) + "/"],
  ["/.a", "/..a"],
  ["/a%2f%2fb", "/%2e%2e%2fb"],
];

Deno.test("a path that no system takes as a file's is cut to one that is unknown", async () => {
  for (const [fits, tooLong] of LIMITS) {
    const kept = pathOf(await routed(new Request(`http://localhost${fits}`)));
    assert(kept !== "/-", fits);
    const cut = await routed(new Request(`http://localhost${tooLong}?q=1`));
    assertEquals(cut.request.url, "http://localhost/-?q=1", tooLong);
  }
  const query = `http://localhost/?q=${"a".repeat(4_000)}`;
  assertEquals((await routed(new Request(query))).request.url, query);
});

Deno.test("whatever the path, what is handed on can be read", async () => {
  const part = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom("%", "%2", "%ff", "%00", "%c3%28", "..", "%2e%2e", "%25"),
  );
  const paths = fc.array(part, { maxLength: 6 }).map((parts) =>
    "/" + parts.join("/").replaceAll(/[?#]/g, "")
  );
  await fc.assert(fc.asyncProperty(paths, async (path) => {
    const seen = await routed(raw(`http://localhost${path}`));
    decodeURIComponent(pathOf(seen));
  }));
});

Deno.test("a method that no route can name comes without its body, and is told", async () => {
  for (const method of ["PROPFIND", "X", "get", "TRACK-ME", "MKCOL"]) {
    const request = new Request("http://localhost/talk", {
      method: method === "get" ? "X" : method,
      body: "typed",
      headers: { "x-a": "b" },
    });
    const seen = await routed(request);
    assertEquals(seen.method, null, method);
    assertEquals([seen.request.method, seen.request.body], ["GET", null]);
    assertEquals(seen.request.headers.get("x-a"), "b");
    assertEquals(pathOf(seen), "/talk");
  }
});

Deno.test("each method that routes can name keeps its name", async () => {
  for (const method of KNOWN_METHODS.split(", ")) {
    const seen = await routed(new Request("http://localhost/", { method }));
    assertEquals(seen.method, method);
  }
});

Deno.test("who asks by GET is not taken for a method that was unknown", async () => {
  await routed(new Request("http://localhost/", { method: "X" }));
  assertEquals((await routed(new Request("http://localhost/"))).method, "GET");
});
