/**
 * What a limit costs a request beside the usual way, which reads and writes
 * one shared counter each time. Both take turns in one run, on each place
 * where the store can lie.
 */
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";
import { readEnv, setEnv } from "../../lib/config/mod.ts";
import { newId, systemClock } from "../../lib/kernel/mod.ts";
import { draw, type Level, Limiter, LIMITS } from "../../lib/limits/mod.ts";
import { openStore, type Store } from "../../lib/store/mod.ts";

/** The requirement, in milliseconds a request. */
const MAX_MS = 0.2;
const ROUNDS = 5;
const AT_ONCE = 16;

interface Load {
  what: string;
  people: number;
  /** Requests of each in one round. */
  each: number;
}

const LOADS: Load[] = [
  { what: "many who read a little", people: 400, each: 12 },
  { what: "some who read a lot", people: 20, each: 240 },
  { what: "one who floods", people: 1, each: 4_800 },
];

type Take = (address: string) => Promise<unknown>;

/** One record for each address, read and written at each request. */
function usual({ [KV_CLIENT]: { kv } }: Store): Take {
  return async (address) => {
    for (;;) {
      const key = ["bare", address];
      const entry = await kv.get<Level>(key);
      const { level, ok } = draw(LIMITS.pages, entry.value, systemClock.now());
      if (!ok) return;
      const done = await kv.atomic().check(entry).set(key, level).commit();
      if (done.ok) return;
    }
  };
}

/** Milliseconds a request, with some under way at a time. */
async function measure(take: Take, { people, each }: Load): Promise<number> {
  const addresses = Array.from({ length: people }, newId);
  const requests = Array.from(
    { length: people * each },
    (_, n) => addresses[n % people],
  );
  const start = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = requests.pop(); next; next = requests.pop()) {
        await take(next);
      }
    }),
  );
  return (performance.now() - start) / (people * each);
}

async function bench(where: string, store: Store): Promise<boolean> {
  const limiter = new Limiter({ store, clock: systemClock });
  const ours: Take = (address) => limiter.take("pages", address);
  const bare = usual(store);
  let fine = true;
  for (const load of LOADS) {
    const figures: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const pair = {
        ours: await measure(ours, load),
        bare: await measure(bare, load),
      };
      // The first round warms both up.
      if (round === 0) continue;
      figures.ours.push(pair.ours);
      figures.bare.push(pair.bare);
    }
    const [a, b] = [median(figures.ours), median(figures.bare)];
    fine &&= a < MAX_MS;
    console.log(
      `${where.padEnd(12)} ${load.what.padEnd(24)} ` +
        `${a.toFixed(4)} ms a request; usual ${b.toFixed(4)} ms, ` +
        `${(b / a).toFixed(0)} times as much`,
    );
  }
  return fine;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const folder = await Deno.makeTempDir({ prefix: "millo_limits_" });
const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
const server = await startDenokv({ binary, dataFile: `${folder}/server.db` });
setEnv("DENO_KV_ACCESS_TOKEN", server.token);
const places = {
  "one process": `${folder}/store.kv`,
  "several": server.url,
};
let fine = true;
for (const [where, at] of Object.entries(places)) {
  const store = await openStore({ at, clock: systemClock });
  fine = await bench(where, store) && fine;
  await store.close();
}
await server.stop();
await Deno.remove(folder, { recursive: true });
console.log(fine ? `All under ${MAX_MS} ms` : `Cannot pass: over ${MAX_MS} ms`);
Deno.exit(fine ? 0 : 1);
