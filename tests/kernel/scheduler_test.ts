import { assertEquals, assertThrows } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { type Scheduler, systemScheduler } from "../../lib/kernel/mod.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

/** A scheduler, and how its time is moved. */
interface Moved {
  scheduler: Scheduler;
  pass(ms: number): Promise<unknown>;
  [Symbol.dispose](): void;
}

/** What holds for the system's timers holds for those of tests. */
const SCHEDULERS: Record<string, () => Moved> = {
  system() {
    const time = new FakeTime();
    return {
      scheduler: systemScheduler,
      async pass(ms) {
        // A repeated work is planned again in the turn after its end.
        for (let left = ms; left > 0; left -= 10) {
          await time.tickAsync(Math.min(left, 10));
        }
      },
      [Symbol.dispose]: () => time.restore(),
    };
  },
  test() {
    const scheduler = new TestScheduler(new TestClock());
    return {
      scheduler,
      pass: (ms) => scheduler.pass(ms),
      [Symbol.dispose]() {},
    };
  },
};

for (const [name, open] of Object.entries(SCHEDULERS)) {
  Deno.test(`${name}: after() runs the work once, when it is time`, async () => {
    using moved = open();
    let runs = 0;
    moved.scheduler.after(100, () => void runs++);
    await moved.pass(99);
    assertEquals(runs, 0);
    await moved.pass(1);
    assertEquals(runs, 1);
    await moved.pass(500);
    assertEquals(runs, 1);
  });

  Deno.test(`${name}: every() runs the work until it is cancelled`, async () => {
    using moved = open();
    let runs = 0;
    const cancel = moved.scheduler.every(100, () => void runs++);
    await moved.pass(350);
    assertEquals(runs, 3);
    cancel();
    cancel();
    await moved.pass(500);
    assertEquals(runs, 3);
  });

  Deno.test(`${name}: a timer that was cancelled never fires`, async () => {
    using moved = open();
    let runs = 0;
    moved.scheduler.after(100, () => void runs++)();
    moved.scheduler.every(100, () => void runs++)();
    await moved.pass(500);
    assertEquals(runs, 0);
  });

  Deno.test(`${name}: a work may cancel its own repetition`, async () => {
    using moved = open();
    let runs = 0;
    const cancel = moved.scheduler.every(10, () => {
      runs++;
      if (runs === 2) cancel();
    });
    await moved.pass(100);
    assertEquals(runs, 2);
  });
}

Deno.test("no two runs of a repeated work overlap", async () => {
  using moved = SCHEDULERS.system();
  const { promise, resolve } = Promise.withResolvers<void>();
  let runs = 0;
  const cancel = moved.scheduler.every(10, () => {
    runs++;
    return runs === 1 ? promise : undefined;
  });
  await moved.pass(100);
  assertEquals(runs, 1);
  resolve();
  await moved.pass(10);
  assertEquals(runs, 2);
  cancel();
});

Deno.test("a delay that the system cannot count is refused", () => {
  assertThrows(
    () => systemScheduler.after(2 ** 31, () => {}),
    RangeError,
    "Cannot set a timer",
  );
});

Deno.test("timers of tests fire in the order of their times, each at its own", async () => {
  const clock = new TestClock(1_000);
  const scheduler = new TestScheduler(clock);
  const fired: [string, number][] = [];
  const note = (name: string) => () => void fired.push([name, clock.now()]);
  scheduler.after(300, note("last"));
  scheduler.after(100, note("first"));
  scheduler.after(100, note("second"));
  await scheduler.pass(1_000);
  assertEquals(fired, [["first", 1_100], ["second", 1_100], ["last", 1_300]]);
  assertEquals(clock.now(), 2_000);
});

Deno.test("what is overdue on a clock moved by hand fires at the next pass", async () => {
  const clock = new TestClock(0);
  const scheduler = new TestScheduler(clock);
  let at = -1;
  scheduler.after(100, () => void (at = clock.now()));
  clock.pass(500);
  assertEquals([at, scheduler.size], [-1, 1]);
  await scheduler.pass(0);
  assertEquals([at, scheduler.size], [500, 0]);
});

Deno.test("pass waits for the work, and for what it plans in that time", async () => {
  const clock = new TestClock(0);
  const scheduler = new TestScheduler(clock);
  const fired: number[] = [];
  scheduler.after(10, async () => {
    await Promise.resolve();
    scheduler.after(5, () => void fired.push(clock.now()));
    fired.push(clock.now());
  });
  await scheduler.pass(20);
  assertEquals(fired, [10, 15]);
});
