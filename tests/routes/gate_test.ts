import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DAY } from "../../lib/kernel/mod.ts";
import { accounts, sessions } from "../../lib/accounts/records.ts";
import { agePasses, ageRefusals } from "../../lib/age/records.ts";
import { acceptances } from "../../lib/consent/records.ts";
import { ADULT, AGREED, CHILD, openApp } from "../helpers/app.ts";

Deno.test("an adult comes through gate and consent to the live page", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const age = await browser.post("/age", ADULT);
  assertEquals([age.status, age.headers.get("location")], [303, "/consent"]);
  const consent = await browser.post("/consent", AGREED);
  assertEquals(
    [consent.status, consent.headers.get("location")],
    [303, "/talk"],
  );
  const talk = await browser.get("/talk");
  assertEquals(talk.status, 200);
  assertStringIncludes(await talk.text(), 'data-state="ready"');
});

Deno.test("consent makes one account, one session and a ledger, and spends the pass", async () => {
  await using app = await openApp();
  await app.as("member");
  const { store } = app.millo;
  const count = async (collection: Parameters<typeof store.all>[0]) =>
    (await store.all(collection, { limit: 9 })).items.length;
  // deno-lint-ignore no-explicit-any
  const counts = [accounts, sessions, acceptances, agePasses] as any[];
  assertEquals(await Promise.all(counts.map(count)), [1, 1, 2, 0]);
  const ledger = await store.all(acceptances, { limit: 9 });
  for (const { value } of ledger.items) {
    const { document, version } = value;
    assertEquals(version, document === "privacy" ? 2 : 1);
    assertEquals(value.textHash.length, 64);
    assertEquals(value.at, app.clock.now());
  }
});

Deno.test("the session cookie is only readable by the server, and kept as a digest", async () => {
  await using app = await openApp();
  const browser = app.browser();
  await browser.post("/age", ADULT);
  const consent = await browser.post("/consent", AGREED);
  const cookies = consent.headers.getSetCookie();
  const session = cookies.find((one) => one.startsWith("millo_session="))!;
  assertStringIncludes(session, "HttpOnly");
  assertStringIncludes(session, "SameSite=Lax");
  const token = browser.cookie("millo_session")!;
  const [kept] = (await app.millo.store.all(sessions, { limit: 1 })).items;
  assertEquals(JSON.stringify(kept.value).includes(token), false);
});

Deno.test("over TLS the cookies are bound to the host", async () => {
  await using app = await openApp({ MILLO_ORIGIN: "https://millo.example" });
  const response = await app.fetch("/age", {
    method: "POST",
    body: new URLSearchParams(ADULT),
    headers: { origin: "https://millo.example" },
  });
  const [cookie] = response.headers.getSetCookie();
  assert(cookie.startsWith("__Host-millo_gate="));
  assertStringIncludes(cookie, "; Secure");
  assertStringIncludes(cookie, "; Path=/");
  assertEquals(/domain/i.test(cookie), false);
});

Deno.test("a refused browser stays refused until its marker ends", async () => {
  await using app = await openApp();
  const browser = app.browser();
  assertEquals((await browser.post("/age", CHILD)).status, 303);
  assertEquals((await browser.post("/age", ADULT)).status, 403);
  assertEquals((await browser.get("/consent")).status, 403);
  app.clock.pass(364 * DAY);
  assertEquals((await browser.get("/age")).status, 403);
  app.clock.pass(DAY);
  assertEquals((await browser.get("/age")).status, 200);
});

Deno.test("a refusal keeps one marker and nothing of the date", async () => {
  await using app = await openApp();
  await app.browser().post("/age", CHILD);
  const { items } = await app.millo.store.all(ageRefusals, { limit: 9 });
  assertEquals(items.length, 1);
  assertEquals(Object.keys(items[0].value).sort(), ["browser", "decidedAt"]);
});

