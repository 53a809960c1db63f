import { assertEquals } from "@std/assert";
import { Refreshing } from "../../lib/client/refreshing.ts";
import { MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { turn } from "../helpers/turns.ts";

function openRefreshing(load = () => Promise.resolve()) {
  const scheduler = new TestScheduler(new TestClock());
  let loads = 0;
  const refreshing = new Refreshing(scheduler, () => {
    loads++;
    return load();
  });
  return { scheduler, refreshing, loads: () => loads };
}

Deno.test("the first change is loaded at once, and what follows it together", async () => {
  const { scheduler, refreshing, loads } = openRefreshing();
  refreshing.ask();
  assertEquals(loads(), 1);
  for (let n = 0; n < 5; n++) refreshing.ask();
  await turn();
  assertEquals(loads(), 1);
  await scheduler.pass(SECOND);
  assertEquals(loads(), 2);
  await scheduler.pass(MINUTE);
  assertEquals([loads(), scheduler.size], [2, 0]);
});

Deno.test("the more comes, the less often it is loaded, to once in eight seconds", async () => {
  const { scheduler, refreshing, loads } = openRefreshing();
  for (let n = 0; n < 600; n++) {
    refreshing.ask();
    await turn();
    await scheduler.pass(100);
  }
  // At 0, 1, 3, 7, and then every eight seconds of a minute.
  assertEquals(loads(), 4 + 6);
  await scheduler.pass(MINUTE);
  const quiet = loads();
  refreshing.ask();
  assertEquals(loads(), quiet + 1);
});

Deno.test("what cannot be loaded is loaded with the next change", async () => {
  let isAway = true;
  const { scheduler, refreshing, loads } = openRefreshing(() =>
    isAway ? Promise.reject(new Error("away")) : Promise.resolve()
  );
  refreshing.ask();
  await turn();
  await scheduler.pass(MINUTE);
  assertEquals(loads(), 1);
  isAway = false;
  refreshing.ask();
  assertEquals(loads(), 2);
});

Deno.test("nothing is asked twice while it is loaded", async () => {
  const held = Promise.withResolvers<void>();
  const { scheduler, refreshing, loads } = openRefreshing(() => held.promise);
  refreshing.ask();
  refreshing.ask();
  await scheduler.pass(MINUTE);
  assertEquals(loads(), 1);
  held.resolve();
  await turn();
  await scheduler.pass(SECOND);
  assertEquals(loads(), 2);
});
