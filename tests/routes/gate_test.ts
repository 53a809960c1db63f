import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DAY } from "../../lib/kernel/mod.ts";
import { accounts, sessions } from "../../lib/accounts/records.ts";
import { agePasses, ageRefusals } from "../../lib/age/records.ts";
import { acceptances } from "../../lib/consent/records.ts";
import { ADULT, AGREED, CHILD, openApp } from "../support/app.ts";

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
  await app.as("chatter");
  const { store } = app.millo;
  const count = async (collection: Parameters<typeof store.all>[0]) =>
    (await store.all(collection, { limit: 9 })).items.length;
  // deno-lint-ignore no-explicit-any
  const counts = [accounts, sessions, acceptances, agePasses] as any[];
  assertEquals(await Promise.all(counts.map(count)), [1, 1, 2, 0]);
  const ledger = await store.all(acceptances, { limit: 9 });
  for (const { value } of ledger.items) {
    assertEquals(value.version, 1);
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
  const browser = await app.as("chatter");
  app.clock.pass(29 * DAY);
  assertEquals((await browser.get("/talk")).status, 200);
  app.clock.pass(29 * DAY);
  assertEquals((await browser.get("/talk")).status, 200);
  app.clock.pass(31 * DAY);
  assertEquals((await browser.get("/talk")).status, 403);
});

Deno.test("who turns 18 today comes in, who does tomorrow does not", async () => {
  await using app = await openApp();
  const today = app.browser();
  await today.post("/age", { day: "23", month: "11", year: "2008" });
  assertEquals((await today.get("/consent")).status, 200);
  const tomorrow = app.browser();
  await tomorrow.post("/age", { day: "24", month: "11", year: "2008" });
  assertEquals((await tomorrow.get("/consent")).status, 403);
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
