import { assertEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./helpers/browser.ts";
import { type Check, CHECKS, kindOf, SETUPS } from "./helpers/checks.ts";
import { normalise } from "./helpers/compare.ts";
import { type Served, serveSite } from "./helpers/serve.ts";
import {
  buildSites,
  makeWorkspace,
  restorePorts,
  type Workspace,
  writeSetups,
} from "./helpers/workspace.ts";
import { LEFT_OUT } from "./left_out.ts";

const RUNNER = new URL("./helpers/runner.ts", import.meta.url).href;

async function observeServer(
  { deno, config, folder }: Workspace,
): Promise<Record<string, unknown>> {
  const output = restorePorts(
    await deno(
      ["run", "-A", "--config", config, RUNNER, folder],
      { env: { GITHUB_SHA: "conformance" } },
    ),
  );
  return JSON.parse(output.slice(output.lastIndexOf("RESULTS ") + 8));
}

type Script = (page: Page, base: string, errs: string[]) => Promise<unknown>;

async function observeBrowser(
  { folder, config }: Workspace,
): Promise<Record<string, unknown>> {
  const browser = await launchChromium();
  const served = new Map<string, Served>();
  const results: Record<string, unknown> = {};
  try {
    for (const check of CHECKS.filter((check) => check.script)) {
      const { setup } = check;
      const env = SETUPS[setup].env;
      const site = served.get(setup) ??
        await serveSite(`${folder}/sites/${setup}`, config, env);
      served.set(setup, site);
      results[check.id] = await runScript(browser, check, site.origin);
    }
  } finally {
    for (const site of served.values()) await site.stop();
    await browser.close();
  }
  return results;
}

async function runScript(
  browser: Browser,
  { script }: Check,
  base: string,
): Promise<unknown> {
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  const run = new AsyncFunction("page", "base", "errs", script!);
  const page = await browser.newPage();
  const errs: string[] = [];
  page.on("console", (message) => {
    // Browsers ask for the icon on their own, once for all pages.
    const icon = message.location().url.endsWith("/favicon.ico");
    if (message.type() === "error" && !icon) errs.push(message.text());
  });
  page.on("pageerror", (error) => errs.push(String(error)));
  try {
    return await (run as unknown as Script)(page, base, errs);
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await page.close();
  }
}

function judge(check: Check, results: Record<string, unknown>) {
  const expected = normalise(check.observed);
  const actual = normalise(results[check.id]);
  const left = LEFT_OUT.find(({ id }) => id === check.id);
  if (!left) return assertEquals(actual, expected);
  const holds = JSON.stringify(actual) === JSON.stringify(expected);
  assertEquals(holds, false, `${check.id} holds: take it off left_out.ts`);
}

Deno.test("Fresh behaves as upstream was observed to", async (t) => {
  const workspace = await makeWorkspace();
  try {
    await writeSetups(workspace);
    await buildSites(workspace);
    const [server, browser] = await Promise.all([
      observeServer(workspace),
      observeBrowser(workspace).catch((error) => ({ failed: error })),
    ]);
    await t.step("Chromium runs the browser checks", () => {
      if ("failed" in browser) throw browser.failed;
    });
    for (const check of CHECKS) {
      await t.step(`${check.id} ${check.title}`, () => {
        judge(check, kindOf(check) === "browser" ? browser : server);
      });
    }
  } finally {
    await Deno.remove(workspace.folder, { recursive: true });
  }
});

Deno.test("every check that is left out exists and says why", () => {
  const ids = new Set(CHECKS.map(({ id }) => id));
  for (const { id, reason } of LEFT_OUT) {
    assertEquals(ids.has(id), true, id);
    assertEquals(reason.length > 10, true, id);
  }
});
