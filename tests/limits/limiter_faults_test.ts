import { assert, assertEquals, assertRejects } from "@std/assert";
import { DAY, SECOND } from "../../lib/kernel/mod.ts";
import { shareOf } from "../../lib/limits/bucket.ts";
import { Limiter, LIMITS, type SharedName } from "../../lib/limits/mod.ts";
import { limitLevels } from "../../lib/limits/records.ts";
import { shareStore, StoreUnavailable } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const ADDRESS = "203.0.113.7";

/** Longer than a store that failed is left in peace. */
const LATER = 5 * SECOND;

/** A limiter whose store can be sent away, and counts what it is asked. */
async function openLimiter() {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const store = shareStore(kv, clock);
  const limiter = new Limiter({ store, clock });
  const state = {
    away: false,
    asked: 0,
    error: StoreUnavailable as ErrorClass,
  };
  const transact = store.transact;
  store.transact = ((...given: Parameters<typeof transact>) => {
    state.asked++;
    if (state.away) return Promise.reject(new state.error("Cannot write"));
    return transact.apply(store, given);
  }) as typeof transact;
  const takeMany = async (name: SharedName, count: number) => {
    let granted = 0;
    for (let n = 0; n < count; n++) {
      if (await limiter.take(name, ADDRESS) === 0) granted++;
    }
    return granted;
  };
  return {
    ...{ clock, store, limiter, state, takeMany },
    [Symbol.dispose]: () => kv.close(),
  };
}

type ErrorClass = new (message: string) => Error;

const NAMES = Object.keys(LIMITS)
  .filter((name) => LIMITS[name as keyof typeof LIMITS].each !== "connection")
  .map((name) => name as SharedName);

for (const name of NAMES.filter((name) => LIMITS[name].fails === "closed")) {
  Deno.test(`without the store ${name} are refused, each time`, async () => {
    using here = await openLimiter();
    here.state.away = true;
    for (let n = 0; n < 3; n++) {
      await assertRejects(
        () => here.limiter.take(name, ADDRESS),
        StoreUnavailable,
      );
    }
  });
}

for (const name of NAMES.filter((name) => LIMITS[name].fails === "open")) {
  Deno.test(`without the store ${name} go on by a bucket of this process`, async () => {
    using here = await openLimiter();
    here.state.away = true;
    const { size } = LIMITS[name];
    const granted = await here.takeMany(name, 2 * size);
    const own = shareOf(LIMITS[name]).size;
    assert(granted >= size && granted <= size + own, String(granted));
    assert(await here.limiter.take(name, ADDRESS) > 0);
  });
}

Deno.test("a store that failed is left in peace for five seconds, whoever asks", async () => {
  using here = await openLimiter();
  here.state.away = true;
  for (let n = 0; n < 30; n++) {
    await here.limiter.take("pictures", `account ${n}`);
  }
  assertEquals(here.state.asked, 1);
  here.clock.pass(LATER - 1);
  await here.limiter.take("pictures", ADDRESS);
  assertEquals(here.state.asked, 1);
  here.clock.pass(1);
  await here.limiter.take("pictures", ADDRESS);
  assertEquals(here.state.asked, 2);
});

Deno.test("a store that is back is asked again, and holds the limit as before", async () => {
  using here = await openLimiter();
  const { size } = LIMITS.gates;
  assertEquals(await here.takeMany("gates", 4), 4);
  here.state.away = true;
  await assertRejects(
    () => here.limiter.take("gates", ADDRESS),
    StoreUnavailable,
  );
  here.state.away = false;
  here.clock.pass(LATER);
  assertEquals(await here.takeMany("gates", 2 * size), size - 4);
});

Deno.test("a fault that is no absence of the store is not taken for one", async () => {
  using here = await openLimiter();
  here.state.away = true;
  here.state.error = TypeError;
  await assertRejects(
    () => here.limiter.take("pictures", ADDRESS),
    TypeError,
  );
  here.state.away = false;
  assertEquals(await here.limiter.take("pictures", ADDRESS), 0);
});

