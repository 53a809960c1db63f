import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { sign } from "../../lib/age/mod.ts";
import { ageChecks, agePasses, ageRefusals } from "../../lib/age/records.ts";
import { DAY, HOUR, MINUTE } from "../../lib/kernel/mod.ts";
import { ADULT, AGREED, CHILD, openApp, type TestApp } from "../helpers/app.ts";
import { answer, openChecked, SECRET } from "../helpers/checked_app.ts";

async function goTo(response: Response): Promise<[number, string | null]> {
  await response.body?.cancel();
  return [response.status, response.headers.get("location")];
}

async function kept(app: TestApp) {
  const { store } = app.millo;
  const all = await Promise.all([
    store.all(ageChecks, { limit: 9 }),
    store.all(agePasses, { limit: 9 }),
    store.all(ageRefusals, { limit: 9 }),
  ]);
  return all.map(({ items }) => items.map(({ value }) => value));
}

Deno.test("A06: a provider's signed yes opens the gate, and only its name, yes and end are kept", async () => {
  await using checked = await openChecked();
  const { app, url } = checked;
  const browser = checked.browser();
  const age = await browser.post("/age", ADULT);
  assertEquals(await goTo(age), [303, "/age/check"]);
  assertEquals(await goTo(await browser.get("/age")), [303, "/age/check"]);
  assertEquals(await goTo(await browser.get("/consent")), [303, "/age/check"]);
  const headers = { accept: "text/html" };
  const wanted = await browser.fetch("/account", { headers });
  assertEquals(await goTo(wanted), [303, "/age/check?to=%2Faccount"]);
  const html = await (await browser.get("/age/check")).text();
  assertStringIncludes(html, `href="${url}/ask/check-1"`);

  const expiresAt = app.clock.now() + HOUR;
  const yes = { state: "passed", expiresAt, tell: true };
  assertEquals(await answer(url, "check-1", yes), { told: 204 });
  const [checks, passes, refusals] = await kept(app);
  assertEquals([checks, refusals], [[], []]);
  const { browser: digest, ...rest } = passes[0] as Record<string, unknown>;
  assertEquals(typeof digest, "string");
  assertEquals(rest, {
    method: "external",
    ref: "check-1",
    passed: true,
    expiresAt,
  });
  assertEquals(
    await goTo(await browser.get("/age/check")),
    [303, "/consent"],
  );
  const consent = await browser.post("/consent", AGREED);
  assertEquals(await goTo(consent), [303, "/talk"]);
});

Deno.test("whoever comes back from the provider is led to where they wanted", async () => {
  await using checked = await openChecked();
  const { app, url } = checked;
  const told = toldTo(app);
  const browser = checked.browser();
  const path = "/account/inbox?page=2";
  const to = encodeURIComponent(path);
  const age = await browser.post(`/age?to=${to}`, ADULT);
  assertEquals(await goTo(age), [303, `/age/check?to=${to}`]);
  await (await browser.get(`/age/check?to=${to}`)).body?.cancel();
  // The provider sends people back to the one address that it was told.
  assertEquals(told.length, 1);
  assertEquals(told.join().includes("inbox"), false);
  const waiting = await browser.get("/age/check");
  assertEquals(await goTo(waiting), [303, `/age/check?to=${to}`]);
  assertEquals(browser.cookie("millo_to"), undefined);
  await (await browser.get(`/age/check?to=${to}`)).body?.cancel();
  const expiresAt = app.clock.now() + HOUR;
  await answer(url, "check-1", { state: "passed", expiresAt, tell: true });
  const back = await browser.get("/age/check");
  assertEquals(await goTo(back), [303, `/age/check?to=${to}`]);
  assertEquals(
    await goTo(await browser.get(`/age/check?to=${to}`)),
    [303, `/consent?to=${to}`],
  );
  const consent = await browser.post(`/consent?to=${to}`, AGREED);
  assertEquals(await goTo(consent), [303, path]);
  assertEquals(browser.cookie("millo_to"), undefined);
});

/** All that the provider is told when a check begins. */
function toldTo({ millo: { ageProvider } }: TestApp): string[] {
  const told: string[] = [];
  const start = ageProvider!.start.bind(ageProvider);
  ageProvider!.start = (check) => {
    told.push(JSON.stringify(check));
    return start(check);
  };
  return told;
}

Deno.test("what the browser kept leads to no other site", async () => {
  await using checked = await openChecked();
  const browser = checked.browser();
  await goTo(await browser.post("/age", ADULT));
  browser.setCookie("millo_to", "%2F%2Fevil.example");
  const back = await browser.get("/age/check");
  const [, place] = await goTo(back);
  const html = await (await browser.get(place!)).text();
  assertEquals(/(action|href)="[^"]*evil/.test(html), false);
});

Deno.test("the provider's no refuses like any other, also when we must ask for it", async () => {
  await using checked = await openChecked();
  const { app, url } = checked;
  const browser = checked.browser();
  await goTo(await browser.post("/age", ADULT));
  await goTo(await browser.post("/age/check", {}));
  assertEquals((await kept(app))[0].length, 1);
  const no = { state: "failed", expiresAt: app.clock.now(), tell: false };
  assertEquals(await answer(url, "check-1", no), null);
  await goTo(await browser.post("/age/check", {}));
  assertEquals((await kept(app)).map(({ length }) => length), [0, 0, 1]);
  assertEquals((await goTo(await browser.get("/age")))[0], 403);
  assertEquals((await goTo(await browser.get("/age/check")))[0], 403);
});

