import { assert, assertEquals } from "@std/assert";
import { HOUR, MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { Limiter, LIMITS, type SharedName } from "../../lib/limits/mod.ts";
import { limitKeys, limitLevels } from "../../lib/limits/records.ts";
import { openStore, shareStore, type Store } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const ADDRESS = "203.0.113.7";

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

async function granted(
  limiters: readonly Limiter[],
  name: SharedName,
  each: number,
): Promise<number> {
  const waits = await Promise.all(
    limiters.flatMap((limiter) =>
      Array.from({ length: each }, () => limiter.take(name, ADDRESS))
    ),
  );
  return waits.filter((wait) => wait === 0).length;
}

async function openCluster(count: number) {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const stores = Array.from({ length: count }, () => shareStore(kv, clock));
  const limiters = stores.map((store) => new Limiter({ store, clock }));
  return {
    ...{ kv, clock, stores, limiters },
    [Symbol.dispose]: () => kv.close(),
  };
}

for (const name of ["gates", "accounts"] as const) {
  Deno.test({
    name: `three processes give out one bucket of ${name}, not three`,
    ...shared,
    async fn() {
      using cluster = await openCluster(3);
      const { size, refill } = LIMITS[name];
      assertEquals(await granted(cluster.limiters, name, size), size);
      cluster.clock.pass(10 * MINUTE);
      const back = Math.min(size, Math.floor(refill * 10 * MINUTE / SECOND));
      assertEquals(await granted(cluster.limiters, name, size), back);
    },
  });
}

for (const name of ["pages", "changes", "sockets"] as const) {
  Deno.test({
    name: `three processes give out one bucket of ${name}, and little more`,
    ...shared,
    async fn() {
      using cluster = await openCluster(3);
      const { size } = LIMITS[name];
      const most = size + 2 * size / 8;
      for (let round = 0; round < 3; round++) {
        const given = await granted(cluster.limiters, name, size);
        assert(given <= most && given >= size - size / 4, String(given));
        assertEquals(await granted(cluster.limiters, name, size), 0);
        cluster.clock.pass(10 * MINUTE);
      }
    },
  });
}

Deno.test({
  name: "a process that asks late adds an eighth at most",
  ...shared,
  async fn() {
    using cluster = await openCluster(3);
    const [one, ...others] = cluster.limiters;
    const { size } = LIMITS.pages;
    assertEquals(await granted([one], "pages", 2 * size), size);
    assertEquals(await granted(others, "pages", size), 2 * size / 8);
    assertEquals(await granted(cluster.limiters, "pages", size), 0);
  },
});

Deno.test({
  name: "of an ordinary visitor nothing is written",
  ...shared,
  async fn() {
    using cluster = await openCluster(1);
    assertEquals(await granted(cluster.limiters, "pages", 60), 60);
    assertEquals(await kept(cluster.stores[0]), [0, 0]);
  },
});

Deno.test({
  name: "a refusal tells the wait, and after it there is a token",
  ...shared,
  async fn() {
    using cluster = await openCluster(2);
    const [one, other] = cluster.limiters;
    await granted([one], "accounts", LIMITS.accounts.size);
    const wait = await other.take("accounts", ADDRESS);
    assertEquals(wait, 3 * MINUTE);
    cluster.clock.pass(wait - 1);
    assert(await other.take("accounts", ADDRESS) > 0);
    cluster.clock.pass(1);
    assertEquals(await other.take("accounts", ADDRESS), 0);
    assertEquals(await one.take("accounts", "203.0.113.8"), 0);
  },
});

Deno.test({
  name: "what is refused is not written",
  ...shared,
  async fn() {
    using cluster = await openCluster(1);
    const { stores: [store], limiters } = cluster;
    await granted(limiters, "gates", LIMITS.gates.size);
    const version = async () =>
      (await store.all(limitLevels, { limit: 9 })).items[0].version;
    const before = await version();
    assertEquals(await granted(limiters, "gates", 100), 0);
    assertEquals(await version(), before);
  },
});

Deno.test("a limit that is slow to fill outlives a restart", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const before = new Limiter({ store, clock });
  assertEquals(await granted([before], "accounts", 99), LIMITS.accounts.size);
  const after = new Limiter({ store, clock });
  assertEquals(await granted([after], "accounts", 99), 0);
  await store.close();
});

Deno.test("a load test raises every limit by its factor", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const limiter = new Limiter({ store, clock, factor: 3 });
  assertEquals(await granted([limiter], "pages", 3000), 3 * LIMITS.pages.size);
  await store.close();
});

Deno.test({
  name: "the store holds no address, and nothing of it after an hour",
  ...shared,
  async fn() {
    using cluster = await openCluster(1);
    const { kv, clock, stores: [store], limiters } = cluster;
    await granted(limiters, "gates", 3);
    assertEquals(await kept(store), [1, 1]);
    for await (const { key, value } of kv.list({ prefix: [] })) {
      const text = JSON.stringify([key, value]);
      assertEquals(text.includes(ADDRESS), false);
    }
    clock.pass(HOUR);
    assertEquals(await kept(store), [0, 1]);
    clock.pass(25 * HOUR);
    assertEquals(await kept(store), [0, 0]);
  },
});

Deno.test("memory holds so many buckets and no more", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const limiter = new Limiter({ store, clock });
  for (let n = 0; n < 120_000; n++) await limiter.take("pages", String(n));
  assert(limiter.size <= 50_000, String(limiter.size));
  await store.close();
});

Deno.test("every limit says why, and is full again within the hour", () => {
  for (const [name, limit] of Object.entries(LIMITS)) {
    assert(limit.reason.length > 20, name);
    assert(limit.size / limit.refill <= HOUR / SECOND, name);
  }
});

async function kept(store: Store): Promise<number[]> {
  const levels = await store.all(limitLevels, { limit: 9 });
  const keys = await store.all(limitKeys, { limit: 9 });
  return [levels.items.length, keys.items.length];
}
