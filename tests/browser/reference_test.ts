import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { decided, reported } from "../helpers/safety.ts";
import { faultsOf, overflowOf } from "../helpers/looks.ts";
import { DESKTOP, Member, PHONE } from "../helpers/member.ts";
import { accountOf } from "../helpers/browser_account.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

const SMALLEST = { width: 320, height: 640 };

/** What is wrong with a page on a desk, a phone and the smallest screen. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const size of [DESKTOP, PHONE, SMALLEST]) {
      await page.setViewportSize(size);
      const wide = await overflowOf(page);
      if (wide > 0) found.push(`${size.width} ${scheme}: ${wide} px too wide`);
      const inside = await faultsOf(page);
      found.push(...inside.map((one) => `${size.width} ${scheme}: ${one}`));
    }
  }
  return found;
}

Deno.test({
  name:
    "A14: whoever is banned and has no key appeals, takes a copy and erases by the number, elsewhere and without script",
  ...real,
  async fn() {
    await using site = await openSite();
    const browser = await chromiumForTests();
    await using ada = await (await Member.open(browser, site.base, DESKTOP))
      .comeIn();
    const { safety } = site.millo();
    const person = await accountOf(site, ada);
    const filed = await reported(safety, { reported: person });
    await decided(safety, filed.case, { measures: ["ban"] });
    await ada.page.goto(`${site.base}/account/standing`);
    const number = await ada.page.locator("dd code").innerText();
    await ada.page.locator('main a[href="/reference"]').click();
    assertEquals(new URL(ada.page.url()).pathname, "/reference");

    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${site.base}/safety`);
      await page.locator('main a[href="/reference"]').click();
      await page.getByLabel("Number").fill("SN-0000");
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByText("No report or decision has this number").first()
        .waitFor();
      await page.getByLabel("Number").fill(number.toLowerCase());
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByText("You showed yourself undressed.").waitFor();
      assertEquals(page.url(), `${site.base}/reference`);
      assertEquals((await context.cookies()).map(({ name }) => name), []);

      await page.getByLabel("It was not me").check();
      await page.getByLabel("In your words").fill("My brother used it.");
      await page.getByRole("button", { name: "Send my appeal" }).click();
      await page.getByText("Somebody else is reading it again").waitFor();

      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Get a copy" }).click();
      const { size } = await Deno.stat(await (await download).path());
      assert(size > 1_000);

      await page.getByRole("button", { name: "Erase my account" }).click();
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Erase everything now" }).click();
      await page.waitForURL(/\/account\/receipts\//);
    } finally {
      await context.close();
    }
  },
});

Deno.test({
  name: "S05: every page by number is read on any screen, in light and dark",
  ...real,
  async fn() {
    await using site = await openSite();
    const browser = await chromiumForTests();
    await using ada = await (await Member.open(browser, site.base, DESKTOP))
      .comeIn();
    await using ben = await (await Member.open(browser, site.base, DESKTOP))
      .comeIn();
    const { safety } = site.millo();
    const filed = await reported(safety, {
      reported: await accountOf(site, ada),
      by: await accountOf(site, ben),
      words: "He undressed.",
    });
    await decided(safety, filed.case, { measures: ["days_7"] });
    await ada.page.goto(`${site.base}/account/standing`);
    await ben.page.goto(`${site.base}/account/reports/${filed.report}`);
    const found: string[] = [];
    for (const { page } of [ada, ben]) {
      const number = await page.locator("dd code").innerText();
      await page.goto(`${site.base}/reference`);
      await page.getByLabel("Number").fill("nonsense");
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByRole("alert").waitFor();
      found.push(...await faults(page));
      await page.getByLabel("Number").fill(number);
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByRole("heading", { name: "Your data" }).waitFor();
      found.push(...await faults(page));
      await page.getByRole("button", { name: "Erase my account" }).click();
      await page.getByRole("checkbox").waitFor();
      found.push(...await faults(page));
    }
    assertEquals(found, []);
  },
});
