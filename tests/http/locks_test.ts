import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { ROUTE_LIMITS, UNLIMITED } from "../../lib/http/route_limits.ts";
import { LIMITS } from "../../lib/limits/mod.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { ADULT, openApp, type TestApp } from "../helpers/app.ts";

const JSON_ONLY = { accept: "application/json" };
const OURS = { "sec-fetch-site": "same-origin" };

Deno.test("past a limit: 429, the wait in words and in Retry-After", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  let response = await app.fetch("/rules");
  for (let n = 0; n < LIMITS.pages.size; n++) {
    await response.body?.cancel();
    response = await app.fetch("/rules");
  }
  assertEquals(response.status, 429);
  assertEquals(response.headers.get("retry-after"), "1");
  assertStringIncludes(await response.text(), "Wait 1 second, then try again.");
  app.clock.pass(1000);
  assertEquals((await app.fetch("/rules")).status, 200);
});

Deno.test("a browser that tries birth dates is made to wait", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  const tries = async () => (await app.browser().post("/age", ADULT)).status;
  const answers: number[] = [];
  for (let n = 0; n < LIMITS.gates.size; n++) answers.push(await tries());
  assertEquals(new Set(answers), new Set([303]));
  const refused = await app.browser().post("/age", ADULT);
  assertEquals(refused.status, 429);
  assertEquals(refused.headers.get("retry-after"), "20");
  assertEquals(refused.headers.getSetCookie(), []);
  assertEquals((await app.fetch("/")).status, 200);
  app.clock.pass(10 * MINUTE);
  assertEquals(await tries(), 303);
});

Deno.test("our own machines may ask as often as they like", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  for (let n = 0; n <= LIMITS.pages.size; n++) {
    assertEquals((await app.fetch("/health/live")).status, 200);
  }
});

Deno.test("limits stand before routes that exist", async () => {
  await using app = await openApp();
  const asked = [...UNLIMITED.map((route) => `GET ${route}`)];
  for (const row of [...asked, ...Object.keys(ROUTE_LIMITS)]) {
    const [, path] = row.split(" ");
    const { status } = await app.fetch(path, { method: "OPTIONS" });
    assertEquals(status, 204, row);
  }
});

Deno.test("a fault is a page, and a problem document for a program", async () => {
  await using app = await openApp();
  const cases: [number, string, RequestInit][] = [
    [404, "/nowhere", {}],
    [403, "/talk", {}],
    [405, "/age", { method: "DELETE", headers: OURS }],
    [413, "/age", {
      method: "POST",
      headers: { ...OURS, "content-type": "application/x-www-form-urlencoded" },
      body: "a".repeat(65 * 1024),
    }],
    [415, "/age", {
      method: "POST",
      headers: { ...OURS, "content-type": "application/json" },
      body: "{}",
    }],
    [422, "/age", {
      method: "POST",
      headers: OURS,
      body: new URLSearchParams({ day: "x" }),
    }],
    [400, "/age", {
      method: "POST",
      headers: { ...OURS, "content-type": "multipart/form-data; boundary=x" },
      body: "--x broken",
    }],
  ];
  for (const [status, path, init] of cases) {
    const page = await app.fetch(path, init);
    assertEquals(page.status, status, path);
    assertStringIncludes(page.headers.get("content-type")!, "text/html");
    assert(!/ at .*\.tsx?:\d/.test(await page.text()));
    const headers = { ...init.headers as Record<string, string>, ...JSON_ONLY };
    const answer = await app.fetch(path, { ...init, headers });
    assertEquals(answer.status, status, path);
    assertEquals(
      answer.headers.get("content-type"),
      "application/problem+json",
    );
    const problem = await answer.json();
    assertEquals(problem.status, status);
    assert(problem.title && problem.detail && problem.type === "about:blank");
    assertStringIncludes(
      answer.headers.get("content-security-policy")!,
      "default-src 'none'",
    );
  }
});

Deno.test("a wrong form tells a program each field and why", async () => {
  await using app = await openApp();
  const response = await app.fetch("/age", {
    method: "POST",
    headers: { ...OURS, ...JSON_ONLY },
    body: new URLSearchParams({ day: "4", month: "13", year: "90" }),
  });
  const { errors } = await response.json();
  assertEquals(
    errors.map(({ field }: { field: string }) => field),
    ["month", "year"],
  );
});

Deno.test("a page is what most ask for, also when they take anything", async () => {
  await using app = await openApp();
  const kinds = {
    "text/html,application/xhtml+xml,*/*;q=0.8": "text/html",
    "*/*": "text/html",
    "application/json;q=0.5, text/html": "text/html",
    "application/json;q=0, text/html;q=0.1": "text/html",
    "text/html;q=0.4, application/json": "application/problem+json",
    "application/problem+json": "application/problem+json",
  };
  for (const [accept, kind] of Object.entries(kinds)) {
    const { headers } = await app.fetch("/nowhere", { headers: { accept } });
    assertStringIncludes(headers.get("content-type")!, kind, accept);
  }
});

