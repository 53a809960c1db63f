import { assertStringIncludes } from "@std/assert";
import type { Page } from "playwright-core";
import { launchChromium } from "./helpers/browser.ts";
import { type DevSite, startDevSite } from "./helpers/dev_site.ts";

interface Change {
  kind: string;
  file: string;
  from: string;
  to: string;
  /** Runs in the page; true once the change can be seen. */
  shows: string;
}

const CHANGES: Change[] = [
  {
    kind: "route",
    file: "routes/index.tsx",
    from: "route one",
    to: "route two",
    shows: `document.querySelector("h1")?.textContent === "route two"`,
  },
  {
    kind: "component",
    file: "components/Badge.tsx",
    from: "component one",
    to: "component two",
    shows:
      `document.querySelector("#component")?.textContent === "component two"`,
  },
  {
    kind: "island",
    file: "islands/Counter.tsx",
    from: "island one",
    to: "island two",
    shows: `document.querySelector("#island")?.textContent === "island two"`,
  },
  {
    kind: "message",
    file: "lib/messages.ts",
    from: "message one",
    to: "message two",
    shows: `document.querySelector("#message")?.textContent === "message two"`,
  },
  {
    kind: "style",
    file: "static/style.css",
    from: "rgb(1, 1, 1)",
    to: "rgb(2, 2, 2)",
    shows:
      `getComputedStyle(document.querySelector("h1")).color === "rgb(2, 2, 2)"`,
  },
];

const OVERLAY = `document.querySelector("dev-overlay")?.shadowRoot.textContent`;

/** Waits across reloads, which throw the running check away. */
async function until(page: Page, expression: string) {
  const end = performance.now() + 15_000;
  while (performance.now() < end) {
    if (await page.evaluate(expression).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`Cannot see the change: ${expression} stayed false`);
}

async function settle(page: Page) {
  await until(page, `document.querySelector("#island")?.textContent !== ""`);
  // The next process gets ready meanwhile, as it does while somebody types.
  await new Promise((done) => setTimeout(done, 1000));
}

async function show(site: DevSite, page: Page, change: Change) {
  await settle(page);
  const saved = await site.edit(change.file, change.from, change.to);
  await until(page, change.shows);
  const took = Math.round(performance.now() - saved);
  console.log(`${change.kind}: on the screen ${took} ms after saving`);
}

Deno.test("a saved change appears in the browser by itself", async (t) => {
  const browser = await launchChromium();
  try {
    await using site = await startDevSite();
    const page = await browser.newPage();
    await page.goto(site.origin);
    for (const change of CHANGES) {
      await t.step(change.kind, () => show(site, page, change));
    }
    await t.step(
      "a syntax error is shown with file and line, and heals",
      async () => {
        await settle(page);
        await site.edit("components/Badge.tsx", "<b id=", "<b <id=");
        await until(page, `${OVERLAY}?.includes("Badge.tsx")`);
        const text = String(await page.evaluate(OVERLAY));
        assertStringIncludes(text, "components/Badge.tsx:2:");
        await site.edit("components/Badge.tsx", "<b <id=", "<b id=");
        await until(page, `!(${OVERLAY}) && ${CHANGES[1].shows}`);
      },
    );
    await t.step(
      "so is an error in an island, from the bundler or from Deno",
      async () => {
        await settle(page);
        await site.edit("islands/Counter.tsx", "useState(", "useState((");
        await until(page, `${OVERLAY}?.includes("Counter.tsx")`);
        await site.edit("islands/Counter.tsx", "useState((", "useState(");
        await until(page, `!(${OVERLAY}) && ${CHANGES[2].shows}`);
      },
    );
  } finally {
    await browser.close();
  }
});
