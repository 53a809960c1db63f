import { findOnPath, isProgram } from "./cache.ts";
import { lastWords, runToEnd } from "./command.ts";
import { runArgs } from "./deno.ts";
import { readEnv } from "../config/mod.ts";
import { withProgress } from "./progress.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const TIMEOUT_MS = 10 * 60_000;

/** Finds a Chromium for the browser tests, or installs one. */
export async function ensureChromium(): Promise<{ binary: string }> {
  const { MILLO_CHROMIUM } = readEnv();
  if (MILLO_CHROMIUM) {
    if (await isProgram(MILLO_CHROMIUM)) return { binary: MILLO_CHROMIUM };
    throw new Error(`Cannot use Chromium: MILLO_CHROMIUM names no program`);
  }
  const found = await findOnPath(NAMES);
  return { binary: found ?? await installChromium() };
}

async function installChromium(): Promise<string> {
  const faults: string[] = [];
  for (const way of [fromDebian, fromPlaywright]) {
    try {
      return await way();
    } catch (fault) {
      faults.push((fault as Error).message);
    }
  }
  throw new Error(
    `Cannot find Chromium: ${faults.join("; ")}. Install Chromium or Chrome, ` +
      "or set MILLO_CHROMIUM to its program",
  );
}

async function fromDebian(): Promise<string> {
  const apt = await findOnPath(["apt-get"]);
  if (!apt) throw new Error("apt-get is not here");
  if (Deno.uid() !== 0) throw new Error("apt-get needs root");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  for (
    const args of [["update"], [
      "install",
      "-y",
      "--no-install-recommends",
      "chromium",
      "fonts-liberation",
    ]]
  ) {
    const { code, stderr } = await withProgress(
      `Installing Chromium (apt-get ${args[0]})`,
      runToEnd(apt, { args, env, timeoutMs: TIMEOUT_MS }),
    );
    if (code !== 0) throw new Error(`apt-get: ${lastWords(stderr)}`);
  }
  const found = await findOnPath(NAMES);
  if (!found) throw new Error("apt-get installed no Chromium");
  return found;
}

/** Playwright keeps a Chromium of its own in the user's cache. */
async function fromPlaywright(): Promise<string> {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  if (await isProgram(path)) return path;
  const { code, stderr } = await withProgress(
    "Downloading Playwright's Chromium",
    runToEnd(Deno.execPath(), {
      args: [
        ...runArgs("node_modules/playwright-core/cli.js"),
        "install",
        "chromium",
      ],
      timeoutMs: TIMEOUT_MS,
    }),
  );
  if (code !== 0) throw new Error(`Playwright: ${lastWords(stderr)}`);
  return path;
}
