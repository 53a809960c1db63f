import { assertEquals } from "@std/assert";
import { openApp, type Role, ROLES } from "../support/app.ts";

type Answers = Record<Role, number>;

/** The same for everybody. */
function all(status: number): Answers {
  return { visitor: status, refused: status, gated: status, chatter: status };
}

/**
 * Who gets what, for every file in routes/. A refused browser is told so at
 * every door of the way in; a session is needed for the call and its socket.
 */
const WALK: Record<string, { path: string } & Record<string, unknown>> = {
  "routes/index.tsx": { path: "/", GET: all(200) },
  "routes/rules.tsx": { path: "/rules", GET: all(200) },
  "routes/policies/[slug].tsx": { path: "/policies/privacy", GET: all(200) },
  "routes/age.tsx": {
    path: "/age",
    GET: { visitor: 200, refused: 403, gated: 303, chatter: 303 },
    POST: { visitor: 422, refused: 403, gated: 303, chatter: 303 },
  },
  "routes/consent.tsx": {
    path: "/consent",
    GET: { visitor: 303, refused: 403, gated: 200, chatter: 303 },
    POST: { visitor: 303, refused: 403, gated: 422, chatter: 303 },
  },
  "routes/talk/index.tsx": {
    path: "/talk",
    GET: { visitor: 403, refused: 403, gated: 403, chatter: 200 },
  },
  "routes/talk/live.ts": {
    path: "/talk/live",
    // Without an Origin of ours even a session is not enough.
    GET: { visitor: 403, refused: 403, gated: 403, chatter: 403 },
  },
  "routes/hooks/livekit.ts": { path: "/hooks/livekit", POST: all(401) },
  // No media server answers in these tests, and health says so.
  "routes/health.ts": { path: "/health", GET: all(503) },
};

const FRAME = ["routes/_app.tsx"];

Deno.test("every file in routes/ is in the walk", async () => {
  const files = await filesBelow("routes");
  assertEquals(
    files.filter((file) => !FRAME.includes(file)).sort(),
    Object.keys(WALK).sort(),
  );
});

for (const role of ROLES) {
  Deno.test(`every route answers a ${role} as the walk says`, async () => {
    await using app = await openApp();
    const wrong: string[] = [];
    for (const { path, ...methods } of Object.values(WALK)) {
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        const expected = (methods[method] as Answers | undefined)?.[role];
        const browser = await app.as(role);
        const { status } = await browser.fetch(path, {
          method,
          headers: { "sec-fetch-site": "same-origin" },
          body: method === "POST" ? new URLSearchParams() : undefined,
        });
        const fine = expected === undefined
          ? status === 404 || status === 405
          : status === expected;
        if (!fine) wrong.push(`${method} ${path}: ${status}`);
      }
    }
    assertEquals(wrong, []);
  });
}

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
  const chatter = await app.as("chatter");
  const upgrade = { connection: "Upgrade", upgrade: "websocket" };
  for (const origin of ["https://evil.example", "null", "http://localhost:1"]) {
    const { status } = await chatter.fetch("/talk/live", {
      headers: { ...upgrade, origin },
    });
    assertEquals(status, 403, origin);
  }
});

Deno.test("only the live page may reach the media server", async () => {
  await using app = await openApp();
  const chatter = await app.as("chatter");
  const connect = (response: Response) =>
    /connect-src ([^;]*)/.exec(
      response.headers.get("content-security-policy")!,
    )![1];
  assertEquals(
    connect(await chatter.get("/talk")),
    "'self' ws://localhost wss://localhost ws://127.0.0.1:1 http://127.0.0.1:1",
  );
  for (const path of ["/", "/age", "/talk/live", "/health"]) {
    assertEquals(connect(await chatter.get(path)), "'self'", path);
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
    assertEquals(headers.get("referrer-policy"), "no-referrer", path);
  }
});

Deno.test("pages without an island carry no script at all", async () => {
  await using app = await openApp();
  const chatter = await app.as("chatter");
  for (const path of ["/", "/age", "/rules", "/policies/privacy", "/nowhere"]) {
    const html = await (await app.fetch(path)).text();
    assertEquals(/<script|modulepreload/.test(html), false, path);
  }
  const live = await (await chatter.get("/talk")).text();
  assertEquals(/<script/.test(live), true);
});

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    found.push(...entry.isDirectory ? await filesBelow(path) : [path]);
  }
  return found;
}
