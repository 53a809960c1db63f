import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { BrowserContext, Page } from "playwright-core";
import { chromiumForTests } from "../helpers/servers.ts";
import { openSite, type Site } from "../helpers/site.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

const MAX_STOPS = 60;

function walkTest(name: string, run: (site: Site) => Promise<void>): void {
  Deno.test({
    name,
    ...real,
    async fn() {
      await using site = await openSite();
      await run(site);
    },
  });
}

/** Somebody who presses Tab, Enter, Space and digits, and nothing else. */
class Typist {
  constructor(readonly page: Page) {}

  static async open(context: BrowserContext, base: string): Promise<Typist> {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(base);
    return new Typist(page);
  }

  press(key: "Tab" | "Enter" | "Space"): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(digits: string): Promise<void> {
    return this.page.keyboard.type(digits);
  }

  /** Presses Tab until the focus is there, and fails where it never is. */
  async tabTo(selector: string): Promise<void> {
    for (let stop = 0; stop < MAX_STOPS; stop++) {
      await this.press("Tab");
      if (await this.page.locator(`${selector}:focus`).count() > 0) return;
    }
    throw new Error(`${selector} is not reached by Tab on ${this.page.url()}`);
  }

  /** Presses the step forward, and waits for the page behind it. */
  async go(to: string, selector = ".go"): Promise<void> {
    await this.tabTo(selector);
    assert(await this.isSeen(), `the focus on ${selector} is seen`);
    await Promise.all([
      this.page.waitForURL((url) => url.pathname === to),
      this.press("Enter"),
    ]);
  }

  /** From the first page through the gate and the texts to the call. */
  async comeIn(): Promise<void> {
    await this.go("/age");
    await this.enterDate({ day: "29", month: "2", year: "1988" });
    await this.go("/consent", "main .go");
    for (const box of await this.page.locator("[required]").all()) {
      const id = await box.getAttribute("id");
      await this.tabTo(`#${id}`);
      await this.press("Space");
      assert(await box.isChecked(), `${id} is ticked`);
    }
    await this.go("/talk", "main .go");
  }

  /** In the order of the page, which is that of the language. */
  async enterDate(date: Record<string, string>): Promise<void> {
    const fields = this.page.locator(".date-parts input");
    for (const field of await fields.all()) {
      const name = (await field.getAttribute("id"))!;
      await this.tabTo(`#${name}`);
      await this.type(date[name]);
    }
  }

  async until(state: string): Promise<void> {
    await this.page.locator(`#talk[data-state="${state}"]`).waitFor();
  }

  /** A ring around what has the focus, three pixels strong. */
  private async isSeen(): Promise<boolean> {
    const outline = await this.page.locator(":focus").evaluate((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return `${outlineStyle} ${outlineWidth}`;
    });
    return outline === "solid 3px";
  }
}

walkTest(
  "by keyboard alone one comes from the first page into a call and out again",
  async (site) => {
    const browser = await chromiumForTests();
    const contexts = [await browser.newContext(), await browser.newContext()];
    const [ada, ben] = await Promise.all(
      contexts.map((context) => Typist.open(context, site.base)),
    );
    for (const one of [ada, ben]) {
      await one.comeIn();
      await one.until("ready");
      await one.tabTo("#next");
      await one.press("Enter");
    }
    await Promise.all([ada.until("live"), ben.until("live")]);
    await ada.tabTo("form button");
    await ben.tabTo("#next");
    await ben.press("Space");
    await ada.until("ended");
    await ben.until("searching");
    for (const context of contexts) await context.close();
  },
);

walkTest(
  "without JavaScript one comes as far as the call, which says what it needs",
  async (site) => {
    const browser = await chromiumForTests();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const ada = await Typist.open(context, site.base);
    await ada.comeIn();
    // Not by its text: to Playwright, what stands in noscript has none.
    const said = ada.page.locator("noscript p");
    assert(await said.isVisible());
    assertStringIncludes(await said.innerText(), "The call needs JavaScript");
    await context.close();
  },
);

walkTest(
  "without JavaScript a wrong date is told beside its field, and kept",
  async (site) => {
    const browser = await chromiumForTests();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const ada = await Typist.open(context, `${site.base}/age`);
    await ada.enterDate({ day: "31", month: "4", year: "1990" });
    await ada.go("/age", "main .go");
    assertEquals(await ada.page.locator("#year").inputValue(), "1990");
    const said = ada.page.locator("#day-error");
    assert((await said.innerText()).length > 0);
    await context.close();
  },
);

walkTest(
  "the language is switched on any page without JavaScript, and stays",
  async (site) => {
    const browser = await chromiumForTests();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: "en-GB",
    });
    const page = await context.newPage();
    await page.goto(`${site.base}/rules?from=here`);
    assertEquals(await page.locator("html").getAttribute("lang"), "en");
    await page.getByLabel("Language").selectOption("en-US");
    await page.getByRole("button", { name: "Change" }).click();
    assertEquals(page.url(), `${site.base}/rules?from=here`);
    assertEquals(await page.locator("html").getAttribute("lang"), "en-US");
    await page.goto(`${site.base}/nowhere`);
    assertEquals(await page.locator("html").getAttribute("lang"), "en-US");
    await context.close();
  },
);
