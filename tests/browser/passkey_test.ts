import { assert, assertEquals } from "@std/assert";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { passkeys } from "../../lib/accounts/keys/records.ts";
import { accounts, sessions } from "../../lib/accounts/records.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { chromiumForTests } from "../helpers/servers.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  name: "a passkey is added, and brings the account back on another device",
  ...real,
  async fn() {
    await using site = await serve();
    await using first = await open(site);
    await comeIn(first.page, site.base);
    await first.page.goto(`${site.base}/account/keys`);
    await first.page.getByRole("button", { name: "Add a passkey" }).click();
    await first.page.getByRole("button", { name: "Remove", exact: true })
      .waitFor();
    const [key] = await held(site.app, passkeys);
    assertEquals(await credentials(first), [key.value.id]);

    await using second = await open(site);
    await moveKeys(first, second);
    await second.page.goto(`${site.base}/account/return`);
    await second.page.getByRole("button", { name: "Use a passkey" }).click();
    await second.page.waitForURL(`${site.base}/account`);
    assertEquals((await held(site.app, accounts)).length, 1);
    assertEquals((await held(site.app, sessions)).length, 2);
    const [used] = await held(site.app, passkeys);
    assert(used.value.counter > key.value.counter, "its counter went on");
    assertEquals([...first.complaints, ...second.complaints], []);
  },
});

Deno.test({
  name: "showing a passkey again rotates the session and lets the copy out",
  ...real,
  async fn() {
    await using site = await serve();
    await using one = await open(site);
    await comeIn(one.page, site.base);
    await one.page.goto(`${site.base}/account/keys`);
    await one.page.getByRole("button", { name: "Add a passkey" }).click();
    await one.page.getByRole("button", { name: "Remove", exact: true })
      .waitFor();
    const before = await cookieOf(one.context);
    site.app.clock.pass(10 * 60_000);
    await one.page.goto(`${site.base}/account/data`);
    await one.page.getByRole("button", { name: "Get a copy" }).click();
    await one.page.getByRole("button", { name: "Use a passkey" }).click();
    await one.page.waitForURL(`${site.base}/account/data`);
    const after = await cookieOf(one.context);
    assert(before && after && before !== after, "the session is a new one");
    assertEquals((await held(site.app, sessions)).length, 1);
    const coming = one.page.waitForEvent("download");
    await one.page.getByRole("button", { name: "Get a copy" }).click();
    assertEquals((await coming).suggestedFilename(), "millo-2026-11-23.zip");
  },
});

Deno.test({
  name: "a passkey that Millo does not know opens nothing, and it says so",
  ...real,
  async fn() {
    await using site = await serve();
    await using one = await open(site);
    await comeIn(one.page, site.base);
    await one.page.goto(`${site.base}/account/keys`);
    await one.page.getByRole("button", { name: "Add a passkey" }).click();
    await one.page.getByRole("button", { name: "Remove", exact: true }).click();
    await one.page.getByText("You do not have one.").nth(1).waitFor();
    await one.context.clearCookies();
    await one.page.goto(`${site.base}/account/return`);
    await one.page.getByRole("button", { name: "Use a passkey" }).click();
    await one.page.getByText("That passkey did not work here").waitFor();
    assertEquals(await cookieOf(one.context), undefined);
  },
});

interface Served {
  app: TestApp;
  base: string;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Opened {
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  authenticator: string;
  complaints: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** The app on a port of loopback, under the name that browsers trust. */
async function serve(): Promise<Served> {
  const ready = Promise.withResolvers<TestApp>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      return (await ready.promise).fetch(`${pathname}${search}`, request);
    },
  );
  const base = `http://localhost:${server.addr.port}`;
  const app = await openApp({ MILLO_ORIGIN: base });
  ready.resolve(app);
  return {
    app,
    base,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await app[Symbol.asyncDispose]();
    },
  };
}

/** A browser with an authenticator that always finds its owner there. */
async function open({ base }: Served): Promise<Opened> {
  const browser = await chromiumForTests();
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send(
    "WebAuthn.addVirtualAuthenticator",
    {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    },
  );
  return {
    context,
    page,
    cdp,
    authenticator: authenticatorId,
    complaints,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

async function comeIn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/age`);
  await page.getByLabel("Day").fill("29");
  await page.getByLabel("Month").fill("2");
  await page.getByLabel("Year").fill("1988");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(`${base}/consent`);
  for (const box of await page.locator("input[required]").all()) {
    await box.check();
  }
  await page.getByRole("button", { name: "Agree and continue" }).click();
  await page.waitForURL(`${base}/talk`);
}

/** As a passkey manager does between the devices of one person. */
async function moveKeys(from: Opened, to: Opened): Promise<void> {
  const { credentials } = await from.cdp.send("WebAuthn.getCredentials", {
    authenticatorId: from.authenticator,
  });
  for (const credential of credentials) {
    await to.cdp.send("WebAuthn.addCredential", {
      authenticatorId: to.authenticator,
      credential,
    });
  }
}

async function credentials(of: Opened): Promise<string[]> {
  const { credentials } = await of.cdp.send("WebAuthn.getCredentials", {
    authenticatorId: of.authenticator,
  });
  return credentials.map(({ credentialId }) =>
    Uint8Array.fromBase64(credentialId).toBase64({
      alphabet: "base64url",
      omitPadding: true,
    })
  );
}

async function cookieOf(context: BrowserContext): Promise<string | undefined> {
  const cookies = await context.cookies();
  return cookies.find(({ name }) => name === "millo_session")?.value;
}

async function held<
  C extends typeof passkeys | typeof accounts | typeof sessions,
>(app: TestApp, collection: C) {
  const { items } = await app.millo.store.all(
    collection as typeof passkeys,
    { limit: 50 },
  );
  return items;
}
