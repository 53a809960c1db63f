import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Site } from "./site.ts";
import { browserOn, type MetPage } from "./pages.ts";
import type { Role } from "./app.ts";

/** What axe-core finds on the page as it stands, one line a fault. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => "axe" in globalThis)) {
    await page.evaluate(axe.source);
  }
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    })
  );
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`
  );
}

/** Pixels by which the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Text twice as large, as a browser's setting makes it. */
export async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}

/** Contexts with the cookies of each role, made when first asked for. */
export class Lookers {
  #contexts = new Map<Role, Promise<BrowserContext>>();

  constructor(
    readonly browser: Browser,
    readonly site: Site,
    readonly language = "en",
  ) {}

  /** Goes there as that role does, in a page of its own. */
  async open({ path, role }: MetPage): Promise<Page> {
    const made = this.#contexts.get(role) ?? this.#enter(role);
    this.#contexts.set(role, made);
    const page = await (await made).newPage();
    await page.goto(this.site.base + path, { waitUntil: "load" });
    return page;
  }

  async #enter(role: Role): Promise<BrowserContext> {
    // A colour that is half way to another is judged as neither.
    const context = await this.browser.newContext({ reducedMotion: "reduce" });
    const cookies = (await browserOn(this.site, role)).cookies();
    cookies.millo_lang = this.language;
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({
        name,
        value,
        url: this.site.base,
      })),
    );
    return context;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const context of this.#contexts.values()) {
      await (await context).close();
    }
  }
}
