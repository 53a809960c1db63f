import { assertEquals, assertStringIncludes } from "@std/assert";
import { canonicalOf } from "../../lib/http/canonical.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

const INFO = {
  remoteAddr: { transport: "tcp", hostname: "::1", port: 1 },
  completed: Promise.resolve(),
} as Deno.ServeHandlerInfo;

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

Deno.test("an address that no file can have is a page that is missing", async () => {
  await using app = await openApp();
  const names = [
    ...["a".repeat(256), "a".repeat(2_048), ",".repeat(100), "%".repeat(100)],
    ...["%C3%A4".repeat(100), "x".repeat(9_000), "..a", "%2e%2e%2fa", "%00"],
    ...["styles.css/a", "styles.css/a/" + "b".repeat(300)],
  ];
  for (const name of names) {
    for (const method of ["GET", "POST"]) {
      const response = await app.fetch(`/${name}`, {
        method,
        headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
      });
      assertEquals(response.status, 404, `${method} ${name}`);
      assertStringIncludes(await response.text(), "<h1");
    }
  }
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
    "'self' ws://localhost ws://127.0.0.1:1 http://127.0.0.1:1",
  );
  for (const path of ["/", "/age", "/talk/live", "/health"]) {
    assertEquals(connect(await member.get(path)), "'self'", path);
  }
});

Deno.test("no host that a request names changes the policy", async () => {
  await using app = await openApp({ MILLO_ORIGIN: "https://millo.example" });
  assertEquals(
    await reachBy(app, "evil.example"),
    "'self' wss://millo.example ws://127.0.0.1:1 http://127.0.0.1:1",
  );
});

Deno.test("without an origin of its own, only a plain host is taken", async () => {
  await using app = await openApp();
  const media = "ws://127.0.0.1:1 http://127.0.0.1:1";
  for (const host of ["localhost:8000", "[::1]:8000", "a-b.example"]) {
    assertEquals(await reachBy(app, host), `'self' ws://${host} ${media}`);
  }
  for (const host of ["*", "*.example", "a;sandbox", "a,b", "a'b"]) {
    assertEquals(await reachBy(app, host), `'self' ${media}`, host);
  }
});

/** What a member's live page may reach that is asked for by this host. */
async function reachBy(app: TestApp, host: string): Promise<string> {
  const member = await app.as("member");
  const cookie = Object.entries(member.cookies()).map((pair) => pair.join("="))
    .join("; ");
  const { headers } = await app.handler(
    new Request(`http://${host}/talk`, { headers: { cookie } }),
    INFO,
  );
  const policy = headers.get("content-security-policy")!;
  return /connect-src ([^;]*)/.exec(policy)![1];
}

const OTHER_SPELLINGS: readonly [string, string][] = [
  ["/rules/", "/rules"],
  ["//rules", "/rules"],
  ["/rules?", "/rules"],
  ["/rules/?a=1", "/rules?a=1"],
  ["///rules//?a=//", "/rules?a=//"],
  ["/policies/privacy/", "/policies/privacy"],
  ["//account//inbox/x/", "/account/inbox/x"],
  ["//evil.example/", "/evil.example"],
  ["/favicon.svg/", "/favicon.svg"],
  ["/nope/", "/nope"],
  ["//", "/"],
  ["/?", "/"],
];

Deno.test("each address has one spelling, and the others lead to it", async () => {
  await using app = await openApp();
  for (const [path, canonical] of OTHER_SPELLINGS) {
    for (const method of ["GET", "HEAD", "POST"]) {
      const answer = await app.handler(
        new Request(`http://localhost${path}`, { method }),
        INFO,
      );
      assertEquals(
        [path, answer.status, answer.headers.get("location")],
        [path, 308, canonical],
      );
      assertEquals(answer.headers.get("x-content-type-options"), "nosniff");
    }
    assertEquals(canonicalOf(`http://localhost${canonical}`), null);
  }
});

Deno.test("the one spelling of an address is answered where it is", () => {
  for (
    const address of [
      "http://localhost/",
      "http://LOCALHOST:80/rules",
      "http://localhost/rules?a=/b//c/&d=?",
      "http://localhost/age?to=%2F%2Fevil",
      "http://localhost",
    ]
  ) assertEquals(canonicalOf(address), null, address);
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
