/** One process of several on a store: says how many requests it let through. */
import { systemClock } from "../../lib/kernel/mod.ts";
import { Limiter, type SharedName } from "../../lib/limits/mod.ts";
import { openStore } from "../../lib/store/mod.ts";

const [at, name, count] = Deno.args;
const store = await openStore({ at, clock: systemClock });
const limiter = new Limiter({ store, clock: systemClock });
const waits = await Promise.all(
  Array.from(
    { length: Number(count) },
    () => limiter.take(name as SharedName, "203.0.113.7"),
  ),
);
console.log(waits.filter((wait) => wait === 0).length);
await store.close();
