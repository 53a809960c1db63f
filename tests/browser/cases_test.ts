import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { fileReport } from "../../lib/safety/mod.ts";
import { decisions, looks } from "../../lib/safety/records.ts";
import { faultsOf, Lookers } from "../helpers/looks.ts";
import { addCall, filing, reported } from "../helpers/safety.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

const SETTINGS = { MILLO_MODE: "development", MILLO_LOG: "error" };

Deno.test({
  name: "M20: a moderator works from the queue to the decision by keys alone",
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
    await page.locator("#rule").selectOption("harm");
    await page.locator("#facts").fill("You undressed.");
    assertEquals(await faultsOf(page), []);
    await page.keyboard.press("Control+Enter");
    await page.getByText("Nothing is waiting here").waitFor();
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

Deno.test({
  name:
    "M20: a question mark shows the keys of the page, and is a letter in a field",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite(SETTINGS);
    const { safety } = site.millo();
    const { case: number } = await reported(safety);
    await using lookers = new Lookers(await chromiumForTests(), site);
    const page = await lookers.open({
      path: "/admin/cases",
      role: "moderator",
      status: 200,
    });
    const map = page.getByRole("dialog", { name: "Keys on this page" });
    const shown = async () =>
      (await map.getByRole("listitem").allTextContents())
        .map((text) => text.trim());
    await page.getByRole("button", { name: "Keys" }).waitFor();
    await page.keyboard.press("?");
    await map.waitFor();
    const keys = await shown();
    assert(keys.includes("Down and up the list J K"), keys.join());
    assert(keys.includes("Take the next ↵"), keys.join());
    assertEquals(await faultsOf(page), []);
    // No key of the page behind it acts meanwhile.
    await page.keyboard.press("Enter");
    await map.waitFor({ state: "detached" });
    assertEquals(new URL(page.url()).pathname, "/admin/cases");

    await page.goto(`${site.base}/admin/cases/${number}`);
    await page.getByRole("button", { name: "Keys" }).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("button", { name: "Give back" }).waitFor();
    await page.locator("#facts").pressSequentially("Why?");
    assertEquals(await map.count(), 0);
    assertEquals(await page.locator("#facts").inputValue(), "Why?");
    await page.locator("#facts").blur();
    await page.keyboard.press("?");
    await map.waitFor();
    const all = await shown();
    for (const key of ["Q", "Z", "1", "5", "S", "E", "Ctrl ↵", "N", "?"]) {
      const is = all.some((one) => one.endsWith(` ${key}`));
      assertEquals([key, is], [key, key !== "Z"]);
    }
    await page.keyboard.press("Escape");
    assertEquals(await map.count(), 0);
  },
});

Deno.test({
  name: "M21: a still is there while it is held, by pointer, key or button",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite(SETTINGS);
    const { safety, store } = site.millo();
    const still = await sharp({
      create: { width: 64, height: 48, channels: 3, background: "#c04020" },
    }).jpeg().toBuffer();
    const call = await addCall(safety);
    const filed = await fileReport(
      safety,
      call.a,
      filing({
        ...{ call: call.id, reason: "threat" },
        still: new Uint8Array(still),
      }),
    );
    assert(filed.ok);
    await using lookers = new Lookers(await chromiumForTests(), site);
    const page = await lookers.open({
      path: `/admin/cases/${filed.value.case}`,
      role: "moderator",
      status: 200,
    });
    const veil = page.getByRole("button", { name: "Hold to open the still" });
    await veil.waitFor();
    const width = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(
          ".veil canvas",
        );
        return canvas?.width ?? null;
      });
    const until = (state: string) =>
      page.locator(`.veil[data-look="${state}"]`).waitFor();
    const count = async () => (await Array.fromAsync(store.each(looks))).length;
    assertEquals([await width() === 64, await count()], [false, 0]);
    await veil.hover();
    await page.mouse.down();
    await until("open");
    await page.waitForFunction(() =>
      document.querySelector<HTMLCanvasElement>(".veil canvas")?.width === 64
    );
    assertEquals(await faultsOf(page), []);
    await page.mouse.up();
    await until("shut");
    assertEquals([await width(), await count()], [0, 1]);
    await veil.focus();
    await page.keyboard.down("Space");
    await until("open");
    await page.keyboard.up("Space");
    await until("shut");
    await page.getByRole("button", { name: "Keep it open" }).click();
    await until("open");
    await page.getByRole("button", { name: "Shut it" }).click();
    await until("shut");
    assertEquals(await count(), 3);
    await page.reload();
    await page.getByText("You looked 3 times").waitFor();
  },
});
