import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { decisions } from "../../lib/safety/records.ts";
import { faultsOf, Lookers } from "../helpers/looks.ts";
import { reported } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

const SETTINGS = { MILLO_MODE: "development", MILLO_LOG: "error" };

Deno.test({
  name: "a moderator works from the queue to the decision by keys alone",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite(SETTINGS);
    const { safety, store } = site.millo();
    const { case: number } = await reported(safety, { words: "Undressed." });
    const browser = await chromiumForTests();
    await using lookers = new Lookers(browser, site);
    const page = await lookers.open({
      path: "/admin/cases",
      role: "moderator",
      status: 200,
    });
    assertEquals(await firstRow(page), `/admin/cases/${number}`);
    await page.keyboard.press("Enter");
    await page.getByText("Nobody has this case").waitFor();
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Give back" }).waitFor();
    await page.keyboard.press("n");
    await page.keyboard.type("t3 is no key here");
    await page.keyboard.press("Enter");
    await page.getByText("t3 is no key here").waitFor();
    await page.keyboard.press("3");
    await page.getByLabel("Rule").selectOption("harm");
    await page.getByLabel("What you found").fill("You undressed.");
    assertEquals(await faultsOf(page), []);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Nothing waits here").waitFor();
    const [{ value: made }] = await Array.fromAsync(store.each(decisions));
    assertEquals(made.measures, ["days_7"]);
  },
});

/** Where J leads, as soon as the page's script hears it. */
async function firstRow(page: Page): Promise<string | null> {
  for (let tries = 0; tries < 50; tries++) {
    await page.keyboard.press("j");
    const href = await page.evaluate(() =>
      document.activeElement?.getAttribute("href") ?? null
    );
    if (href !== null) return href;
    await page.waitForTimeout(100);
  }
  return null;
}
