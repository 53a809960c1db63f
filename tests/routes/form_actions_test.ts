import { assert, assertEquals } from "@std/assert";
import { passkeys } from "../../lib/accounts/keys/records.ts";
import { contacts } from "../../lib/accounts/profile/records.ts";
import { dayOf } from "../../lib/kernel/mod.ts";
import { elements } from "../components/html.ts";
import { come, type Owner } from "../helpers/accounts.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { meetPages } from "../helpers/pages.ts";

const PASSKEY = "a-Passkey_of-Ada";

/** Somebody with one of everything that a page of the account can change. */
async function withEverything(app: TestApp): Promise<Owner> {
  const owner = await come(app);
  const { store, clock } = app.millo;
  const day = dayOf(clock.now());
  const { accountId } = owner;
  const kept = await store.write()
    .add(passkeys, {
      ...{ id: PASSKEY, accountId, publicKey: "", counter: 0 },
      ...{ transports: [], backedUp: false },
      ...{ createdDay: day, usedDay: day, seenDay: day },
    })
    .create(contacts, {
      ...{ accountId, address: "ada@example.org", pending: "b@example.org" },
      ...{ codeHash: "0".repeat(64), triesLeft: 3 },
      ...{ confirmedDay: day, askedAt: clock.now(), seenDay: day },
    })
    .commit();
  assert(kept.ok);
  return owner;
}

/** Where the forms of a page lead, by whichever button. */
async function actionsOn(browser: TestBrowser, path: string) {
  const html = await (await browser.get(path)).text();
  const forms = elements(html, "form").map(({ attributes }) => attributes)
    .filter(({ method }) => method === "post")
    .map(({ action }) => action);
  const buttons = elements(html, "button")
    .map(({ attributes }) => attributes.formaction)
    .filter((action) => action !== undefined);
  return [...new Set([...forms, ...buttons])].map((action) => action ?? path);
}

Deno.test("every form of every page is sent to a route that takes it", async () => {
  await using app = await openApp();
  const { browser } = await withEverything(app);
  const own = ["keys", "sessions", "contact", "picture"];
  const asked = new Map<string, TestBrowser>();
  for (const path of own.map((name) => `/account/${name}`)) {
    for (const action of await actionsOn(browser, path)) {
      asked.set(action, browser);
    }
  }
  for (const { path, role } of await meetPages((role) => app.as(role))) {
    const met = await app.as(role);
    for (const action of await actionsOn(met, path)) {
      if (!asked.has(action)) asked.set(action, met);
    }
  }
  for (const [action, by] of asked) {
    const answer = await by.fetch(action, { method: "OPTIONS" });
    const allow = answer.headers.get("allow")?.split(", ") ?? [];
    assert(allow.includes("POST"), `${action} takes ${allow}`);
  }
  for (
    const expected of [
      "/consent/refusal",
      "/account/contact/code",
      "/account/contact/removal",
      "/account/keys/code",
      "/account/keys/code/removal",
      `/account/keys/passkeys/${PASSKEY}/removal`,
      "/account/sessions/end",
    ]
  ) assert(asked.has(expected), expected);
});

Deno.test("a passkey is removed at its own address, and only by its owner", async () => {
  await using app = await openApp();
  const owner = await withEverything(app);
  const { store } = app.millo;
  const path = `/account/keys/passkeys/${PASSKEY}/removal`;
  const stranger = await come(app);
  await stranger.browser.post(path, {});
  assert(await store.get(passkeys, [PASSKEY]));
  const done = await owner.browser.post(path, {});
  assertEquals(done.headers.get("location"), "/account/keys");
  assertEquals(await store.get(passkeys, [PASSKEY]), null);
});

Deno.test("a key is removed only after one was shown lately", async () => {
  await using app = await openApp();
  const owner = await withEverything(app);
  const { store } = app.millo;
  app.clock.pass(6 * 60_000);
  for (const name of [`passkeys/${PASSKEY}`, "code"]) {
    const path = `/account/keys/${name}/removal`;
    const answer = await owner.browser.post(path, {});
    assertEquals(
      answer.headers.get("location"),
      "/account/return?to=/account/keys",
    );
  }
  assert(await store.get(passkeys, [PASSKEY]));
  const { browser } = owner;
  const back = { recovery: owner.code };
  assertEquals((await browser.post("/account/return", back)).status, 303);
  await browser.post("/account/keys/code/removal", {});
  assertEquals((await app.browser().post("/account/return", back)).status, 422);
});

Deno.test("the end of this browser's own session lets it out", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const [own] = (await actionsOn(browser, "/account/sessions"))
    .filter((action) => /sessions\/\w+\/end$/.test(action));
  const out = await browser.post(own, {});
  assertEquals(out.headers.get("location"), "/");
  assertEquals(browser.cookies().millo_session, undefined);
  assertEquals((await browser.get("/account")).status, 403);
});

Deno.test("a name that nobody has, or that is too long, changes nothing", async () => {
  await using app = await openApp();
  const { browser } = await withEverything(app);
  for (const id of ["x", "é", "%00", "..", "a".repeat(65), "a".repeat(4000)]) {
    for (
      const path of [
        `/account/sessions/${id}/end`,
        `/account/devices/${id}/removal`,
        `/account/keys/passkeys/${id}/removal`,
      ]
    ) {
      const { status } = await browser.post(path, {});
      // Two dots lead elsewhere before anybody reads them.
      const fine = id === ".." ? [303, 405, 404] : [303, 404];
      assert(fine.includes(status), `${path.slice(0, 40)}: ${status}`);
    }
  }
  const inbox = await browser.get(`/account/inbox/${"é".repeat(300)}`);
  assertEquals(inbox.status, 404);
  assertEquals((await browser.get("/account")).status, 200);
  assert(await app.millo.store.get(passkeys, [PASSKEY]));
});

Deno.test("what a form shows as its answer is not shown again by its address", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  for (const place of ["/account/keys", "/account/contact"]) {
    const again = await browser.get(`${place}/code`);
    assertEquals([again.status, again.headers.get("location")], [303, place]);
  }
});

Deno.test("removing keys is limited as making them is", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  const { browser } = await come(app);
  let last = 0;
  for (let n = 0; n < 12; n++) {
    const path = `/account/keys/passkeys/none${n}/removal`;
    last = (await browser.post(path, {})).status;
  }
  assertEquals(last, 429);
});
