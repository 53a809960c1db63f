import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { contacts } from "../../lib/accounts/profile/records.ts";
import { passkeys } from "../../lib/accounts/keys/records.ts";
import { DAY, dayOf } from "../../lib/kernel/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { browserMarks } from "../../lib/standing/records.ts";
import { all, come, SESSION } from "../helpers/accounts.ts";
import {
  ADULT,
  AGREED,
  openApp,
  type TestApp,
  type TestBrowser,
} from "../helpers/app.ts";
import { ban } from "../helpers/sanctions.ts";

const MARK = "millo_device";

/** From the gate to the consent, where an account would begin. */
async function enter(browser: TestBrowser): Promise<Response> {
  await browser.post("/age", ADULT);
  return await browser.post("/consent", AGREED);
}

async function erase(browser: TestBrowser): Promise<void> {
  const done = await browser.post("/account/data/erasure", { sure: "1" });
  assertEquals(done.status, 303);
}

Deno.test("a browser has its mark from the account on, for the server alone", async () => {
  await using app = await openApp();
  const browser = app.browser();
  await browser.get("/");
  await browser.post("/age", ADULT);
  assertEquals(browser.cookie(MARK), undefined);
  const consent = await browser.post("/consent", AGREED);
  const line = consent.headers.getSetCookie()
    .find((one) => one.startsWith(`${MARK}=`))!;
  assertStringIncludes(line, "HttpOnly");
  assertStringIncludes(line, `Max-Age=${365 * 86_400}`);
  const [{ mark }] = await all(app, browserMarks);
  assertEquals(mark.length, 64);
  assert(!line.includes(mark));
});

Deno.test("a mark is renewed with the first visit of a day, and comes back with the account", async () => {
  await using app = await openApp();
  const { browser, code } = await come(app);
  const secret = browser.cookie(MARK)!;
  const set = async (response: Response) =>
    (await Promise.resolve(response)).headers.getSetCookie()
      .filter((one) => one.startsWith(`${MARK}=`));
  assertEquals(await set(await browser.get("/account")), []);
  app.clock.pass(DAY);
  const [renewed] = await set(await browser.get("/account"));
  assertStringIncludes(renewed, `${MARK}=${secret};`);
  const [{ seenDay }] = await all(app, browserMarks);
  assertEquals(seenDay, dayOf(app.clock.now()));
  // Another browser of the same person gets a mark of its own.
  const phone = app.browser();
  await phone.post("/account/return", { recovery: code });
  assert(phone.cookie(MARK) && phone.cookie(MARK) !== secret);
  assertEquals((await all(app, browserMarks)).length, 2);
});

Deno.test("M15: nobody begins again in the browser of somebody banned, and hears how to object", async () => {
  await using app = await openApp();
  const { browser, accountId } = await come(app);
  await ban(app.millo, accountId);
  await erase(browser);
  assertEquals(browser.cookie(SESSION), undefined);
  assert(browser.cookie(MARK), "a barred browser keeps its mark");
  const again = await enter(browser);
  assertEquals(again.status, 403);
  const html = await again.text();
  assertStringIncludes(html, "This browser is barred");
  assertStringIncludes(html, 'href="/contact"');
  assertEquals(browser.cookie(SESSION), undefined);
  assertEquals((await browser.get("/consent")).status, 403);
  // The way to object is open, and so is everybody else's way in.
  assertEquals((await browser.get("/contact")).status, 200);
  assertEquals((await enter(app.browser())).status, 303);
});

Deno.test("M15: a ban bars by its browser while the account is there, too, and no longer than it lasts", async () => {
  await using app = await openApp();
  const { browser, accountId, code } = await come(app);
  await ban(app.millo, accountId, {
    provisionalUntil: app.clock.now() + DAY,
  });
  await browser.post("/account/sessions/end", {});
  assertEquals((await enter(browser)).status, 403);
  // Their own account is open to them all the same.
  const back = await browser.post("/account/return", { recovery: code });
  assertEquals(back.status, 303);
  assertEquals((await browser.get("/account/standing")).status, 200);
  await browser.post("/account/sessions/end", {});
  app.clock.pass(DAY);
  assertEquals((await enter(browser)).status, 303);
});

Deno.test("whoever is erased without a ban loses the mark", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  await erase(browser);
  assertEquals(browser.cookie(MARK), undefined);
  assertEquals(await all(app, browserMarks), []);
  assertEquals((await enter(browser)).status, 303);
});

Deno.test("a mark that is none of ours bars nobody, and is replaced", async () => {
  await using app = await openApp();
  const browser = app.browser();
  browser.setCookie(MARK, "x".repeat(3_000));
  assertEquals((await enter(browser)).status, 303);
  assertEquals(browser.cookie(MARK)!.length, 52);
});

Deno.test("M15: the address of somebody banned is taken for no other account, once it is proven", async () => {
  await using app = await openApp({
    MILLO_SMTP_URL: "smtp://127.0.0.1:9",
    MILLO_MAIL_FROM: "millo@example.org",
  });
  const address = "ada@example.org";
  const first = await come(app);
  await confirm(app, first.browser, address);
  await ban(app.millo, first.accountId);
  await erase(first.browser);
  const second = await come(app);
  const answer = await confirm(app, second.browser, address);
  assertEquals(answer.status, 422);
  assertStringIncludes(await answer.text(), "banned from Millo");
  const [kept] = await all(app, contacts);
  assertEquals([kept.address, kept.pending], [null, null]);
});

async function confirm(
  app: TestApp,
  browser: TestBrowser,
  address: string,
): Promise<Response> {
  await browser.post("/account/contact", { address });
  const { items } = await app.millo.store.all(mails, { limit: 50 });
  const { value } = items.at(-1)!;
  const { code } = value.values as { code: string };
  return await browser.post("/account/contact/code", { code });
}

Deno.test("M15: a passkey whose account was banned and erased is told why", async () => {
  await using app = await openApp();
  const { browser, accountId } = await come(app);
  const id = "cGFzc2tleS1vZi1hZGE";
  const day = dayOf(app.clock.now());
  const { store } = app.millo;
  assert(
    (await store.write().add(passkeys, {
      ...{ id, accountId, publicKey: "k", counter: 0, transports: [] },
      ...{ backedUp: false, createdDay: day, usedDay: day, seenDay: day },
    }).commit()).ok,
  );
  await ban(app.millo, accountId);
  await erase(browser);
  const show = async (id: string) => {
    const visitor = app.browser();
    await visitor.post("/age", ADULT);
    const encode = (text: string) =>
      new TextEncoder().encode(text).toBase64({
        ...{ alphabet: "base64url", omitPadding: true } as const,
      });
    const clientDataJSON = encode(JSON.stringify({ challenge: "x" }));
    return await (await visitor.fetch("/account/return/passkey", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...{ origin: "http://localhost", "sec-fetch-site": "same-origin" },
      },
      body: JSON.stringify({
        ...{ id, rawId: id, type: "public-key", clientExtensionResults: {} },
        response: {
          ...{ clientDataJSON, authenticatorData: "x", signature: "x" },
        },
      }),
    })).json();
  };
  const barred = await show(id);
  assertEquals([barred.status, barred.title], [403, "This browser is barred"]);
  assertEquals((await show("b3RoZXI")).title === barred.title, false);
});