Deno.test("who is too young by their own word is not sent on to a check", async () => {
  await using checked = await openChecked();
  const browser = checked.browser();
  await goTo(await browser.post("/age", CHILD));
  assertEquals((await goTo(await browser.get("/age/check")))[0], 403);
  const counts = (await kept(checked.app)).map(({ length }) => length);
  assertEquals(counts, [0, 0, 1]);
});

Deno.test("A07: while the provider is down the gate stays shut, and opens when it is back", async () => {
  await using checked = await openChecked();
  const { app } = checked;
  await checked.stopProvider();
  const browser = checked.browser();
  const age = await browser.post("/age", ADULT);
  assertEquals(await goTo(age), [303, "/age/check"]);
  for (let n = 0; n < 2; n++) {
    const html = await (await browser.get("/age/check")).text();
    assertStringIncludes(html, "cannot be reached");
    const again = await browser.post("/age/check", {});
    assertEquals(await goTo(again), [303, "/age/check"]);
  }
  assertEquals((await goTo(await browser.get("/talk")))[0], 403);
  assertEquals((await kept(app)).map(({ length }) => length), [1, 0, 0]);
  await checked.startAgain();
  await goTo(await browser.post("/age/check", {}));
  const yes = { state: "passed", expiresAt: app.clock.now() + HOUR };
  await answer(checked.url, "check-1", { ...yes, tell: false });
  await goTo(await browser.post("/age/check", {}));
  assertEquals(
    await goTo(await browser.get("/age/check")),
    [303, "/consent"],
  );
});

Deno.test("a check that nobody ends is over after a day", async () => {
  await using checked = await openChecked();
  const browser = checked.browser();
  await goTo(await browser.post("/age", ADULT));
  checked.app.clock.pass(DAY);
  assertEquals((await goTo(await browser.get("/age")))[0], 200);
});

Deno.test("a callback counts only with the provider's fresh signature, and once", async () => {
  await using checked = await openChecked();
  const { app } = checked;
  const browser = checked.browser();
  await goTo(await browser.post("/age", ADULT));
  const now = app.clock.now();
  const outcome = { ref: "check-1", state: "passed", expiresAt: now + HOUR };
  const body = JSON.stringify(outcome);
  const send = async (signature: string, text = body) => {
    const response = await app.fetch("/hooks/age", {
      method: "POST",
      body: text,
      headers: { "millo-signature": signature },
    });
    await response.body?.cancel();
    return response.status;
  };
  const good = await sign(SECRET, body, now);
  assertEquals(await send(""), 401);
  assertEquals(await send(await sign("a".repeat(32), body, now)), 401);
  assertEquals(await send(await sign(SECRET, body, now - 6 * MINUTE)), 401);
  assertEquals(await send(good, body.replace("passed", "failed")), 401);
  const odd = JSON.stringify({ ref: "check-1", state: "maybe" });
  assertEquals(await send(await sign(SECRET, odd, now), odd), 401);
  assertEquals((await kept(app))[1], []);
  assertEquals([await send(good), await send(good)], [204, 204]);
  assertEquals((await kept(app)).map(({ length }) => length), [0, 1, 0]);
});

Deno.test("a yes that is over opens nothing, and no other is kept longer than a day", async () => {
  await using checked = await openChecked();
  const { app, url } = checked;
  const [late, early] = [checked.browser(), checked.browser()];
  await goTo(await late.post("/age", ADULT));
  await goTo(await early.post("/age", ADULT));
  const now = app.clock.now();
  const over = { state: "passed", expiresAt: now - 1, tell: true };
  await answer(url, "check-1", over);
  const long = { state: "passed", expiresAt: now + 365 * DAY, tell: true };
  await answer(url, "check-2", long);
  assertEquals((await goTo(await late.get("/age")))[0], 200);
  assertEquals(await goTo(await early.get("/age")), [303, "/consent"]);
  app.clock.pass(DAY);
  assertEquals((await goTo(await early.get("/age")))[0], 200);
});

Deno.test("without a provider a region that asks for one stays shut", async () => {
  await using app = await openApp({ MILLO_REGION_HEADER: "x-country" });
  const browser = app.browser();
  const headers = { "x-country": "GB", origin: "http://localhost" };
  const form = { method: "POST", body: new URLSearchParams(ADULT), headers };
  assertEquals(
    await goTo(await browser.fetch("/age", form)),
    [303, "/age/check"],
  );
  const html = await (await browser.get("/age/check")).text();
  assertStringIncludes(html, "Millo does not offer one yet");
  assert(!html.includes('<form method="post" action="/age/check"'));
});

Deno.test("a country that no proxy of ours named is not believed", async () => {
  await using app = await openApp();
  const headers = { "x-country": "GB", origin: "http://localhost" };
  const response = await app.browser().fetch("/age", {
    method: "POST",
    body: new URLSearchParams(ADULT),
    headers,
  });
  assertEquals(await goTo(response), [303, "/consent"]);
});
