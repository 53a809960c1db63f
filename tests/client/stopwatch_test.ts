import { assertEquals } from "@std/assert";
import { effect } from "@preact/signals";
import { Stopwatch } from "../../lib/client/stopwatch.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

function started() {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const watch = new Stopwatch(clock, scheduler);
  watch.start();
  return { clock, scheduler, watch };
}

Deno.test("whole seconds are counted from what began, twice a second", async () => {
  const { clock, scheduler, watch } = started();
  const since = clock.now();
  const seen: number[] = [];
  const stop = effect(() => void seen.push(watch.secondsSince(since)));
  await scheduler.pass(2_500);
  assertEquals(seen, [0, 0, 1, 1, 2, 2]);
  stop();
  watch.stop();
});

Deno.test("what began after the last tick has lasted no time", async () => {
  const { clock, scheduler, watch } = started();
  await scheduler.pass(499);
  assertEquals(watch.secondsSince(clock.now()), 0);
  watch.stop();
});

Deno.test("a stopped watch leaves no timer behind", async () => {
  const { clock, scheduler, watch } = started();
  const since = clock.now();
  watch.stop();
  await scheduler.pass(5_000);
  assertEquals([watch.secondsSince(since), scheduler.size], [0, 0]);
});
