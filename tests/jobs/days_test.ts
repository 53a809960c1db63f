import { assert, assertEquals } from "@std/assert";
import { type JobName, Jobs, TIMETABLE } from "../../lib/jobs/mod.ts";
import { leaseFor } from "../../lib/jobs/timetable.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import { shareStore, StoreUnavailable } from "../../lib/store/mod.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

const NOON = Date.UTC(2026, 10, 27, 12);
const NAMES = Object.keys(TIMETABLE) as JobName[];

/** Processes with every job there is, and when each ran. */
async function openDays(count: number, start = NOON) {
  const clock = new TestClock(start);
  const scheduler = new TestScheduler(clock);
  const kv = await Deno.openKv(":memory:");
  const store = shareStore(kv, clock);
  const ran: { name: JobName; at: number; by: number }[] = [];
  const faults: string[] = [];
  const processes = Array.from({ length: count }, (_, by) => {
    const note = (name: JobName) => () => {
      ran.push({ name, at: clock.now(), by });
      return Promise.resolve();
    };
    return new Jobs({
      ...{ store, clock, scheduler },
      jobs: Object.fromEntries(NAMES.map((name) => [name, note(name)])),
      onError: (what) => faults.push(what),
    });
  });
  return {
    ...{ clock, scheduler, store, ran, faults, processes },
    timesOf: (name: JobName) =>
      ran.filter((run) => run.name === name).map(({ at }) => at),
    async [Symbol.asyncDispose]() {
      for (const jobs of processes) await jobs.stop();
      assertEquals(scheduler.size, 0);
      kv.close();
    },
  };
}

Deno.test("a job of the night runs once a night, over all processes", async () => {
  await using days = await openDays(3);
  for (const jobs of days.processes) {
    const { compaction } = jobs.options.jobs;
    Object.assign(jobs.options, { jobs: { compaction } });
    jobs.start();
    await days.scheduler.pass(17 * SECOND);
  }
  for (let hour = 0; hour < 3 * 24; hour++) await days.scheduler.pass(HOUR);
  const nights = days.timesOf("compaction");
  assertEquals(nights.map((at) => at % DAY), [3, 3, 3].map((h) => h * HOUR));
  assertEquals(new Set(nights.map((at) => Math.floor(at / DAY))).size, 3);
});

Deno.test("a process that starts within the hour of the night runs it no second time", async () => {
  await using days = await openDays(2, Date.UTC(2026, 10, 27, 2, 59));
  const [early, late] = days.processes;
  early.start();
  await days.scheduler.pass(MINUTE);
  assertEquals(days.timesOf("compaction").length, 1);
  late.start();
  await days.scheduler.pass(2 * HOUR);
  assertEquals(days.timesOf("compaction").length, 1);
});

Deno.test("jobs do not wait for each other", async () => {
  await using days = await openDays(1);
  const [jobs] = days.processes;
  const { promise, resolve } = Promise.withResolvers<void>();
  days.processes[0].options.jobs.mail = () => promise;
  jobs.start();
  const mailing = jobs.run("mail");
  const others = NAMES.filter((name) => name !== "mail");
  for (const name of others) await jobs.run(name);
  assertEquals(days.ran.map(({ name }) => name), others);
  resolve();
  await mailing;
});

Deno.test("each job that fails is told in the words of the timetable, and stops no other", async () => {
  await using days = await openDays(1);
  const [jobs] = days.processes;
  const { options } = jobs;
  for (const name of NAMES) {
    options.jobs[name] = () => Promise.reject(new Error("out of order"));
  }
  for (const name of NAMES) await jobs.run(name);
  assertEquals(days.faults, NAMES.map((name) => TIMETABLE[name].does));
});

Deno.test("a store that comes back has the jobs running again at their next time", async () => {
  await using days = await openDays(1);
  const { store, scheduler, faults, processes: [jobs] } = days;
  const get = store.get;
  jobs.start();
  store.get = () => Promise.reject(new StoreUnavailable("Cannot read"));
  await scheduler.pass(3 * MINUTE);
  assertEquals([days.ran, new Set(faults).size > 0], [[], true]);
  store.get = get;
  await scheduler.pass(MINUTE);
  assertEquals(days.timesOf("sweep").length, 1);
});

Deno.test("what was asked for by hand does not put off the job's own time", async () => {
  await using days = await openDays(1);
  const { scheduler, processes: [jobs] } = days;
  jobs.start();
  await scheduler.pass(40 * SECOND);
  await jobs.run("sweep");
  await scheduler.pass(20 * SECOND);
  assertEquals(days.timesOf("sweep").map((at) => at - NOON), [
    40 * SECOND,
    60 * SECOND,
  ]);
});

Deno.test("a stop before the first time runs nothing, and a second is no fault", async () => {
  await using days = await openDays(1);
  const [jobs] = days.processes;
  jobs.start();
  await jobs.stop();
  await jobs.stop();
  await days.scheduler.pass(2 * DAY);
  assertEquals([days.ran, days.scheduler.size], [[], 0]);
});

Deno.test("each job of some minutes runs at all its times, once a time, by whoever", async () => {
  await using days = await openDays(2);
  const [one, two] = days.processes;
  one.start();
  await days.scheduler.pass(30 * SECOND);
  two.start();
  await days.scheduler.pass(2 * HOUR);
  for (const name of NAMES) {
    const { timing } = TIMETABLE[name];
    if (!("every" in timing)) continue;
    const times = days.timesOf(name);
    for (const [n, at] of times.slice(1).entries()) {
      assert(at - times[n] >= leaseFor(timing), name);
    }
    const most = (2 * HOUR + 30 * SECOND) / timing.every + 1;
    const fine = times.length >= 0.9 * most && times.length <= most;
    assert(fine, `${name}: ${times.length}`);
  }
});