Deno.test("a body without a length is counted while it comes in", async () => {
  await using app = await openApp();
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1024;
      controller.enqueue(new TextEncoder().encode("a".repeat(1024)));
    },
  });
  const response = await app.fetch("/age", {
    method: "POST",
    headers: { ...OURS, "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  assertEquals(response.status, 413);
  assert(sent < 70 * 1024, `${sent} bytes were read`);
});

Deno.test("a sender who breaks off is told so, and nothing is changed", async () => {
  await using app = await openApp();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("day=4&mon"));
      controller.error(new Error("gone"));
    },
  });
  const response = await app.fetch("/age", {
    method: "POST",
    headers: { ...OURS, "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  assertEquals(response.status, 400);
});

Deno.test("a write with a cookie and no sign of a page of ours is refused", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  const answer = async (headers: Record<string, string>) => {
    const body = new URLSearchParams();
    const init = { method: "POST", headers, body };
    return (await browser.fetch("/consent", init)).status;
  };
  assertEquals(await answer({}), 403);
  assertEquals(await answer({ origin: "null" }), 403);
  assertEquals(await answer({ origin: "http://localhost" }), 422);
  assertEquals(await answer({ referer: "http://localhost/consent" }), 422);
});

Deno.test("figures are for this machine, or for the token", async () => {
  {
    await using app = await openApp();
    const own = await app.fetch("/metrics");
    assertEquals(own.status, 200);
    assertStringIncludes(await own.text(), 'millo_up{part="store"} 1\n');
    const headers = { "x-forwarded-for": "203.0.113.7" };
    assertEquals((await app.fetch("/metrics", { headers })).status, 404);
  }
  const token = "0123456789abcdefghjkmnpqrstvwxyz";
  await using app = await openApp({ MILLO_METRICS_TOKEN: token });
  const status = async (authorization?: string) => {
    const headers = authorization ? { authorization } : undefined;
    return (await app.fetch("/metrics", { headers })).status;
  };
  assertEquals(await status(), 404);
  assertEquals(await status(`Bearer ${token}x`), 404);
  assertEquals(await status(`Bearer ${token}`), 200);
});

Deno.test("figures name routes by pattern, never what was asked for", async () => {
  await using app = await openApp();
  await app.fetch("/policies/needle?needle=1");
  await app.fetch("/needle");
  const text = await (await app.fetch("/metrics")).text();
  assertStringIncludes(
    text,
    'millo_requests_total{route="/policies/:slug",method="GET",status="404"} 1',
  );
  assertEquals(text.includes("needle"), false);
});

Deno.test("the log has one line a request, and nothing of who asked", async () => {
  const secret = "needle";
  const lines = await logged(async (app) => {
    await app.fetch(`/policies/${secret}?q=${secret}`, {
      headers: {
        cookie: `millo_session=${secret}`,
        "user-agent": secret,
      },
    });
    await app.browser().post("/age", { ...ADULT, secret });
    await app.fetch("/styles.css");
  });
  const told = lines.map((line) => JSON.parse(line));
  assertEquals(
    told.map(({ method, route, status }) => [method, route, status]),
    [["GET", "/policies/:slug", 404], ["POST", "/age", 303]],
  );
  for (const line of told) {
    assertEquals(
      Object.keys(line).sort(),
      ["id", "level", "method", "ms", "route", "status", "what"],
    );
  }
  assertEquals(
    new RegExp(`${secret}|1990|127\\.0\\.0\\.1`).test(lines.join()),
    false,
  );
});

Deno.test("live and ready say what a load balancer must know", async () => {
  const app = await openApp();
  const status = async (path: string) => (await app.fetch(path)).status;
  assertEquals(await status("/health/live"), 200);
  assertEquals(await status("/health/ready"), 200);
  // Media is not to be reached in these tests; that alone takes nobody out.
  assertEquals(await status("/health"), 503);
  await app[Symbol.asyncDispose]();
});

Deno.test("a restricted person keeps the account and gets no call", async () => {
  await using app = await openApp();
  const browser = await app.as("restricted");
  const talk = await browser.get("/talk");
  assertEquals(talk.status, 403);
  assertStringIncludes(await talk.text(), "Calls are off, as you asked");
  const socket = await browser.fetch("/talk/live", {
    headers: { origin: "http://localhost", upgrade: "websocket" },
  });
  assertEquals(socket.status, 403);
});

async function logged(work: (app: TestApp) => Promise<void>) {
  await using app = await openApp({ MILLO_LOG: "info" });
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(line);
  try {
    await work(app);
  } finally {
    console.log = log;
  }
  return lines;
}