Deno.test("of many who ask at once for one bucket, one asks the store for all", async () => {
  using here = await openLimiter();
  const waits = await Promise.all(
    Array.from({ length: 50 }, () => here.limiter.take("pages", ADDRESS)),
  );
  assertEquals(waits.filter((wait) => wait > 0), []);
  const asked = here.state.asked;
  assert(asked <= 2, `asked ${asked} times`);
});

Deno.test("a bucket that is empty everywhere is not asked for until it may fill", async () => {
  using here = await openLimiter();
  await here.takeMany("gates", LIMITS.gates.size);
  const wait = await here.limiter.take("gates", ADDRESS);
  const { asked } = here.state;
  here.clock.pass(wait - 1);
  assertEquals(await here.limiter.take("gates", ADDRESS), 1);
  assertEquals(here.state.asked, asked);
  here.clock.pass(1);
  assertEquals(await here.limiter.take("gates", ADDRESS), 0);
});

Deno.test("who is refused hears the same wait from every try, counted down", async () => {
  using here = await openLimiter();
  await here.takeMany("accounts", LIMITS.accounts.size);
  const first = await here.limiter.take("accounts", ADDRESS);
  for (const passed of [1_000, 1_000, 30_000]) {
    const before = await here.limiter.take("accounts", ADDRESS);
    here.clock.pass(passed);
    assertEquals(await here.limiter.take("accounts", ADDRESS), before - passed);
  }
  assertEquals(first, SECOND / LIMITS.accounts.refill);
});

Deno.test("one address's flood costs another nothing", async () => {
  using here = await openLimiter();
  await here.takeMany("returns", 2 * LIMITS.returns.size);
  assertEquals(await here.limiter.take("returns", "203.0.113.8"), 0);
  assertEquals(await here.limiter.take("gates", ADDRESS), 0);
});

Deno.test("when others keep changing a bucket, the answer is to wait a second", async () => {
  using here = await openLimiter();
  const { store, limiter } = here;
  assertEquals(await limiter.take("gates", ADDRESS), 0);
  store.transact = () =>
    Promise.resolve({ ok: false, reason: "changed", erased: [] });
  assertEquals(await limiter.take("gates", ADDRESS), SECOND);
});

Deno.test("a day's key that others keep changing is the store's absence", async () => {
  using here = await openLimiter();
  const { store, limiter } = here;
  store.transact = () =>
    Promise.resolve({ ok: false, reason: "changed", erased: [] });
  await assertRejects(() => limiter.take("gates", ADDRESS), StoreUnavailable);
});

Deno.test("tokens that were taken ahead are lost when their time is over", async () => {
  using here = await openLimiter();
  const { size } = LIMITS.changes;
  // Beyond the share of one process, so that a batch is taken.
  const share = shareOf(LIMITS.changes).size;
  assertEquals(await here.takeMany("changes", share + 1), share + 1);
  const level = async () =>
    (await here.store.all(limitLevels, { limit: 9 })).items[0].value.tokens;
  const before = await level();
  assert(before < size - share - 1, "more was taken than was used");
  here.clock.pass(10 * SECOND);
  assertEquals(await here.takeMany("changes", 2), 2);
  assert(await level() <= size);
});

Deno.test("with a new day a person starts anew, under another hash", async () => {
  using here = await openLimiter();
  await here.takeMany("codes", LIMITS.codes.size);
  assert(await here.limiter.take("codes", ADDRESS) > 0);
  const hashes = async () =>
    (await here.store.all(limitLevels, { limit: 9 })).items
      .map(({ value }) => value.subjectHash);
  const [before] = await hashes();
  here.clock.at = Math.ceil(here.clock.at / DAY) * DAY;
  assertEquals(await here.limiter.take("codes", ADDRESS), 0);
  assertEquals((await hashes()).includes(before), false);
});
