import { assert, assertEquals, assertRejects } from "@std/assert";
import { DAY, HOUR } from "../../lib/kernel/mod.ts";
import { limitKeys } from "../../lib/limits/records.ts";
import { SubjectHashes } from "../../lib/limits/subject_hash.ts";
import { shareStore, StoreUnavailable } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const ADDRESS = "203.0.113.7";

/** Two processes on one store, each with its own memory. */
async function openTwo() {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const [one, other] = [shareStore(kv, clock), shareStore(kv, clock)];
  return {
    ...{ clock, store: one },
    hashes: [new SubjectHashes(one, clock), new SubjectHashes(other, clock)],
    [Symbol.dispose]: () => kv.close(),
  };
}

Deno.test("every process knows somebody by the same hash, which shows nothing", async () => {
  using two = await openTwo();
  const [one, other] = two.hashes;
  const hash = await one.of("address", ADDRESS);
  assertEquals(await other.of("address", ADDRESS), hash);
  assert(/^[0-9a-f]{64}$/.test(hash));
  assertEquals(hash.includes(ADDRESS), false);
});

Deno.test("what differs in kind or in name has another hash", async () => {
  using two = await openTwo();
  const [one] = two.hashes;
  const hashes = await Promise.all([
    one.of("address", ADDRESS),
    one.of("account", ADDRESS),
    one.of("address", "203.0.113.8"),
    one.of("address", `${ADDRESS} `),
    one.of("address", ""),
  ]);
  assertEquals(new Set(hashes).size, hashes.length);
});

Deno.test("with the day the hash is another, and the old key leads nowhere", async () => {
  using two = await openTwo();
  const { clock, store, hashes: [one, other] } = two;
  const before = await one.of("address", ADDRESS);
  clock.at = Math.ceil(clock.at / DAY) * DAY - 1;
  assertEquals(await one.of("address", ADDRESS), before);
  clock.pass(1);
  const after = await one.of("address", ADDRESS);
  assert(after !== before);
  assertEquals(await other.of("address", ADDRESS), after);
  clock.pass(DAY + HOUR);
  const kept = await store.all(limitKeys, { limit: 9 });
  assertEquals(
    kept.items.map(({ value }) => value.day),
    [
      Math.floor(clock.at / DAY) * DAY - DAY,
    ].filter((day) => clock.at < day + 25 * HOUR),
  );
});

Deno.test("of two that make the day's key at once, both use one", async () => {
  for (let round = 0; round < 20; round++) {
    using two = await openTwo();
    const [one, other] = await Promise.all(
      two.hashes.map((hashes) => hashes.of("address", ADDRESS)),
    );
    assertEquals(one, other);
    const kept = await two.store.all(limitKeys, { limit: 9 });
    assertEquals(kept.items.length, 1);
  }
});

Deno.test("a hundred who ask at once read the key once", async () => {
  using two = await openTwo();
  const { store, hashes: [one] } = two;
  let reads = 0;
  const transact = store.transact;
  store.transact = ((...given: Parameters<typeof transact>) => {
    reads++;
    return transact.apply(store, given);
  }) as typeof transact;
  await Promise.all(
    Array.from({ length: 100 }, (_, n) => one.of("address", String(n))),
  );
  assertEquals(reads, 1);
});

Deno.test("a store that was away is asked again, not given up for the day", async () => {
  using two = await openTwo();
  const { store, hashes: [one] } = two;
  const get = store.get;
  store.get = () => Promise.reject(new StoreUnavailable("Cannot read"));
  for (let n = 0; n < 2; n++) {
    await assertRejects(() => one.of("address", ADDRESS), StoreUnavailable);
  }
  store.get = get;
  assertEquals((await one.of("address", ADDRESS)).length, 64);
});
