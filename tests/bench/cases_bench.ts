/**
 * What the pages of a moderator cost at 1,000, 10,000 and 100,000 open cases:
 * the time from a request to its whole answer, in the process of the server.
 */
import { openApp, type TestBrowser } from "../helpers/app.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { median, quantile, shown } from "./helpers/figures.ts";
import { addCases } from "./helpers/many_cases.ts";

/** The requirements, in milliseconds, at 10,000 open cases. */
const MAX_QUEUE = 50;
const MAX_CASE = 80;
/** Flat: no more than this many times the figure at 1,000. */
const MAX_RATIO = 1.5;

const SIZES = [1_000, 10_000, 100_000];
const REPORTS_OF_HEAVY_CASE = 100;
const ROUNDS = 25;

interface Measured {
  what: string;
  /** The most that is allowed. */
  max: number;
  ms: number[];
  slow: number[];
}

function pagesOf(light: string, heavy: string) {
  return [
    { what: "queue", path: "/admin/cases", max: MAX_QUEUE },
    {
      what: "queue, one reason",
      path: "/admin/cases?reason=fraud",
      max: MAX_QUEUE,
    },
    { what: "queue, late", path: "/admin/cases?view=late", max: MAX_QUEUE },
    {
      what: "queue, put off",
      path: "/admin/cases?view=later",
      max: MAX_QUEUE,
    },
    {
      what: "queue, second person",
      path: "/admin/cases?view=second",
      max: MAX_QUEUE,
    },
    { what: "home", path: "/admin", max: MAX_QUEUE },
    {
      what: "case of 1 report",
      path: `/admin/cases/${light}`,
      max: MAX_CASE,
    },
    {
      what: `case of ${REPORTS_OF_HEAVY_CASE} reports`,
      path: `/admin/cases/${heavy}`,
      max: MAX_CASE,
    },
  ];
}

async function time(browser: TestBrowser, path: string): Promise<number> {
  const start = performance.now();
  const answer = await browser.get(path);
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - start;
}

let fine = true;
const all = new Map<string, Measured>();
await withFolder(async (folder) => {
  await using app = await openApp({
    MILLO_DATA: folder,
    MILLO_KV: `${folder}/millo.kv`,
  });
  const { store, clock } = app.millo;
  const browser = await app.as("moderator");
  const light = await addCases(store, clock, 1);
  const heavy = await addCases(store, clock, 1, REPORTS_OF_HEAVY_CASE);
  let there = 2;
  for (const size of SIZES) {
    await addCases(store, clock, size - there);
    there = size;
    for (const { what, path, max } of pagesOf(light, heavy)) {
      for (let n = 0; n < 5; n++) await time(browser, path);
      const times: number[] = [];
      for (let n = 0; n < ROUNDS; n++) times.push(await time(browser, path));
      const known = all.get(what) ?? { what, max, ms: [], slow: [] };
      known.ms.push(median(times));
      known.slow.push(quantile(times, 0.95));
      all.set(what, known);
    }
  }
});

const names = SIZES.map((size) => size.toLocaleString("en")).join(" / ");
console.log(`Open cases: ${names}; median (95 %) in ms, ratio to the first`);
for (const { what, max, ms, slow } of all.values()) {
  const figures = ms.map((one, n) => `${shown(one)} (${shown(slow[n])})`);
  const ratios = ms.slice(1).map((one) => (one / ms[0]).toFixed(2));
  const isFine = ms[1] < max && ms.every((one) => one < MAX_RATIO * ms[0]);
  fine &&= isFine;
  console.log(
    `${what}: ${figures.join(" / ")}, ratio ${ratios.join(" / ")}` +
      `${isFine ? "" : " TOO SLOW"}`,
  );
}
console.log(fine ? "All as it should be" : "Cannot pass: too slow");
Deno.exit(fine ? 0 : 1);
