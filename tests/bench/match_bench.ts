/** From Find to matched, over real sockets, for a burst and a steady stream. */
import { Crowd, type Meeting, waitsOfPairs } from "./helpers/crowd.ts";
import { median, pause, printBeside, quantile } from "./helpers/figures.ts";
import { startProduct } from "./helpers/product.ts";
import { startServer } from "./helpers/server_process.ts";

const BURST = 1_000;
const BURSTS = 3;
const PER_SECOND = 100;
const STREAM = 5 * PER_SECOND;
/** Servers finish what the last round left. */
const REST_MS = 1_500;
const NAMES = ["Millo", "bare pairer"] as const;

type Rounds = [Meeting[][], Meeting[][]];

const product = await startProduct(BURST);
const bare = await startServer<{ port: number }>(
  "tests/bench/helpers/serve_bare_pairs.ts",
  {},
);
const origins = [product.origin, `http://127.0.0.1:${bare.ready.port}`];
try {
  const first = product.cookies.slice(0, BURST / 5);
  // Both are warmed by a smaller crowd.
  await eachInTurn(1, first, (crowd) => crowd.findAtOnce());
  printBursts(
    await eachInTurn(BURSTS, product.cookies, (crowd) => crowd.findAtOnce()),
  );
  const people = product.cookies.slice(0, STREAM);
  printStream(
    await eachInTurn(1, people, (crowd) => crowd.findSteadily(PER_SECOND)),
  );
} finally {
  await bare.stop();
  await product.stop();
}
Deno.exit(0);

async function eachInTurn(
  rounds: number,
  cookies: string[],
  meet: (crowd: Crowd) => Promise<Meeting[]>,
): Promise<Rounds> {
  const all: Rounds = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const n of [0, 1]) {
      const crowd = await Crowd.enter(origins[n], cookies);
      await pause(REST_MS);
      all[n].push(await meet(crowd));
      await crowd.leave();
    }
  }
  return all;
}

function printBursts(rounds: Rounds): void {
  const what = `burst of ${BURST} (median of ${BURSTS})`;
  print(`${what}, pairs`, "/s", rounds, pairRate);
  print(`${what}, Find to matched, p50`, "ms", rounds, waits(0.5));
  print(`${what}, Find to matched, p99`, "ms", rounds, waits(0.99));
}

function printStream(rounds: Rounds): void {
  const what = `${PER_SECOND} arrivals/s, ${STREAM} people`;
  print(`${what}, Find to matched, p50`, "ms", rounds, waits(0.5));
  print(`${what}, Find to matched, p99`, "ms", rounds, waits(0.99));
  const pairWaits = (share: number) => (meetings: Meeting[]) =>
    quantile(waitsOfPairs(meetings), share);
  print(`${what}, second Find to both told, p50`, "ms", rounds, pairWaits(0.5));
  print(
    `${what}, second Find to both told, p99`,
    "ms",
    rounds,
    pairWaits(0.99),
  );
}

function print(
  what: string,
  unit: string,
  [ours, theirs]: Rounds,
  figure: (meetings: Meeting[]) => number,
): void {
  const values = [
    median(ours.map(figure)),
    median(theirs.map(figure)),
  ] as const;
  printBeside({ what, unit, names: NAMES, values });
}

function waits(share: number): (meetings: Meeting[]) => number {
  return (meetings) =>
    quantile(meetings.map(({ asked, told }) => told - asked), share);
}

function pairRate(meetings: Meeting[]): number {
  const from = Math.min(...meetings.map(({ asked }) => asked));
  const to = Math.max(...meetings.map(({ told }) => told));
  return meetings.length / 2 / (to - from) * 1000;
}