Deno.test("a date that cannot be is asked again, with what was typed", async () => {
  await using app = await openApp();
  const faulty = [
    { day: "31", month: "4", year: "1990" },
    { day: "", month: "x", year: "90" },
    { day: "1", month: "1", year: "2999" },
    { day: "1", month: "1", year: "1850" },
  ];
  for (const form of faulty) {
    const response = await app.browser().post("/age", form);
    assertEquals(response.status, 422);
    assertEquals(response.headers.getSetCookie(), []);
    const html = await response.text();
    assertStringIncludes(html, 'aria-invalid="true"');
    assertStringIncludes(html, `value="${form.year}"`);
  }
});

Deno.test("consent needs both texts in the version in force", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  for (
    const form of [{}, { rules: "1" }, { rules: "0", policy: "1" }] as Record<
      string,
      string
    >[]
  ) {
    const response = await browser.post("/consent", form);
    assertEquals(response.status, 422);
    assertEquals(browser.cookie("millo_session"), undefined);
  }
  const { items } = await app.millo.store.all(accounts, { limit: 9 });
  assertEquals(items, []);
});

Deno.test("a double submit of consent makes one account", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  await Promise.all([
    browser.post("/consent", AGREED),
    browser.post("/consent", AGREED),
  ]);
  const { items } = await app.millo.store.all(accounts, { limit: 9 });
  assertEquals(items.length, 1);
});

Deno.test("a session ends 30 days after the last visit", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  app.clock.pass(29 * DAY);
  assertEquals((await browser.get("/talk")).status, 200);
  app.clock.pass(29 * DAY);
  assertEquals((await browser.get("/talk")).status, 200);
  app.clock.pass(31 * DAY);
  assertEquals((await browser.get("/talk")).status, 403);
});

/** At noon UTC on 23 November 2026, by the clock of the tests. */
async function tellBirth(
  form: Record<string, string>,
): Promise<"in" | "refused"> {
  await using app = await openApp();
  const browser = app.browser();
  await browser.post("/age", form);
  const { status } = await browser.get("/consent");
  return status === 200 ? "in" : "refused";
}

Deno.test("A04: who turns 18 today comes in, who does tomorrow does not", async () => {
  const birth = { month: "11", year: "2008" };
  assertEquals(await tellBirth({ ...birth, day: "23" }), "in");
  assertEquals(await tellBirth({ ...birth, day: "24" }), "refused");
});

Deno.test("A04: today is where the visitor is, east and west of the server", async () => {
  const birth = { month: "11", year: "2008" };
  const auckland = { zone: String(13 * 60) };
  const honolulu = { zone: String(-10 * 60) };
  assertEquals(await tellBirth({ ...birth, day: "24", ...auckland }), "in");
  assertEquals(
    await tellBirth({ ...birth, day: "25", ...auckland }),
    "refused",
  );
  assertEquals(await tellBirth({ ...birth, day: "23", ...honolulu }), "in");
  for (const zone of ["", "+900", "-721", "841", "x", "1e3"]) {
    assertEquals(await tellBirth({ ...birth, day: "24", zone }), "refused");
  }
});

Deno.test("A04: who was born on 29 February comes in on 1 March", async () => {
  await using app = await openApp();
  const birth = { day: "29", month: "2", year: "2008" };
  app.clock.at = Date.UTC(2026, 1, 28, 12);
  const early = app.browser();
  await early.post("/age", birth);
  assertEquals((await early.get("/consent")).status, 403);
  app.clock.at = Date.UTC(2026, 2, 1, 12);
  const late = app.browser();
  await late.post("/age", birth);
  assertEquals((await late.get("/consent")).status, 200);
});

