/** A production build from nothing, beside what esbuild alone needs. */
import { runArgs } from "../../lib/tasks/deno.ts";
import { median, printBeside } from "./helpers/figures.ts";

const ROUNDS = 4;
const WAYS = ["whole", "island"] as const;

/** Milliseconds of the work itself, and of its process from start to end. */
interface Took {
  work: number;
  process: number;
}

const took: Record<typeof WAYS[number], Took[]> = { whole: [], island: [] };
for (let round = 0; round <= ROUNDS; round++) {
  for (const way of WAYS) {
    const one = await buildOnce(way);
    // The first round reads every file for the first time.
    if (round > 0) took[way].push(one);
  }
}
print("production build, cold", "work");
print("the same with its process", "process");

function print(what: string, part: keyof Took): void {
  printBeside({
    what: `${what} (median of ${ROUNDS})`,
    unit: "ms",
    names: ["Millo", "esbuild of the island alone"],
    values: [
      median(took.whole.map((one) => one[part])),
      median(took.island.map((one) => one[part])),
    ],
  });
}

async function buildOnce(way: string): Promise<Took> {
  const start = performance.now();
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [...runArgs("tests/bench/helpers/build_once.ts"), way],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).output();
  if (code !== 0) throw new Error(`Cannot bench: the ${way} build fails`);
  const work = Number(new TextDecoder().decode(stdout).trim());
  return { work, process: performance.now() - start };
}
