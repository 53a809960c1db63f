import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { fillOffice, officePages } from "../helpers/back_office.ts";
import { enlargeText, faultsOf, overflowOf } from "../helpers/looks.ts";
import { DESKTOP, PHONE } from "../helpers/member.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

const SETTINGS = { MILLO_MODE: "development", MILLO_LOG: "error" };

/** Set, what is looked at is kept as well: `SHOTS=1 deno task test …`. */
const KEEPS = Deno.env.get("SHOTS") !== undefined;
const FOLDER = "tests/browser/shots";

/** A page of a full office is long; the first screens say enough. */
const MAX_HEIGHT = 2400;
const SMALLEST = { width: 320, height: 640 };
const TALL = { width: DESKTOP.width, height: 1300 };

Deno.test({
  name:
    "axe-core finds nothing in a full back office, on phone and desktop, light and dark",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using site = await openSite(SETTINGS);
    const office = await fillOffice(site);
    const pages = await officePages(site, office);
    assert(pages.length >= 12, "the office has its pages");
    const browser = await chromiumForTests();
    const context = await browser.newContext({ reducedMotion: "reduce" });
    await context.addCookies([
      { name: "millo_staff", value: office.token, url: site.base },
    ]);
    const wrong: string[] = [];
    for (const { name, path } of pages) {
      const page = await context.newPage();
      for (const viewport of [DESKTOP, PHONE]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ["dark", "light"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          if (colorScheme === "dark") await page.goto(site.base + path);
          const where = `${name} ${viewport.width} ${colorScheme}`;
          const faults = await faultsOf(page);
          wrong.push(...faults.map((fault) => `${where} ${fault}`));
        }
        const by = await overflowOf(page);
        if (by > 0) wrong.push(`${name} ${viewport.width} wider by ${by}`);
        if (KEEPS) await keep(page, `${name}-${viewport.width}`);
      }
      await page.setViewportSize(SMALLEST);
      await enlargeText(page);
      const by = await overflowOf(page);
      if (by > 0) {
        wrong.push(`${name} 320, text twice as large: wider by ${by}`);
      }
      await page.close();
    }
    await context.close();
    assertEquals(wrong, []);
  },
});

/** A picture of few colours, so that the repository stays small. */
async function keep(page: Page, name: string): Promise<void> {
  const { width } = page.viewportSize()!;
  // What stays in sight beside a long page is whole in a tall window.
  if (width === DESKTOP.width) await page.setViewportSize(TALL);
  const height = Math.min(
    MAX_HEIGHT,
    await page.evaluate(() => document.documentElement.scrollHeight),
  );
  const png = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width, height },
  });
  const small = await sharp(png).png({ palette: true, colours: 24 }).toBuffer();
  await Deno.writeFile(`${FOLDER}/${name}.png`, small);
}
