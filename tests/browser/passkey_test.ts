import { assert, assertEquals } from "@std/assert";
import type { BrowserContext, Page } from "playwright-core";
import { passkeys } from "../../lib/accounts/keys/records.ts";
import { accounts, sessions } from "../../lib/accounts/records.ts";
import type { TestApp } from "../helpers/app.ts";
import { credentials, moveKeys, open, serve } from "../helpers/passkeys.ts";

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
