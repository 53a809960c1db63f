import { median, quantile, shown } from "./figures.ts";

const ROUNDS = 15;

/** What a room does, and the same by hand. */
export interface Pair {
  what: string;
  ours: () => Promise<unknown>;
  bare: () => Promise<unknown>;
  /** Calls in one round. */
  calls: number;
}

interface Measure {
  perSecond: number;
  /** Milliseconds of each call. */
  times: number[];
}

async function round(
  call: () => Promise<unknown>,
  calls: number,
  atOnce: number,
): Promise<Measure> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let n = 0; n < calls / atOnce; n++) {
      const before = performance.now();
      await call();
      times.push(performance.now() - before);
    }
  }));
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: times.length / seconds, times };
}

/** Lets both take turns, and prints what each did and the ratio. */
export async function compare(
  backend: string,
  { what, ours, bare, calls }: Pair,
  atOnce: number,
): Promise<void> {
  const found = { ours: [] as Measure[], bare: [] as Measure[] };
  await round(ours, calls, atOnce);
  await round(bare, calls, atOnce);
  for (let n = 0; n < ROUNDS; n++) {
    const turns = n % 2 === 0 ? ["ours", "bare"] : ["bare", "ours"];
    for (const turn of turns as ("ours" | "bare")[]) {
      const call = turn === "ours" ? ours : bare;
      found[turn].push(await round(call, calls, atOnce));
    }
  }
  const ratios = found.ours.map(({ perSecond }, n) =>
    found.bare[n].perSecond / perSecond
  );
  console.log(
    `${backend}, ${what}, ${atOnce} at once: store ${figures(found.ours)}; ` +
      `bare ${figures(found.bare)}; ratio ${median(ratios).toFixed(2)}`,
  );
}

function figures(rounds: readonly Measure[]): string {
  const times = rounds.flatMap(({ times }) => times);
  const perSecond = median(rounds.map(({ perSecond }) => perSecond));
  return `${shown(perSecond)}/s p50 ${shown(quantile(times, 0.5))} ms ` +
    `p99 ${shown(quantile(times, 0.99))} ms`;
}
