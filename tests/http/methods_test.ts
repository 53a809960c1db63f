import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { connect } from "../helpers/wire.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

/** Those that a router knows by name, and others that browsers can send. */
const UNKNOWN = ["PROPFIND", "LINK", "X", "patch"];
const PATHS = ["/", "/rules", "/talk", "/policies/privacy", "/nowhere"];
const KNOWN = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/** What a run prints on the log while it lasts. */
async function logOf(run: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  try {
    await run();
    return lines;
  } finally {
    console.log = log;
  }
}

async function refusalOf(app: TestApp, method: string, path: string) {
  const answer = await app.fetch(path, { method });
  const html = await answer.text();
  return { answer, html };
}

Deno.test("a method that nobody knows is refused on every path, as a page", async () => {
  await using app = await openApp();
  for (const method of UNKNOWN) {
    for (const path of [...PATHS, "/styles.css", "/%E0%A4%A"]) {
      const { answer, html } = await refusalOf(app, method, path);
      const named = `${method} ${path}`;
      assertEquals([answer.status, answer.headers.get("allow")], [
        405,
        KNOWN,
      ], named);
      assertStringIncludes(html, "<h1", named);
      assertEquals(answer.headers.get("x-frame-options"), "DENY", named);
      assert(answer.headers.has("content-security-policy"), named);
      assert(answer.headers.has("x-request-id"), named);
    }
  }
});

Deno.test("it is noted like any other request, by no name of its own", async () => {
  await using app = await openApp({ MILLO_LOG: "info" });
  const lines = await logOf(() => refusalOf(app, "PROPFIND", "/rules"));
  const [{ what, method, route, status }] = lines.map((line) =>
    JSON.parse(line)
  );
  assertEquals([lines.length, what, method, route, status], [
    1,
    "request",
    "other",
    "/rules",
    405,
  ]);
});

Deno.test("a program is told the same as a problem document", async () => {
  await using app = await openApp();
  const headers = { accept: "application/json" };
  const answer = await app.fetch("/rules", { method: "PROPFIND", headers });
  const { status, type } = await answer.json();
  assertEquals([answer.status, status, type], [405, 405, "about:blank"]);
});

Deno.test("TRACE is refused too, which no request made here could carry", async () => {
  await using app = await openApp();
  const server = Deno.serve({ port: 0, onListen() {} }, app.handler);
  try {
    for (const path of ["/", "/nowhere", "/%E0%A4%A"]) {
      const answer = await connect(server.addr.port, `TRACE ${path} HTTP/1.1`);
      assertStringIncludes(answer, "HTTP/1.1 405", path);
      assertStringIncludes(answer, "x-frame-options: DENY", path);
    }
  } finally {
    await server.shutdown();
  }
});

Deno.test("what a known method sends still arrives", async () => {
  await using app = await openApp();
  const visitor = app.browser();
  const answer = await visitor.post("/age", { day: "", month: "", year: "" });
  assertEquals(answer.status, 422);
  await answer.body?.cancel();
});
