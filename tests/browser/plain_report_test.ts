import { assertEquals, assertMatch } from "@std/assert";
import { reports } from "../../lib/safety/records.ts";
import { accountOf } from "../helpers/browser_account.ts";
import { DESKTOP, Member } from "../helpers/member.ts";
import { faultsOf, overflowOf } from "../helpers/looks.ts";
import { addCall, addLine } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

Deno.test({
  name:
    "M01: without JavaScript a call is reported from the history, with its text, a note and a number",
  // Servers and browser outlive a test here; each closes what it opened.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite();
    const browser = await chromiumForTests();
    await using ada = await (await Member.open(browser, site.base, DESKTOP))
      .comeIn();
    const millo = site.millo();
    const call = await addCall(millo, await accountOf(site, ada));
    await addLine(millo, call, call.b, "look at this");
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await ada.context.storageState(),
      viewport: { width: 320, height: 640 },
    });
    try {
      const page = await context.newPage();
      await page.goto(`${site.base}/account/history`);
      await page.getByRole("link", { name: /Report/ }).first().click();
      assertMatch(page.url(), /\/talk\/calls\/[^/]+\/report$/);
      assertEquals(await overflowOf(page), 0);
      // Words that are too long come back; nothing is lost, nothing sent.
      await page.locator("details.more summary").click();
      const words = page.locator("textarea[name=words]");
      await words.fill("x".repeat(2001));
      await page.locator("button[value=threat]").click();
      await page.locator("#words-error").waitFor();
      assertEquals((await words.inputValue()).length, 2001);
      await words.fill("He threatened me.");
      await page.locator("input[name=text]").check();
      await page.locator("button[value=threat]").click();
      await page.waitForURL(/\/account\/reports\//);
      await page.getByText("He threatened me.").waitFor();
      assertMatch(
        await page.locator("dd code").innerText(),
        /^RN(-[0-9A-Z]{4}){4}$/,
      );
      assertEquals(await overflowOf(page), 0);
      const [{ value: report }] = await Array.fromAsync(
        millo.store.each(reports),
      );
      assertEquals(
        [report.reason, report.reported, report.words],
        ["threat", call.b, "He threatened me."],
      );
      await page.goto(`${site.base}/account/history`);
      await page.locator('main a[href^="/account/reports/"]').waitFor();
    } finally {
      await context.close();
    }
    await ada.page.goto(`${site.base}/account/history`);
    assertEquals(await faultsOf(ada.page), []);
  },
});
