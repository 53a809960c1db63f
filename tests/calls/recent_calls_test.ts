import { assertEquals } from "@std/assert";
import { type Call, newCall, recentCalls } from "../../lib/calls/mod.ts";
import { calls } from "../../lib/calls/records.ts";
import { type AccountId, DAY, newAccountId } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const [ADA, BEN, EVE] = [newAccountId(), newAccountId(), newAccountId()];

async function openCalls() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const began = clock.now();
  return {
    ...{ clock, store },
    /** A call `ms` after the first; it is over unless `isOpen`. */
    async add(a: AccountId, b: AccountId, ms: number, isOpen = false) {
      const call = newCall(a, b, began + ms);
      const value = isOpen
        ? call
        : { ...call, endedAt: began + ms + 1, openSince: null };
      const done = await store.write().add(calls, value).commit();
      if (!done.ok) throw new Error("Cannot add a call");
      return value;
    },
    times: async (who: AccountId) =>
      (await recentCalls(store, who)).map(({ startedAt }: Call) =>
        startedAt - began
      ),
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("one's calls are listed newest first, from whichever side", async () => {
  await using here = await openCalls();
  await here.add(ADA, BEN, 10);
  await here.add(EVE, ADA, 30);
  await here.add(BEN, ADA, 20);
  await here.add(BEN, EVE, 40);
  assertEquals(await here.times(ADA), [30, 20, 10]);
  assertEquals(await here.times(EVE), [40, 30]);
  assertEquals(await here.times(newAccountId()), []);
});

Deno.test("a call that goes on is not among them", async () => {
  await using here = await openCalls();
  await here.add(ADA, BEN, 10);
  await here.add(ADA, BEN, 20, true);
  await here.add(BEN, ADA, 30, true);
  assertEquals(await here.times(ADA), [10]);
});

Deno.test("of more than a hundred the newest count, over both sides", async () => {
  await using here = await openCalls();
  for (let n = 0; n < 70; n++) {
    await here.add(ADA, BEN, 2 * n);
    await here.add(BEN, ADA, 2 * n + 1);
  }
  const newest = Array.from({ length: 100 }, (_, n) => 139 - n);
  assertEquals(await here.times(ADA), newest);
});

Deno.test("a call is listed for two days", async () => {
  await using here = await openCalls();
  await here.add(ADA, BEN, 0);
  here.clock.pass(2 * DAY - 1);
  assertEquals(await here.times(ADA), [0]);
  here.clock.pass(1);
  assertEquals(await here.times(ADA), []);
});
