import { assert, assertEquals, assertLess } from "@std/assert";
import type { Page } from "playwright-core";
import { DESKTOP, PHONE } from "../helpers/member.ts";
import {
  enlargeText,
  faultsOf,
  Lookers,
  overflowOf,
} from "../helpers/looks.ts";
import { browserOn, meetPages, type MetPage } from "../helpers/pages.ts";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

/** As many requests as a crowd makes; production mode would refuse that. */
const SETTINGS = {
  MILLO_MODE: "development",
  MILLO_LIMITS: "1000",
  MILLO_LOG: "error",
  MILLO_PSEUDO: "on",
};

const SMALLEST = { width: 320, height: 640 };

/** Pages about privacy, safety and what is kept. */
const OF_PRIVACY = /^\/(age|consent|privacy|policies|account|safety|contact)/;

type Look = (page: Page, met: MetPage) => Promise<string[]>;

/** Looks at every page there is, and lists what is wrong by page. */
function everyPage(name: string, language: string, look: Look): void {
  Deno.test({
    name,
    ...real,
    async fn() {
      await using site = await openSite(SETTINGS);
      const pages = await meetPages((role) => browserOn(site, role));
      assert(pages.length > 10, "there are pages to look at");
      const browser = await chromiumForTests();
      await using lookers = new Lookers(browser, site, language);
      const wrong: string[] = [];
      for (const met of pages) {
        const page = await lookers.open(met);
        for (const fault of await look(page, met)) {
          wrong.push(`${met.path} (${met.role}, ${met.status}) ${fault}`);
        }
        await page.close();
      }
      assertEquals(wrong, []);
    },
  });
}

everyPage(
  "axe-core finds nothing on any page, on phone and desktop, light and dark",
  "en",
  async (page) => {
    const found: string[] = [];
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const where = `${viewport.width} ${colorScheme}`;
        const faults = await faultsOf(page);
        found.push(...faults.map((fault) => `${where} ${fault}`));
      }
      found.push(...await tooWide(page));
    }
    return found;
  },
);

everyPage(
  "S05: every page fits 320 pixels with text twice as large, privacy first of all",
  "en",
  async (page, { path }) => {
    await page.setViewportSize(SMALLEST);
    await enlargeText(page);
    const faults = [...await faultsOf(page), ...await tooWide(page)];
    return OF_PRIVACY.test(path)
      ? [...faults, ...await unreachable(page)]
      : faults;
  },
);

everyPage(
  "every page turns round and fits for a language from right to left",
  "ar-XB",
  async (page) => {
    const found: string[] = [];
    for (const viewport of [SMALLEST, PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      found.push(...await tooWide(page));
      const logo = await page.locator("header a").first().boundingBox();
      const start = viewport.width - logo!.x - logo!.width;
      if (start > logo!.x) found.push(`${viewport.width} the logo stays left`);
    }
    return [...found, ...await faultsOf(page)];
  },
);

pageTest(
  "the first page is whole one round trip after its HTML, and nothing moves",
  async (page, base) => {
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    // A slow line: the words stand in another face first.
    await page.route("**/*.woff2*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    const html = await (await page.goto(base))!.text();
    const moved = page.evaluate(movement);
    await page.evaluate(() => document.fonts.ready);
    for (const url of asked.slice(1)) {
      const path = url.slice(base.length - 1).replaceAll("&", "&amp;");
      assert(html.includes(`"${path}"`), `${path} is asked for later`);
    }
    assert(asked.length >= 4, "sheet and two faces");
    assertLess(await moved, .02);
    assertEquals(said, []);
  },
);

pageTest(
  "images and icons have their size before they come",
  async (page, base) => {
    await page.goto(base);
    const unsized = await page.evaluate(() =>
      [...document.querySelectorAll("img, svg")].filter((one) =>
        !one.getAttribute("viewBox") &&
        !(one.getAttribute("width") && one.getAttribute("height"))
      ).map((one) => one.outerHTML.slice(0, 80))
    );
    assertEquals(unsized, []);
  },
);

/** How far things moved within a second and a half, as Lighthouse counts it. */
function movement(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        sum += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 1500);
  });
}

function pageTest(
  name: string,
  look: (page: Page, base: string) => Promise<void>,
): void {
  Deno.test({
    name,
    ...real,
    async fn() {
      await using site = await openSite(SETTINGS);
      const context = await (await chromiumForTests()).newContext();
      await look(await context.newPage(), `${site.base}/`);
      await context.close();
    },
  });
}

async function tooWide(page: Page): Promise<string[]> {
  const by = await overflowOf(page);
  const { width } = page.viewportSize()!;
  return by > 0 ? [`${width} is too wide by ${by}`] : [];
}

const MAX_STOPS = 120;

/** What can be pressed or filled in, and is never reached by Tab. */
async function unreachable(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const able = "a[href], button, input, select, textarea, summary";
    for (const one of document.querySelectorAll<HTMLElement>(able)) {
      if (one.checkVisibility({ visibilityProperty: true })) {
        one.dataset.unreached = "";
      }
    }
    // One of a group stands for all of it: the arrows lead to the others.
    document.addEventListener("focusin", ({ target }) => {
      const one = target as HTMLInputElement;
      delete one.dataset.unreached;
      if (one.type !== "radio") return;
      for (const other of document.getElementsByName(one.name)) {
        delete other.dataset.unreached;
      }
    });
  });
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const left = await page.locator("[data-unreached]").count();
    if (left === 0) return [];
  }
  const missed = await page.locator("[data-unreached]").evaluateAll((all) =>
    all.map((one) => one.outerHTML.slice(0, 80))
  );
  return missed.map((one) => `is not reached by Tab: ${one}`);
}
