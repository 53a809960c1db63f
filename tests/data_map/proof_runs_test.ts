import { assertEquals } from "@std/assert";
import { SECOND } from "../../lib/kernel/mod.ts";
import {
  DEBOUNCE,
  MAX_RETRIES,
  MIN_GAP,
  ProofRuns,
} from "../../lib/data_map/proof_runs.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

/** Runs whose work is counted, and answers what it is told to. */
function runsOf(answers: (number | Error)[] = []) {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const begun: number[] = [];
  const faults: string[] = [];
  const start = clock.now();
  const runs = new ProofRuns({
    clock,
    scheduler,
    prove() {
      begun.push(clock.now() - start);
      const answer = answers.shift() ?? 0;
      return answer instanceof Error
        ? Promise.reject(answer)
        : Promise.resolve({ ended: 1, left: answer });
    },
    onError: (what) => faults.push(what),
  });
  return { runs, scheduler, begun, faults };
}

Deno.test("erasures within moments share one run", async () => {
  const { runs, scheduler, begun } = runsOf();
  for (let n = 0; n < 50; n++) runs.request();
  await scheduler.pass(DEBOUNCE);
  assertEquals(begun, [DEBOUNCE]);
  await scheduler.pass(120 * SECOND);
  assertEquals(begun.length, 1);
});

Deno.test("under steady load runs keep a distance, and stay within a minute", async () => {
  const { runs, scheduler, begun } = runsOf();
  for (let n = 0; n < 60; n++) {
    runs.request();
    await scheduler.pass(SECOND);
  }
  const gaps = begun.slice(1).map((at, n) => at - begun[n]);
  assertEquals(gaps.every((gap) => gap >= MIN_GAP), true);
  assertEquals(gaps.every((gap) => gap < 60 * SECOND), true);
});

Deno.test("what a run left is looked for again, with a limit", async () => {
  const { runs, scheduler, begun } = runsOf([1, 1, 1, 1, 1, 1, 1]);
  runs.request();
  await scheduler.pass(10 * 60 * SECOND);
  assertEquals(begun.length, 1 + MAX_RETRIES);
  // The next erasure begins anew.
  runs.request();
  await scheduler.pass(60 * SECOND);
  assertEquals(begun.length > 1 + MAX_RETRIES, true);
});

Deno.test("a fault is told, and the run repeated", async () => {
  const { runs, scheduler, begun, faults } = runsOf([new Error("store away")]);
  runs.request();
  await scheduler.pass(60 * SECOND);
  assertEquals([begun.length, faults.length], [2, 1]);
  assertEquals(faults[0], "search for what an erasure left");
});

Deno.test("nothing begins after the stop, and no timer stays", async () => {
  const { runs, scheduler, begun } = runsOf();
  runs.request();
  await runs.stop();
  runs.request();
  await scheduler.pass(60 * SECOND);
  assertEquals([begun, scheduler.size], [[], 0]);
});
