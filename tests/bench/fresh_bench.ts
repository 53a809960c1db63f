/**
 * Prints what Fresh costs beside the bare renderer, how soon a built server
 * answers, and how soon a saved change is on the screen.
 */
import { launchChromium } from "../offline/helpers/browser.ts";
import { startDevSite } from "../offline/helpers/dev_site.ts";
import {
  freePort,
  type Served,
  serveSite,
  untilAnswers,
} from "../offline/helpers/serve.ts";
import { makeWorkspace, type Workspace } from "../offline/helpers/workspace.ts";
import { BENCH_SITE } from "./helpers/bench_site.ts";

const PAGES = ["bare", "island", "table"];
const ROUNDS = 5;
const SECONDS = 1;
const CONNECTIONS = 16;
const LOAD = new URL("./helpers/load.ts", import.meta.url).href;

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

async function perSecond(workspace: Workspace, url: string): Promise<number> {
  const args = [url, String(SECONDS), String(CONNECTIONS)];
  return Number(await workspace.deno(["run", "-A", LOAD, ...args]));
}

/** Both servers take turns, so that a busy machine is busy for both. */
async function throughput(workspace: Workspace, fresh: Served, plain: Served) {
  for (const page of PAGES) {
    const rates = { fresh: [] as number[], plain: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await perSecond(workspace, `${fresh.origin}/${page}`);
      const other = await perSecond(workspace, `${plain.origin}/${page}`);
      // The first round only warms both up.
      if (round === 0) continue;
      rates.fresh.push(one);
      rates.plain.push(other);
    }
    const [one, other] = [median(rates.fresh), median(rates.plain)];
    const share = Math.round(one / other * 100);
    console.log(
      `${page}: ${one} req/s, bare renderer ${other} req/s (${share} %)`,
    );
  }
}

async function coldStart(folder: string, config: string) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const port = freePort();
    const started = performance.now();
    const process = new Deno.Command(Deno.execPath(), {
      args: ["serve", "-A", "--config", config, "--port", String(port)]
        .concat("_fresh/server.js"),
      cwd: folder,
      stdout: "null",
      stderr: "null",
    }).spawn();
    await untilAnswers(`http://127.0.0.1:${port}/island`, 2);
    times.push(performance.now() - started);
    process.kill("SIGKILL");
    await process.status;
  }
  console.log(`cold start to first page: ${Math.round(median(times))} ms`);
}

const CHANGES = [
  ["route", "routes/index.tsx", "h1"],
  ["component", "components/Badge.tsx", "#component"],
  ["island", "islands/Counter.tsx", "#island"],
  ["message", "lib/messages.ts", "#message"],
];

async function saveToScreen() {
  const browser = await launchChromium();
  try {
    await using site = await startDevSite();
    const page = await browser.newPage();
    await page.goto(site.origin);
    for (const [kind, file, selector] of CHANGES) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await new Promise((done) => setTimeout(done, 1000));
        const [old, next] = [
          `${kind} ${word(round)}`,
          `${kind} ${word(round + 1)}`,
        ];
        const saved = await site.edit(file, old, next);
        const shows =
          `document.querySelector("${selector}")?.textContent === "${next}"`;
        while (!await page.evaluate(shows).catch(() => false)) {
          if (performance.now() - saved > 15_000) {
            throw new Error(`Cannot see a changed ${kind} within 15 s`);
          }
          await new Promise((done) => setTimeout(done, 5));
        }
        times.push(performance.now() - saved);
      }
      const shown = Math.round(median(times));
      console.log(`changed ${kind} on the screen: ${shown} ms after saving`);
    }
  } finally {
    await browser.close();
  }
}

function word(round: number): string {
  return round === 0 ? "one" : String(round);
}

async function buildSite({ deno, folder }: Workspace): Promise<string> {
  const site = `${folder}/site`;
  for (const [path, text] of Object.entries(BENCH_SITE)) {
    const file = `${site}/${path}`;
    await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
  await deno(["run", "-A", "dev.ts"], { cwd: site });
  return site;
}

if (import.meta.main) {
  const workspace = await makeWorkspace();
  try {
    const site = await buildSite(workspace);
    const fresh = await serveSite(site, workspace.config);
    const plain = await serveSite(site, workspace.config, {}, "plain.tsx");
    await throughput(workspace, fresh, plain);
    await fresh.stop();
    await plain.stop();
    await coldStart(site, workspace.config);
    await saveToScreen();
  } finally {
    await Deno.remove(workspace.folder, { recursive: true });
  }
}
