/** From the press of Next to the next person's first picture. */
import { chromiumForTests } from "../helpers/servers.ts";
import { meetBare } from "./helpers/bare_meetings.ts";
import { printBeside, quantile, shown } from "./helpers/figures.ts";
import { libraryAlone } from "./helpers/island_alone.ts";
import { meetInMillo } from "./helpers/millo_meetings.ts";
import type { Moments } from "./helpers/page_clock.ts";
import { startProduct } from "./helpers/product.ts";

const BLOCKS = 2;
const ROUNDS = 5;
const STEPS = ["matched", "joined", "track", "connected", "frame"] as const;

const [product, browser, library] = await Promise.all([
  startProduct(3),
  chromiumForTests(),
  libraryAlone(),
]);
const ours: Moments[] = [];
const bare: Moments[] = [];
try {
  // One round more than is counted: the first of a block warms the pages.
  for (let block = 0; block < BLOCKS; block++) {
    const met = await meetInMillo(browser, product, ROUNDS + 1);
    ours.push(...met.slice(1));
    const metBare = await meetBare(
      browser,
      product.livekit,
      library,
      ROUNDS + 1,
    );
    bare.push(...metBare.slice(1));
  }
  print("p50", 0.5);
  print("p90", 0.9);
  console.log(`Millo, from step to step (p50): ${steps(ours)}`);
  console.log(`bare, from step to step (p50): ${steps(bare)}`);
} finally {
  await browser.close();
  await product.stop();
}
Deno.exit(0);

function print(what: string, share: number): void {
  const figure = (met: Moments[]) =>
    quantile(met.map(({ frame }) => frame), share);
  printBeside({
    what: `press to first picture, ${what} of ${ours.length}`,
    unit: "ms",
    names: ["Millo", "bare livekit-client"],
    values: [figure(ours), figure(bare)],
  });
}

function steps(met: Moments[]): string {
  return STEPS.map((step, n) => {
    const took = met.map((moments) => {
      const before = n === 0 ? 0 : moments[STEPS[n - 1]] ?? 0;
      return (moments[step] ?? 0) - before;
    });
    return `${step} ${shown(quantile(took, 0.5))} ms`;
  }).join(", ");
}
