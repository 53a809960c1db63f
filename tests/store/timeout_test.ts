import { assert, assertEquals, assertRejects } from "@std/assert";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import {
  openStore,
  shareStore,
  StoreUnavailable,
} from "../../lib/store/mod.ts";
import { withTimeout } from "../../lib/store/timeout.ts";
import { TestClock } from "../helpers/clock.ts";
import { lamps } from "./helpers/collections.ts";

const busy = () => new TypeError("database is locked");

Deno.test("a busy store is asked again", async () => {
  let calls = 0;
  const answer = await withTimeout(
    "write",
    () => ++calls < 4 ? Promise.reject(busy()) : Promise.resolve("done"),
  );
  assertEquals([answer, calls], ["done", 4]);
});

Deno.test("a store that stays busy is reported", async () => {
  const start = performance.now();
  await assertRejects(
    () => withTimeout("write", () => Promise.reject(busy())),
    StoreUnavailable,
    "Cannot write: the store stays busy",
  );
  assert(performance.now() - start < 2_000);
});

Deno.test("another fault is not repeated", async () => {
  let calls = 0;
  const fault = () => {
    calls++;
    return Promise.reject(new TypeError("value too large"));
  };
  await assertRejects(
    () => withTimeout("write", fault),
    TypeError,
    "too large",
  );
  assertEquals(calls, 1);
});

Deno.test("a call without an answer ends, each in its own time", async () => {
  const never = () => new Promise<never>(() => {});
  const started = performance.now();
  const ends = await Promise.all([50, 400, 120].map(async (timeout) => {
    await assertRejects(
      () => withTimeout("read", never, timeout),
      StoreUnavailable,
      `within ${timeout} ms`,
    );
    return performance.now() - started;
  }));
  assert(ends[0] < ends[2] && ends[2] < ends[1], ends.join());
  assert(ends[1] < 800, ends.join());
});

Deno.test("a store that is away is not flooded with calls", async () => {
  const away = { count: 100, until: 0 };
  let calls = 0;
  const call = () => {
    calls++;
    return Promise.resolve();
  };
  await withTimeout("read", call, 50, away);
  await assertRejects(
    () => withTimeout("read", call, 50, away),
    StoreUnavailable,
    "does not answer",
  );
  assertEquals(calls, 1);
});

Deno.test("writers on two stores that collide all come through", async () => {
  const clock = new TestClock();
  const one = await openStore({ at: ":memory:", clock });
  const two = shareStore(one[KV_CLIENT].kv, clock);
  await one.write().create(lamps, { room: "n", n: 0, at: clock.now() })
    .commit();
  await Promise.all([one, two].map(async (store) => {
    for (let n = 0; n < 20; n++) {
      const done = await store.transact(async (write) => {
        const read = (await store.get(lamps, ["n", 0]))!;
        write.replace(read, { ...read.value, at: read.value.at + 1 });
      }, 100);
      assert(done.ok);
    }
  }));
  assertEquals((await one.get(lamps, ["n", 0]))?.value.at, clock.now() + 40);
  await one.close();
});
