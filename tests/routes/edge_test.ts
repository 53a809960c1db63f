import { assertEquals } from "@std/assert";
import { openApp } from "../helpers/app.ts";

Deno.test("a form from another site changes nothing", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const response = await browser.fetch("/age", {
    method: "POST",
    body: new URLSearchParams({ day: "1", month: "1", year: "1990" }),
    headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  });
  assertEquals(response.status, 403);
  assertEquals(browser.cookie("millo_gate"), undefined);
});

Deno.test("the socket opens for a session on a page of ours alone", async () => {
  await using app = await openApp();
  const member = await app.as("member");
  const upgrade = { connection: "Upgrade", upgrade: "websocket" };
  for (const origin of ["https://evil.example", "null", "http://localhost:1"]) {
    const { status } = await member.fetch("/talk/live", {
      headers: { ...upgrade, origin },
    });
    assertEquals(status, 403, origin);
  }
});

Deno.test("only the live page may reach the media server", async () => {
  await using app = await openApp();
  const member = await app.as("member");
  const connect = (response: Response) =>
    /connect-src ([^;]*)/.exec(
      response.headers.get("content-security-policy")!,
    )![1];
  assertEquals(
    connect(await member.get("/talk")),
    "'self' ws://localhost wss://localhost ws://127.0.0.1:1 http://127.0.0.1:1",
  );
  for (const path of ["/", "/age", "/talk/live", "/health"]) {
    assertEquals(connect(await member.get(path)), "'self'", path);
  }
});

Deno.test("every answer carries the security headers, faults too", async () => {
  await using app = await openApp();
  for (const path of ["/", "/talk", "/nowhere", "/favicon.svg", "/health"]) {
    const { headers } = await app.fetch(path);
    const policy = headers.get("content-security-policy") ?? "";
    assertEquals(policy.includes("unsafe-inline"), false, path);
    assertEquals(policy.includes("default-src 'none'"), true, path);
    assertEquals(headers.get("x-content-type-options"), "nosniff", path);
    assertEquals(headers.get("x-frame-options"), "DENY", path);
    assertEquals(headers.get("referrer-policy"), "same-origin", path);
    assertEquals(headers.get("x-request-id")?.length, 12, path);
  }
});

Deno.test("pages without an island carry no script at all", async () => {
  await using app = await openApp();
  const member = await app.as("member");
  for (
    const path of ["/", "/safety", "/rules", "/policies/privacy", "/nowhere"]
  ) {
    const html = await (await app.fetch(path)).text();
    assertEquals(/<script|modulepreload/.test(html), false, path);
  }
  const live = await (await member.get("/talk")).text();
  assertEquals(/<script/.test(live), true);
});
