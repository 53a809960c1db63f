import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { Lookers } from "../helpers/looks.ts";
import { reported } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

/** Goes there, and waits until the page's scripts hear keys. */
async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.heard);
}

/** Notes on the page that something there hears keys. */
function noteListeners(): void {
  const add = document.addEventListener;
  document.addEventListener = function (
    ...given: Parameters<typeof add>
  ): void {
    if (given[0] === "keydown") document.documentElement.dataset.heard = "yes";
    add.apply(document, given);
  };
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("href") ?? null);

Deno.test({
  name:
    "single keys act until they are turned off; then Ctrl and Enter do, and no key is printed that does not",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite({
      MILLO_MODE: "development",
      MILLO_LOG: "error",
    });
    const { case: number } = await reported(site.millo().safety);
    const browser = await chromiumForTests();
    await using lookers = new Lookers(browser, site);
    const page = await lookers.open({
      ...{ path: "/admin/cases", role: "moderator", status: 200 },
    });
    page.setDefaultTimeout(15_000);
    await page.addInitScript(noteListeners);
    const { base } = site;
    await goTo(page, `${base}/admin/cases`);
    const take = page.getByRole("button", { name: "Take this case" });
    const printed = () => page.locator("kbd:visible").allTextContents();
    await page.keyboard.press("j");
    assertEquals(await focused(page), `/admin/cases/${number}`);
    assertEquals((await printed()).includes("↵"), true);

    await page.goto(`${base}/admin/me`);
    await page.getByLabel("Single keys act").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL("**/admin/me#preferences");
    await goTo(page, `${base}/admin/cases`);
    await page.keyboard.press("j");
    assertEquals([await focused(page), await printed()], [null, []]);

    // Nothing takes the case but its own button; then Ctrl and Enter decide.
    await goTo(page, `${base}/admin/cases/${number}`);
    await page.keyboard.press("t");
    await take.waitFor();
    await take.click();
    await page.locator("#decision").waitFor();
    assertEquals(await printed(), ["Ctrl ↵"]);
    await page.keyboard.press("?");
    assertEquals(await page.getByRole("dialog").count(), 0);
    await page.getByRole("button", { name: "Keys" }).click();
    const map = page.getByRole("dialog");
    await map.waitFor();
    assertEquals(await map.locator("li kbd:visible").allTextContents(), [
      "Ctrl ↵",
    ]);
    await page.keyboard.press("Escape");
    await map.waitFor({ state: "detached" });
    const chosen = () =>
      page.locator("input[type=radio]:checked").evaluateAll((all) =>
        all.map((one) => (one as HTMLInputElement).value)
      );
    const suggested = await chosen();
    await page.keyboard.press("5");
    await page.keyboard.press("1");
    assertEquals(await chosen(), suggested);
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.keyboard.press("Control+Enter");
    assertEquals(
      new URL((await sent).url()).pathname.split("/").at(-1),
      "decision",
    );
  },
});
