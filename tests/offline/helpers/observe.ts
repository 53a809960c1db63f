import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./browser.ts";
import { type Check, kindOf, type Suite } from "./checks.ts";
import { type Served, serveSite } from "./serve.ts";
import {
  buildSites,
  makeWorkspace,
  restorePorts,
  type Workspace,
  writeSetups,
} from "./workspace.ts";

const RUNNER = new URL("./runner.ts", import.meta.url).href;

/** What the Fresh in use makes of a suite, by the checks' ids. */
export async function observe(
  suite: Suite,
): Promise<(check: Check) => unknown> {
  const workspace = await makeWorkspace();
  try {
    await writeSetups(workspace, suite);
    await buildSites(workspace, suite);
    const [server, browser] = await Promise.all([
      observeServer(workspace, suite),
      observeBrowser(workspace, suite),
    ]);
    return (check) =>
      (kindOf(suite, check) === "browser" ? browser : server)[check.id];
  } finally {
    await Deno.remove(workspace.folder, { recursive: true });
  }
}

async function observeServer(
  { deno, config, folder }: Workspace,
  { name }: Suite,
): Promise<Record<string, unknown>> {
  const output = restorePorts(
    await deno(
      ["run", "-A", "--config", config, RUNNER, folder, name],
      { env: { GITHUB_SHA: "conformance" } },
    ),
  );
  return JSON.parse(output.slice(output.lastIndexOf("RESULTS ") + 8));
}

async function observeBrowser(
  { folder, config }: Workspace,
  { checks, setups }: Suite,
): Promise<Record<string, unknown>> {
  const scripted = checks.filter(({ script }) => script);
  if (scripted.length === 0) return {};
  const browser = await launchChromium();
  const served = new Map<string, Served>();
  const results: Record<string, unknown> = {};
  try {
    for (const check of scripted) {
      const { setup } = check;
      const { env } = setups[setup];
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

type Script = (page: Page, base: string, errs: string[]) => Promise<unknown>;

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
