import { assertEquals } from "@std/assert";
import { openApp, type Role, ROLES } from "../helpers/app.ts";

/** A restricted one is answered as a chatter where nothing else is said. */
type Answers =
  & Record<Exclude<Role, "restricted">, number>
  & { restricted?: number };

/** The same for everybody. */
function all(status: number): Answers {
  return { visitor: status, refused: status, gated: status, member: status };
}

/** Only for whoever has an account. */
function own(status: number): Answers {
  return { ...all(403), member: status };
}

/**
 * Who gets what, for every file in routes/. A refused browser is told so at
 * every door of the way in; a session is needed for the call and its socket.
 */
const WALK: Record<string, { path: string } & Record<string, unknown>> = {
  "routes/index.tsx": { path: "/", GET: all(200) },
  "routes/safety.tsx": { path: "/safety", GET: all(200) },
  "routes/accessibility.tsx": { path: "/accessibility", GET: all(200) },
  "routes/language.tsx": { path: "/language", GET: all(200), POST: all(422) },
  "routes/rules.tsx": { path: "/rules", GET: all(200) },
  "routes/policies/[slug]/index.tsx": {
    path: "/policies/privacy",
    GET: all(200),
  },
  "routes/policies/[slug]/[version].tsx": {
    path: "/policies/privacy/1",
    GET: all(200),
  },
  "routes/policies/cookies.tsx": { path: "/policies/cookies", GET: all(200) },
  "routes/privacy-choices.tsx": {
    path: "/privacy-choices",
    GET: all(200),
    POST: all(422),
  },
  "routes/.well-known/gpc.json.ts": {
    path: "/.well-known/gpc.json",
    GET: all(200),
  },
  "routes/hooks/age.ts": { path: "/hooks/age", POST: all(401) },
  "routes/age/check.tsx": {
    path: "/age/check",
    GET: { visitor: 303, refused: 403, gated: 303, member: 303 },
    POST: { visitor: 303, refused: 403, gated: 303, member: 303 },
  },
  "routes/age/index.tsx": {
    path: "/age",
    GET: { visitor: 200, refused: 403, gated: 303, member: 303 },
    POST: { visitor: 422, refused: 403, gated: 303, member: 303 },
  },
  "routes/consent/index.tsx": {
    path: "/consent",
    GET: { visitor: 303, refused: 403, gated: 200, member: 303 },
    POST: { visitor: 303, refused: 403, gated: 422, member: 303 },
  },
  // Whoever has no pass has nothing to give back.
  "routes/consent/refusal.ts": {
    path: "/consent/refusal",
    POST: { ...all(303), refused: 403 },
  },
  "routes/contact.tsx": { path: "/contact", GET: all(200), POST: all(422) },
  "routes/account/inbox/index.tsx": {
    path: "/account/inbox",
    GET: { visitor: 403, refused: 403, gated: 403, member: 200 },
  },
  "routes/account/inbox/[id].tsx": {
    // Nobody's message.
    path: "/account/inbox/00000000000000000000000000",
    GET: { visitor: 403, refused: 403, gated: 403, member: 404 },
  },
  "routes/account/notices.tsx": {
    path: "/account/notices",
    GET: { visitor: 403, refused: 403, gated: 403, member: 200 },
    POST: { visitor: 403, refused: 403, gated: 403, member: 303 },
  },
  "routes/account/index.tsx": {
    path: "/account",
    GET: own(200),
    POST: own(422),
  },
  "routes/account/picture/index.tsx": {
    path: "/account/picture",
    GET: own(200),
    POST: own(422),
  },
  // They have none.
  "routes/account/picture/image.ts": {
    path: "/account/picture/image",
    GET: own(404),
  },
  "routes/account/picture/removal.ts": {
    path: "/account/picture/removal",
    POST: own(303),
  },
  "routes/account/contact/index.tsx": {
    path: "/account/contact",
    GET: own(200),
    POST: own(422),
  },
  "routes/account/contact/code.tsx": {
    path: "/account/contact/code",
    GET: own(303),
    POST: own(422),
  },
  "routes/account/contact/removal.ts": {
    path: "/account/contact/removal",
    POST: own(303),
  },
  "routes/account/keys/index.tsx": { path: "/account/keys", GET: own(200) },
  "routes/account/keys/code/index.tsx": {
    path: "/account/keys/code",
    GET: own(303),
    POST: own(200),
  },
  "routes/account/keys/code/removal.ts": {
    path: "/account/keys/code/removal",
    POST: own(303),
  },
  "routes/account/keys/passkeys/[id]/removal.ts": {
    path: "/account/keys/passkeys/x/removal",
    POST: own(303),
  },
  "routes/account/keys/challenge.ts": {
    path: "/account/keys/challenge",
    POST: own(200),
  },
  // A form is not what a script of ours sends.
  "routes/account/keys/passkey.ts": {
    path: "/account/keys/passkey",
    POST: own(415),
  },
  "routes/account/return/index.tsx": {
    path: "/account/return",
    GET: { ...all(200), refused: 403 },
    POST: { ...all(422), refused: 403 },
  },
  "routes/account/return/challenge.ts": {
    path: "/account/return/challenge",
    POST: { ...all(200), refused: 403 },
  },
  "routes/account/return/passkey.ts": {
    path: "/account/return/passkey",
    POST: { ...all(415), refused: 403 },
  },
  "routes/account/sessions/index.tsx": {
    path: "/account/sessions",
    GET: own(200),
  },
  "routes/account/sessions/end.ts": {
    path: "/account/sessions/end",
    POST: own(303),
  },
  // Nobody's session, and nobody's device.
  "routes/account/sessions/[id]/end.ts": {
    path: "/account/sessions/x/end",
    POST: own(303),
  },
  "routes/account/devices/[id]/removal.ts": {
    path: "/account/devices/x/removal",
    POST: own(303),
  },
  "routes/account/history.tsx": { path: "/account/history", GET: own(200) },
  "routes/account/data/index.tsx": { path: "/account/data", GET: own(200) },
  // Without a key there is no copy yet.
  "routes/account/data/copy.ts": { path: "/account/data/copy", POST: own(303) },
  "routes/account/data/erasure.tsx": {
    path: "/account/data/erasure",
    GET: own(200),
    POST: own(422),
  },
  // Nobody's receipt.
  "routes/account/receipts/[hash].tsx": {
    path: `/account/receipts/${"0".repeat(64)}`,
    GET: all(404),
  },
  "routes/talk/index.tsx": {
    path: "/talk",
    GET: {
      ...{ visitor: 403, refused: 403, gated: 403, member: 200 },
      restricted: 403,
    },
  },
  "routes/talk/live.ts": {
    path: "/talk/live",
    // Without an Origin of ours even a session is not enough.
    GET: { visitor: 403, refused: 403, gated: 403, member: 403 },
  },
  "routes/hooks/livekit.ts": { path: "/hooks/livekit", POST: all(401) },
  // No media server answers in these tests, and health says so.
  "routes/health/index.ts": { path: "/health", GET: all(503) },
  "routes/health/live.ts": { path: "/health/live", GET: all(200) },
  "routes/health/ready.ts": { path: "/health/ready", GET: all(200) },
  // These requests come from this machine, by no proxy.
  "routes/metrics.ts": { path: "/metrics", GET: all(200) },
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Files around the routes, which answer nothing by themselves. */
const FRAME = /\/_\w+\.tsx?$/;

Deno.test("every file in routes/ is in the walk", async () => {
  const files = await filesBelow("routes");
  assertEquals(
    files.filter((file) => !FRAME.test(file)).sort(),
    Object.keys(WALK).sort(),
  );
});

for (const role of ROLES) {
  Deno.test(`every route answers a ${role} as the walk says`, async () => {
    await using app = await openApp();
    const wrong: string[] = [];
    for (const { path, ...methods } of Object.values(WALK)) {
      for (const method of METHODS) {
        const browser = await app.as(role);
        const { status, headers } = await browser.fetch(path, {
          method,
          headers: { "sec-fetch-site": "same-origin" },
          body: method === "POST" ? new URLSearchParams() : undefined,
        });
        const expected = expectedOf(methods, method, role);
        const isTold = headers.get("allow") === allowOf(methods);
        const fine = status === expected &&
          (isTold || status !== 405 && status !== 204);
        if (!fine) wrong.push(`${method} ${path}: ${status}, not ${expected}`);
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

/** HEAD is GET without a body; what a route does not name is a 405. */
function expectedOf(
  methods: Record<string, unknown>,
  method: string,
  role: Role,
): number {
  if (method === "OPTIONS") return 204;
  const named = methods[method === "HEAD" ? "GET" : method];
  if (named === undefined) return 405;
  const answers = named as Answers;
  return role === "restricted"
    ? answers.restricted ?? answers.member
    : answers[role];
}

function allowOf(methods: Record<string, unknown>): string {
  return METHODS.filter((method) =>
    method === "OPTIONS" || method in methods ||
    method === "HEAD" && "GET" in methods
  ).join(", ");
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    found.push(...entry.isDirectory ? await filesBelow(path) : [path]);
  }
  return found;
}
