import { assertEquals } from "@std/assert";
import { type JobName, Jobs, type JobsOptions } from "../../lib/jobs/mod.ts";
import { MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { openStore, shareStore } from "../../lib/store/mod.ts";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

interface Stage {
  clock: TestClock;
  scheduler: TestScheduler;
  /** What ran, by process and job. */
  ran: string[];
  faults: string[];
  /** A process whose jobs do this, or only note that they ran. */
  process(name: string, jobs?: JobsOptions["jobs"]): Jobs;
  /** From now on the store does not answer. */
  cut(): void;
}

/** Several processes on one store and one time. */
async function withStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const kv = await Deno.openKv(":memory:");
  const store = shareStore(kv, clock);
  const [ran, faults]: string[][] = [[], []];
  const open: Jobs[] = [];
  const process: Stage["process"] = (name, jobs) => {
    const note = (job: JobName) => () => {
      ran.push(`${name} ${job}`);
      return Promise.resolve();
    };
    const made = new Jobs({
      ...{ store, clock, scheduler },
      jobs: jobs ?? { sweep: note("sweep") },
      onError: (what) => faults.push(what),
    });
    made.start();
    open.push(made);
    return made;
  };
  let isCut = false;
  const cut = () => {
    if (!isCut) kv.close();
    isCut = true;
  };
  await work({ clock, scheduler, ran, faults, process, cut });
  for (const jobs of open) await jobs.stop();
  assertEquals(scheduler.size, 0, "timers stayed");
  cut();
}

Deno.test("a job runs when its time has come, and each time again", async () => {
  await withStage(async ({ scheduler, ran, process }) => {
    process("a");
    await scheduler.pass(MINUTE - 1);
    assertEquals(ran, []);
    await scheduler.pass(1);
    assertEquals(ran, ["a sweep"]);
    await scheduler.pass(10 * MINUTE);
    assertEquals(ran.length, 11);
  });
});

Deno.test("over many processes a job runs once a time", async () => {
  await withStage(async ({ scheduler, ran, process }) => {
    for (const name of ["a", "b", "c"]) {
      process(name);
      await scheduler.pass(10 * SECOND);
    }
    await scheduler.pass(10 * MINUTE);
    assertEquals(ran.length, 10);
  });
});

Deno.test("when the process that ran a job is gone, another runs it", async () => {
  await withStage(async ({ scheduler, ran, process }) => {
    const a = process("a");
    await scheduler.pass(SECOND);
    process("b");
    await scheduler.pass(2 * MINUTE);
    assertEquals(new Set(ran), new Set(["a sweep"]));
    await a.stop();
    ran.length = 0;
    await scheduler.pass(2 * MINUTE);
    assertEquals(new Set(ran), new Set(["b sweep"]));
  });
});

Deno.test("a job that takes long is begun by nobody else meanwhile", async () => {
  await withStage(async ({ scheduler, ran, process }) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    process("a", {
      async sweep() {
        ran.push("a sweep");
        begun.resolve();
        await promise;
      },
    });
    const first = scheduler.pass(MINUTE);
    await begun.promise;
    // The second comes to its time again and again.
    process("b");
    for (let n = 0; n < 20; n++) await scheduler.pass(20 * SECOND);
    assertEquals(ran, ["a sweep"]);
    resolve();
    await first;
  });
});

Deno.test("a job that fails is told, and tried again at its next time", async () => {
  await withStage(async ({ scheduler, ran, faults, process }) => {
    process("a", {
      sweep: () => Promise.reject(new Error("out of order")),
      calls: () => Promise.resolve(ran.push("calls")),
    });
    await scheduler.pass(2 * MINUTE);
    assertEquals(faults.length, 2);
    assertEquals(new Set(faults), new Set(["remove records past their end"]));
    assertEquals(ran, ["calls", "calls"]);
  });
});

Deno.test("a job that throws at once is told like any other", async () => {
  await withStage(async ({ faults, process }) => {
    const jobs = process("a", {
      mail() {
        throw new Error("out of order");
      },
    });
    await jobs.run("mail");
    assertEquals(faults, ["send mail that is due"]);
  });
});

Deno.test("without the lease nothing runs, and the store's absence is told", async () => {
  await withStage(async ({ scheduler, ran, faults, process, cut }) => {
    process("a");
    cut();
    await scheduler.pass(MINUTE);
    assertEquals(ran, []);
    assertEquals(faults, ["remove records past their end"]);
  });
});

Deno.test("two runs of a job at once are one, a later one is another", async () => {
  await withStage(async ({ process }) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let runs = 0;
    const jobs = process("a", {
      async sweep() {
        runs++;
        await promise;
      },
    });
    const both = [jobs.run("sweep"), jobs.run("sweep")];
    resolve();
    await Promise.all(both);
    assertEquals(runs, 1);
    await jobs.run("sweep");
    assertEquals(runs, 2);
  });
});

Deno.test("stopping waits for what runs, and nothing begins after it", async () => {
  await withStage(async ({ scheduler, ran, process }) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const jobs = process("a", {
      async sweep() {
        ran.push("begun");
        begun.resolve();
        await promise;
        ran.push("ended");
      },
    });
    const running = scheduler.pass(MINUTE);
    await begun.promise;
    let stopped = false;
    const stopping = jobs.stop().then(() => stopped = true);
    await new Promise((turn) => setTimeout(turn));
    assertEquals([stopped, ran], [false, ["begun"]]);
    resolve();
    await stopping;
    assertEquals(ran, ["begun", "ended"]);
    await running;
    await scheduler.pass(10 * MINUTE);
    assertEquals(ran, ["begun", "ended"]);
  });
});

Deno.test("a job without a function has no timer", async () => {
  await withStage(async ({ scheduler, process }) => {
    const jobs = process("a", {});
    assertEquals(scheduler.size, 0);
    await jobs.run("mail");
  });
});

Deno.test("alone on its store, a process takes no leases", async () => {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const store = await openStore({ at: ":memory:", clock });
  let runs = 0;
  const jobs = new Jobs({
    ...{ store, clock, scheduler },
    jobs: { sweep: () => Promise.resolve(runs++) },
    onError() {},
  });
  jobs.start();
  await scheduler.pass(3 * MINUTE);
  await jobs.stop();
  assertEquals(runs, 3);
  const entries = await Array.fromAsync(
    store[KV_CLIENT].kv.list({ prefix: [] }),
  );
  assertEquals(entries.map(({ key }) => key), []);
  await store.close();
});

Deno.test("a job is failing from a run that failed until one that did not", async () => {
  await withStage(async ({ scheduler, process }) => {
    let isDown = true;
    const jobs = process("a", {
      calls: () => Promise.resolve(),
      sweep: () => isDown ? Promise.reject(new Error()) : Promise.resolve(),
    });
    assertEquals(jobs.failing, []);
    await scheduler.pass(MINUTE);
    assertEquals(jobs.failing, ["sweep"]);
    isDown = false;
    await scheduler.pass(MINUTE);
    assertEquals(jobs.failing, []);
  });
});
