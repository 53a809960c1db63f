/** What a page costs: the server in requests, the browser in bytes of script. */
import type { BrowserContext } from "playwright-core";
import { chromiumForTests } from "../helpers/servers.ts";
import { gzipped, median, printBeside, shown, sum } from "./helpers/figures.ts";
import { type LoadFigures, requestRate } from "./helpers/http_load.ts";
import { libraryAlone } from "./helpers/island_alone.ts";
import { type Product, startProduct } from "./helpers/product.ts";
import { type Script, watchScripts } from "./helpers/scripts.ts";
import { startServer } from "./helpers/server_process.ts";

const ROUNDS = 5;
const ROUND_MS = 2_000;
const CONNECTIONS = 64;
/** Pages that whoever has no session is given from memory. */
const CACHED = [
  "/",
  "/rules",
  "/safety",
  "/accessibility",
  "/policies/privacy",
];
/** One that is rendered for each answer. */
const RENDERED = "/contact";

const product = await startProduct(1);
try {
  for (const path of [...CACHED, RENDERED]) await compareRates(product, path);
  await countScripts(product);
} finally {
  await product.stop();
}
Deno.exit(0);

async function compareRates(
  { origin }: Product,
  path: string,
): Promise<void> {
  const bare = await startServer<{ port: number }>(
    "tests/bench/helpers/serve_bare_page.ts",
    { BENCH_PAGE: `${origin}${path}` },
  );
  const ports = [Number(new URL(origin).port), bare.ready.port];
  const rounds: [LoadFigures[], LoadFigures[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const n of [0, 1]) {
      const figures = await requestRate({
        port: ports[n],
        path,
        encodings: "br",
        connections: CONNECTIONS,
        ms: round === 0 ? ROUND_MS / 2 : ROUND_MS,
      });
      // The first round warms both.
      if (round > 0) rounds[n].push(figures);
    }
  }
  await bare.stop();
  const medianOf = (n: 0 | 1, figure: keyof LoadFigures) =>
    median(rounds[n].map((figures) => figures[figure]));
  const names = ["Millo", "bare Deno.serve"] as const;
  printBeside({
    what: `${path} (median of ${ROUNDS}, ${CONNECTIONS} connections)`,
    unit: "/s",
    names,
    values: [medianOf(0, "rate"), medianOf(1, "rate")],
  });
  printBeside({
    what: `${path} p99`,
    unit: "ms",
    names,
    values: [medianOf(0, "p99"), medianOf(1, "p99")],
  });
}

async function countScripts({ origin, cookies }: Product): Promise<void> {
  const browser = await chromiumForTests();
  const context = await browser.newContext({ permissions: ["camera"] });
  const [name, value] = cookies[0].split("=");
  await context.addCookies([{ name, value, url: origin }]);
  await printScripts("script on /", await openHome(context, origin));
  const talk = await openTalk(context, origin);
  await printScripts("script on /talk at first", talk.first);
  await printScripts("script on /talk while searching", talk.library);
  const library = await libraryAlone();
  printBeside({
    what: "media library",
    unit: "kB",
    names: ["as loaded", "esbuild of livekit-client alone"],
    values: [sum(talk.library.map(kiloBytes)), library.length / 1000],
  });
  await browser.close();
}

async function openHome(
  context: BrowserContext,
  origin: string,
): Promise<Script[]> {
  const page = await context.newPage();
  const scripts = watchScripts(page);
  await page.goto(`${origin}/`, { waitUntil: "networkidle" });
  return await scripts();
}

async function openTalk(context: BrowserContext, origin: string) {
  const page = await context.newPage();
  const scripts = watchScripts(page);
  await page.goto(`${origin}/talk`, { waitUntil: "networkidle" });
  await page.locator("#next:enabled").waitFor();
  const first = await scripts();
  const arrived = page.waitForResponse(/livekit/);
  await page.locator("#next").click();
  await (await arrived).finished();
  const library = (await scripts()).slice(first.length);
  return { first, library };
}

async function printScripts(what: string, scripts: Script[]): Promise<void> {
  const sizes = await Promise.all(scripts.map(({ body }) => gzipped(body)));
  console.log(
    `${what}: ${shown(sum(scripts.map(kiloBytes)))} kB, ` +
      `${shown(sum(sizes) / 1000)} kB gzipped, in ${scripts.length} files`,
  );
}

function kiloBytes({ body }: Script): number {
  return body.length / 1000;
}
