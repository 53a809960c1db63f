import { runToEnd } from "../../lib/tasks/command.ts";
import { ensureChromium } from "../../lib/tasks/chromium.ts";
import { freeTcpPort } from "../../lib/tasks/ports.ts";
import { eventually } from "../helpers/processes.ts";
import { openSite } from "../helpers/site.ts";

/**
 * What Lighthouse says of the first pages, as on a phone with a slow line. It
 * is fetched here and not installed with the app: it is large, and only this
 * needs it.
 */
const LIGHTHOUSE = "npm:lighthouse@13.5.0";

const PAGES = ["/", "/age", "/policies/privacy"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LEAST = 95;
const TIMEOUT_MS = 180_000;

/** What a person waits for, by the names of Lighthouse's audits. */
const WAITS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "total-byte-weight",
];

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<
    string,
    { score: number | null; displayValue?: string; title: string }
  >;
}

async function startChromium(): Promise<
  { port: number; stop(): Promise<void> }
> {
  const { binary } = await ensureChromium();
  const port = freeTcpPort();
  const folder = await Deno.makeTempDir({ prefix: "millo_lighthouse_" });
  const child = new Deno.Command(binary, {
    args: [
      "--headless=new",
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${folder}`,
      "--no-first-run",
      "--disable-background-networking",
      ...(Deno.uid() === 0 ? ["--no-sandbox"] : []),
      "about:blank",
    ],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/json/version`)
      .then((response) => response.text()).then(() => true, () => false);
  await eventually(answers, "Chromium answers");
  return {
    port,
    async stop() {
      child.kill("SIGTERM");
      await child.status;
      await Deno.remove(folder, { recursive: true }).catch(() => {});
    },
  };
}

async function look(url: string, port: number): Promise<Report> {
  const { code, stdout, stderr } = await runToEnd(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--quiet",
      "--no-config",
      "--no-lock",
      LIGHTHOUSE,
      url,
      `--port=${port}`,
      "--output=json",
      "--output-path=stdout",
      "--quiet",
      "--no-enable-error-reporting",
      `--only-categories=${CATEGORIES}`,
    ],
    timeoutMs: TIMEOUT_MS,
  });
  if (code !== 0) throw new Error(`Cannot run Lighthouse: ${stderr}`);
  return JSON.parse(stdout);
}

/** Prints a page's scores and says how many are too low. */
function print(path: string, { categories, audits }: Report): number {
  const scores = CATEGORIES.map((name) =>
    Math.round((categories[name].score ?? 0) * 100)
  );
  const named = CATEGORIES.map((name, n) => `${name} ${scores[n]}`);
  console.log(`${path.padEnd(18)} ${named.join("  ")}`);
  const waits = WAITS.map((name) => `${name} ${audits[name].displayValue}`);
  console.log(`${"".padEnd(18)} ${waits.join("  ")}`);
  const low = scores.filter((score) => score < LEAST).length;
  if (low === 0) return 0;
  for (const { score, title } of Object.values(audits)) {
    if (score !== null && score < .9) console.log(`    ${title}`);
  }
  return low;
}

if (import.meta.main) {
  await using site = await openSite();
  const chromium = await startChromium();
  let low = 0;
  try {
    for (const path of PAGES) {
      low += print(path, await look(site.base + path, chromium.port));
    }
  } finally {
    await chromium.stop();
  }
  console.log(low === 0 ? `all at least ${LEAST}` : `${low} under ${LEAST}`);
  Deno.exitCode = low === 0 ? 0 : 1;
}
