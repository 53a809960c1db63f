import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { optOuts } from "../../lib/consent/records.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { come } from "../helpers/accounts.ts";
import {
  ADULT,
  AGREED,
  openApp,
  type TestApp,
  type TestBrowser,
} from "../helpers/app.ts";

const HONOURED = "Opt-out request honoured";
const LINK = "Do Not Sell or Share My Personal Information";
const GPC = { "sec-gpc": "1" };

async function kept(app: TestApp) {
  const { items } = await app.millo.store.all(optOuts, { limit: 9 });
  return items.map(({ value }) => value);
}

async function says(browser: TestBrowser, path = "/"): Promise<boolean> {
  return (await (await browser.get(path)).text()).includes(HONOURED);
}

Deno.test("C01: the answer to a first request with the signal already says so", async () => {
  await using app = await openApp();
  for (const path of ["/", "/age", "/policies/privacy", "/nowhere", "/talk"]) {
    const browser = app.browser();
    const response = await browser.fetch(path, { headers: GPC });
    assertStringIncludes(await response.text(), HONOURED, path);
    assertEquals(browser.cookie("millo_optout"), "1", path);
  }
  const script = await app.fetch("/styles.css", { headers: GPC });
  await script.body?.cancel();
});

Deno.test("C01: the signal of somebody signed in is kept for their account, by method", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  assertEquals(await kept(app), []);
  const talk = await browser.fetch("/talk", { headers: GPC });
  assertStringIncludes(await talk.text(), HONOURED);
  const [{ method, at }] = await kept(app);
  assertEquals([method, at], ["gpc", app.clock.now()]);
});

Deno.test("C01: a later visit without the signal stays opted out, in this browser alone", async () => {
  await using app = await openApp();
  const browser = app.browser();
  await browser.fetch("/", { headers: GPC });
  app.clock.pass(300 * DAY);
  assert(await says(browser));
  assert(!await says(app.browser()));
});

Deno.test("C02: exactly 1 counts, and one such of several is enough", async () => {
  await using app = await openApp();
  const honours = async (...values: string[]) => {
    const headers = new Headers();
    for (const value of values) headers.append("sec-gpc", value);
    const response = await app.browser().fetch("/", { headers });
    return (await response.text()).includes(HONOURED);
  };
  assert(await honours("1"));
  assert(await honours("0", "1"));
  assert(await honours("1", "true"));
  for (const value of ["0", "true", " 1x", "1x", "11", "", "1;", '"1"', "-1"]) {
    assert(!await honours(value), value);
  }
  assert(!await honours("0", "true"));
});

Deno.test("C03: /.well-known/gpc.json says that the signal is honoured", async () => {
  await using app = await openApp();
  const response = await app.fetch("/.well-known/gpc.json");
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/json");
  const body = await response.json();
  assertEquals(Object.keys(body), ["gpc", "lastUpdate"]);
  assertEquals(body.gpc, true);
  assert(/^\d{4}-\d\d-\d\d$/.test(body.lastUpdate));
});

Deno.test("C04: who signs up with the signal has an account that stays opted out elsewhere", async () => {
  await using app = await openApp();
  const browser = app.browser();
  const post = (path: string, form: Record<string, string>) =>
    browser.fetch(path, {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { ...GPC, "sec-fetch-site": "same-origin" },
    });
  await post("/age", ADULT);
  await post("/consent", AGREED);
  assertEquals((await kept(app)).map(({ method }) => method), ["gpc"]);
  // The same account in a browser that never sent the signal.
  const other = app.browser();
  const session = `millo_session=${browser.cookie("millo_session")}`;
  const headers = { cookie: session };
  const response = await other.send("/account", { headers });
  assertStringIncludes(await response.text(), HONOURED);
  assertEquals((await kept(app)).length, 1);
});

Deno.test("C04: an opt-out without an account goes along to the account", async () => {
  await using app = await openApp();
  const browser = app.browser();
  await browser.post("/privacy-choices", { sale: "never" });
  await browser.post("/age", ADULT);
  await browser.post("/consent", AGREED);
  assertEquals((await kept(app)).map(({ method }) => method), ["form"]);
});

Deno.test("C04: an opt-out of a browser goes along when an account comes back to it", async () => {
  await using app = await openApp();
  const { code } = await come(app);
  const other = app.browser();
  await other.post("/privacy-choices", { sale: "never" });
  assertEquals(await kept(app), []);
  const back = await other.post("/account/return", { recovery: code });
  assertEquals(back.status, 303);
  await (await other.get("/account")).body?.cancel();
  assertEquals((await kept(app)).map(({ method }) => method), ["form"]);
});

Deno.test("an account's opt-out lasts as long as they come", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  await browser.post("/privacy-choices", { sale: "never" });
  const [{ at }] = await kept(app);
  for (let n = 0; n < 60; n++) {
    app.clock.pass(20 * DAY);
    await (await browser.get("/")).body?.cancel();
  }
  assertEquals((await kept(app)).map((one) => one.at), [at]);
});

Deno.test("C05: the link stands on every page, errors and the call, and works for everybody", async () => {
  await using app = await openApp();
  const member = await app.as("member");
  const pages = ["/", "/rules", "/safety", "/policies/cookies", "/contact"];
  for (const path of [...pages, "/nowhere", "/talk", "/age", "/consent"]) {
    const door = { "/age": "visitor", "/consent": "gated" } as const;
    const role = door[path as keyof typeof door];
    const browser = role ? await app.as(role) : member;
    const html = await (await browser.get(path)).text();
    assertStringIncludes(html, LINK, path);
    assertStringIncludes(html, "/privacy-choices", path);
  }
  for (const role of ["visitor", "refused", "gated", "member"] as const) {
    const browser = await app.as(role);
    const html = await (await browser.get("/privacy-choices")).text();
    assert(!/<script/.test(html), "no script is needed");
    assertStringIncludes(html, 'name="sale" value="never"');
    const done = await browser.post("/privacy-choices", { sale: "never" });
    assertEquals(done.headers.get("location"), "/privacy-choices#sale");
    assert(await says(browser), role);
  }
});

Deno.test("C06: an opt-out holds from its own answer on, and no page asks another host", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  await browser.post("/privacy-choices", { sale: "never" });
  assertEquals((await kept(app)).length, 1);
  for (const path of ["/", "/talk", "/privacy-choices", "/policies/privacy"]) {
    const response = await browser.get(path);
    const policy = response.headers.get("content-security-policy")!;
    const hosts = policy.match(/\b(?:https?|wss?):\/\/[^\s;]+/g) ?? [];
    const media = path === "/talk" ? /localhost|127\.0\.0\.1/ : /^$/;
    assertEquals(hosts.filter((host) => !media.test(host)), [], path);
    const html = await response.text();
    assertEquals(/(src|srcset|action)="(https?:)?\/\//.test(html), false, path);
  }
});

Deno.test("a double press keeps one opt-out, and nonsense none", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  for (const form of [{}, { sale: "yes" }, { purpose: "sale" }]) {
    const { status } = await browser.post(
      "/privacy-choices",
      form as Record<string, string>,
    );
    assertEquals(status, 422);
  }
  assertEquals(await kept(app), []);
  const twice = [1, 2].map(() =>
    browser.post("/privacy-choices", { sale: "never" })
  );
  assertEquals((await Promise.all(twice)).map(({ status }) => status), [
    303,
    303,
  ]);
  assertEquals((await kept(app)).length, 1);
});