Deno.test("A01: a refusal leaves one marker in the store, and no date in log or address", async () => {
  await using app = await openApp({ MILLO_LOG: "debug" });
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...args) => lines.push(args.join(" "));
  try {
    const browser = app.browser();
    const birth = { day: "17", month: "9", year: "2013", zone: "345" };
    const response = await browser.post("/age", birth);
    assertEquals(response.headers.get("location"), "/age");
    assertEquals(response.headers.getSetCookie().length, 1);
    await browser.get("/age");
  } finally {
    Object.assign(console, { log, error });
  }
  assert(lines.length >= 2);
  assertEquals(lines.filter((line) => /2013|345|"17"/.test(line)), []);
  const { store, dataMap } = app.millo;
  for (const collection of dataMap.collections) {
    if (!("subjects" in collection.spec.privacy)) continue;
    const { items } = await store.all(collection, { limit: 9 });
    const expected = collection.name === "age_refusals" ? 1 : 0;
    if (/^limit_/.test(collection.name)) continue;
    assertEquals(items.length, expected, collection.name);
  }
  const found = await dataMap.scan(["2013-09", "2013", "17.9"]);
  assertEquals(found.hits, []);
});

Deno.test("A02: nothing on the page before the answer hints at the limit", async () => {
  await using app = await openApp();
  const html = await (await app.browser().get("/age")).text();
  const [body] = html.match(/<main[^]*<\/main>/)!;
  const [head] = html.match(/<head>[^]*<\/head>/)!;
  assertEquals(
    /\b(1[0-9]|2[0-9])\b|adult|minor|eighteen|young|old\b/i.exec(
      body.replace(/<svg[^]*?<\/svg>/g, "").replace(
        /<script[^]*?<\/script>/g,
        "",
      ),
    ),
    null,
  );
  assertEquals(/adult|\b18\b/i.test(head), false);
  assertEquals(/\b(min|max)="/.test(body), false);
});

Deno.test("A02: going back with another date, in this browser, is still a no", async () => {
  await using app = await openApp();
  const browser = await app.as("refused");
  for (const year of ["1990", "1970", "2007"]) {
    const response = await browser.post("/age", { ...ADULT, year });
    assertEquals(response.status, 403);
    assertEquals(response.headers.getSetCookie(), []);
  }
});

Deno.test("A03: without gate and consent there is no page, socket or account", async () => {
  await using app = await openApp();
  for (const role of ["visitor", "refused", "gated"] as const) {
    const browser = await app.as(role);
    for (const path of ["/talk", "/talk/live"]) {
      const headers = { origin: "http://localhost", upgrade: "websocket" };
      const { status } = await browser.fetch(path, { headers });
      assertEquals([role, path, status], [role, path, 403]);
    }
    if (role === "gated") continue;
    await browser.post("/consent", AGREED);
    assertEquals(browser.cookie("millo_session"), undefined);
  }
});

Deno.test("cookies end with what they stand for", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const age = await browser.post("/age", ADULT);
  assertStringIncludes(
    age.headers.getSetCookie()[0],
    `Max-Age=${365 * 86_400};`,
  );
  const consent = await browser.post("/consent", AGREED);
  assertStringIncludes(
    consent.headers.getSetCookie().find((one) => one.includes("session"))!,
    `Max-Age=${30 * 86_400};`,
  );
});

Deno.test("A06: a pass holds how it was given and when, and nothing that was said", async () => {
  await using app = await openApp();
  await app.browser().post("/age", ADULT);
  const { items } = await app.millo.store.all(agePasses, { limit: 9 });
  assertEquals(items.length, 1);
  // The digest is random: a year may stand in it by chance.
  const { browser: _, ...value } = items[0].value;
  const kept = JSON.stringify(value);
  for (const part of [ADULT.year, `"${ADULT.day}"`, "birth"]) {
    assertEquals(kept.includes(part), false, kept);
  }
});

Deno.test("leaving before consent keeps nothing", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  const response = await browser.post("/consent/refusal", {});
  assertEquals([response.status, response.headers.get("location")], [303, "/"]);
  assertEquals(browser.cookie("millo_gate"), undefined);
  const { items } = await app.millo.store.all(agePasses, { limit: 9 });
  assertEquals(items, []);
  assertEquals((await browser.get("/age")).status, 200);
});
