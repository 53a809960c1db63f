import type { Browser } from "playwright-core";
import { readEnv } from "../../lib/config/mod.ts";
import {
  type LiveKitServer,
  startLiveKit,
} from "../../lib/tasks/livekit_server.ts";
import { findPrograms } from "../../lib/tasks/servers.ts";

/**
 * Real servers and browsers for the tests that need them. Both outlive the
 * test that asks first, so such tests set `sanitizeOps` and
 * `sanitizeResources` to false.
 */

let livekit: Promise<LiveKitServer> | undefined;
let browser: Promise<Browser> | undefined;

/** A port of this machine on which nothing listens. */
const NO_WEBHOOKS = 9;

/** One LiveKit for each test file that asks for it, ended with the file. */
export function liveKitForTests(
  { webhookPort = NO_WEBHOOKS, onState }: {
    webhookPort?: number;
    onState?: (up: boolean) => void;
  } = {},
): Promise<LiveKitServer> {
  livekit ??= programNamed("MILLO_LIVEKIT_BIN").then((binary) =>
    startLiveKit({ binary, webhookPort, onState })
  );
  return livekit;
}

/** One headless Chromium for each test file, with a camera that is not real. */
export function chromiumForTests(): Promise<Browser> {
  browser ??= launchChromium();
  return browser;
}

globalThis.addEventListener("unload", () => {
  // Whatever is not awaited here ends with this process at the latest.
  livekit?.then((server) => server.stop());
  browser?.then((opened) => opened.close());
});

const FLAGS = [
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
  // Needed where a machine has no address but 127.0.0.1.
  "--allow-loopback-in-peer-connection",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

async function launchChromium(): Promise<Browser> {
  const executablePath = await programNamed("MILLO_CHROMIUM");
  const { chromium } = await import("playwright-core");
  const asRoot = Deno.uid() === 0;
  return await chromium.launch({
    executablePath,
    headless: true,
    args: [...FLAGS, ...(asRoot ? ["--no-sandbox"] : [])],
  });
}

/** What `deno task test` found; run by itself, a test finds it likewise. */
async function programNamed(variable: string): Promise<string> {
  const given = readEnv()[variable];
  const path = given ?? (await findPrograms([variable])).env[variable];
  if (path) return path;
  throw new Error(
    `Cannot run this test: the program for ${variable} is missing`,
  );
}
