import { assert, assertEquals, assertLess } from "@std/assert";
import type { AccountId } from "../../lib/kernel/mod.ts";
import type { Measure } from "../../lib/safety/mod.ts";
import { findBlocked } from "../../lib/standing/mod.ts";
import { accountOf } from "../helpers/browser_account.ts";
import { DESKTOP, Member, PHONE } from "../helpers/member.ts";
import { decided, reported } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite, type Site } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

async function come(site: Site, viewport = DESKTOP): Promise<Member> {
  const browser = await chromiumForTests();
  return await (await Member.open(browser, site.base, viewport)).comeIn();
}

/** Somebody reports a person, and a moderator decides. */
async function decideAbout(
  { millo }: Site,
  person: AccountId,
  measure: Measure,
): Promise<void> {
  const { safety, liveHub } = millo();
  const { case: number } = await reported(safety, { reported: person });
  await decided(safety, number, { measures: [measure] });
  await liveHub.part(person);
}

Deno.test({
  name:
    "M14: whoever is banned in a call is led to why within two seconds, and the other blocks them",
  ...real,
  async fn() {
    await using site = await openSite();
    await using ada = await come(site);
    await using ben = await come(site, PHONE);
    await ada.press("Find someone");
    await ben.press("Find someone");
    await Promise.all([ada.until("live"), ben.until("live")]);
    const [person, other] = [
      await accountOf(site, ada),
      await accountOf(site, ben),
    ];
    const start = performance.now();
    await decideAbout(site, person, "ban");
    await Promise.all([
      ada.page.waitForURL(`${site.base}/account/standing`),
      ben.until("ended"),
    ]);
    assertLess(performance.now() - start, 2_000);
    await ada.page.getByText("You showed yourself undressed.").waitFor();
    await ada.page.goto(`${site.base}/talk`);
    assertEquals(new URL(ada.page.url()).pathname, "/account/standing");

    // Nothing tells the other why, and a block is one tap away.
    await ben.page.getByRole("heading", { name: "They left" }).waitFor();
    await ben.page.getByRole("button", { name: "Block", exact: true }).click();
    await ben.page.getByText("You never meet again").waitFor();
    const { store } = site.millo();
    assertEquals(await findBlocked(store, [[person, other]]), [true]);
    assertEquals(await ben.overflow(), 0);
    await ben.page.goto(`${site.base}/account/history`);
    await ben.page.getByRole("button", { name: /^Unblock/ }).click();
    await ben.page.getByText("Nobody. You can block someone").waitFor();
    assertEquals(await findBlocked(store, [[person, other]]), [false]);
    assertEquals([ben.complaints, ben.foreign], [[], []]);
  },
});

for (const measure of ["ban", "days_7"] as const) {
  Deno.test({
    name:
      `A14: whoever is out by ${measure} reads why, appeals, takes a copy and erases`,
    ...real,
    async fn() {
      await using site = await openSite();
      await using ada = await come(site);
      const { page } = ada;
      await decideAbout(site, await accountOf(site, ada), measure);
      await page.goto(`${site.base}/account/inbox`);
      await page.locator(".mail-list a").first().click();
      await page.locator('main a[href^="/account/standing"]').click();
      await page.getByText("You showed yourself undressed.").waitFor();
      await page.getByLabel("It was not me").check();
      await page.getByLabel("In your words").fill("My brother used it.");
      await page.getByRole("button", { name: "Send my appeal" }).click();
      await page.getByText("Somebody else is reading it again").waitFor();

      await page.goto(`${site.base}/account/keys`);
      await page.locator('[action="/account/keys/code"] [type="submit"]')
        .first().click();
      await page.locator("#recovery-code").waitFor();
      await page.goto(`${site.base}/account/data`);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Get a copy" }).click();
      const { size } = await Deno.stat(await (await download).path());
      assert(size > 1_000);

      await page.locator('a[href="/account/data/erasure"]').click();
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Erase everything now" }).click();
      await page.waitForURL(/\/account\/receipts\//);
      const cookies = (await ada.context.cookies()).map(({ name }) => name);
      // A browser that a ban holds by keeps its mark; any other loses it.
      assertEquals(cookies.includes("millo_device"), measure === "ban");
      await page.goto(`${site.base}/age`);
      await page.getByLabel("Day").fill("29");
      await page.getByLabel("Month").fill("2");
      await page.getByLabel("Year").fill("1988");
      await page.getByRole("button", { name: "Continue" }).click();
      const told = measure === "ban"
        ? "This browser is barred"
        : "Before you meet someone";
      await page.getByRole("heading", { name: told }).waitFor();
    },
  });
}
