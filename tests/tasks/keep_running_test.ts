import { assertEquals } from "@std/assert";
import type { Guarded } from "../../lib/tasks/guarded.ts";
import { keepRunning, nextWait } from "../../lib/tasks/keep_running.ts";

/** A server that ends when the test says so. */
function fakeServer(pid: number): Guarded & { die(): void } {
  const { promise, resolve } = Promise.withResolvers<number>();
  return {
    pid,
    ended: promise,
    die: () => resolve(137),
    stop: () => Promise.resolve(resolve(0)),
  };
}

function keeping(tries: (() => Promise<Guarded>)[]) {
  const states: boolean[] = [];
  const told: string[] = [];
  const waits: number[] = [];
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  return {
    states,
    told,
    waits,
    settled,
    name: "It",
    start: () => {
      const next = tries.shift()!();
      if (tries.length === 0) resolve();
      return next;
    },
    onState: (up: boolean) => void states.push(up),
    tell: (line: string) => void told.push(line),
    sleep: (ms: number) => Promise.resolve(void waits.push(ms)),
    clock: { now: () => 0 },
  };
}

Deno.test("a server that dies is started again", async () => {
  const first = fakeServer(1);
  const second = fakeServer(2);
  const made = keeping([
    () => Promise.resolve(first),
    () => Promise.reject(new Error("Cannot start it: not yet")),
    () => Promise.resolve(second),
  ]);
  const kept = await keepRunning(made);
  assertEquals(kept.pid(), 1);
  first.die();
  await made.settled;
  await new Promise((resolve) => setTimeout(resolve, 0));
  assertEquals(kept.pid(), 2);
  assertEquals(made.states, [true, false, true]);
  assertEquals(made.waits, [250, 500]);
  await kept.stop();
  assertEquals(kept.pid(), null);
});

Deno.test("a server that does not start at first is an error", async () => {
  const made = keeping([() => Promise.reject(new Error("Cannot start it"))]);
  const fault = await keepRunning(made).catch((fault) => fault.message);
  assertEquals(fault, "Cannot start it");
});

Deno.test("stopping is not taken for dying", async () => {
  const made = keeping([() => Promise.resolve(fakeServer(1))]);
  const kept = await keepRunning(made);
  await kept.stop();
  assertEquals([made.states, made.told], [[true], []]);
});

Deno.test("waits double up to five seconds, and ten starts are enough", () => {
  assertEquals([0, 1, 2, 5, 9].map(nextWait), [250, 500, 1000, 5000, 5000]);
  assertEquals(nextWait(10), null);
});

Deno.test("one that ends ten times within ten minutes is given up, and that is told", async () => {
  const servers = Array.from({ length: 11 }, (_, n) => fakeServer(n + 1));
  const made = keeping(servers.map((server) => () => Promise.resolve(server)));
  const kept = await keepRunning(made);
  for (const server of servers) {
    assertEquals(kept.pid(), server.pid);
    server.die();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  assertEquals(kept.pid(), null);
  assertEquals(made.told.at(-1)?.startsWith("Cannot keep It running"), true);
  assertEquals(made.waits.length, 10);
  assertEquals(made.states.at(-1), false);
  await kept.stop();
});

Deno.test("one that ends now and then over hours is started each time", async () => {
  const servers = Array.from({ length: 25 }, (_, n) => fakeServer(n + 1));
  const made = keeping(servers.map((server) => () => Promise.resolve(server)));
  let now = 0;
  const kept = await keepRunning({ ...made, clock: { now: () => now } });
  for (const server of servers.slice(0, -1)) {
    now += 61 * 60_000;
    server.die();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  assertEquals(kept.pid(), 25);
  assertEquals(new Set(made.waits), new Set([250]));
  await kept.stop();
});

Deno.test("a stop while it is being started again leaves nothing running", async () => {
  const [first, second] = [fakeServer(1), fakeServer(2)];
  const { promise, resolve } = Promise.withResolvers<Guarded>();
  const made = keeping([() => Promise.resolve(first), () => promise]);
  const kept = await keepRunning(made);
  first.die();
  await made.settled;
  const stopping = kept.stop();
  let stopped = false;
  void second.ended.then(() => stopped = true);
  resolve(second);
  await stopping;
  assertEquals([stopped, kept.pid()], [true, null]);
  assertEquals(made.states, [true, false]);
});

Deno.test("a stop while it rests before the next start begins none", async () => {
  const first = fakeServer(1);
  const made = keeping([
    () => Promise.resolve(first),
    () => Promise.reject(new Error("Cannot be asked")),
  ]);
  const kept = await keepRunning({
    ...made,
    sleep: () => new Promise(() => {}),
  });
  first.die();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await kept.stop();
  assertEquals(made.told.length, 1, "that it ended, and nothing else");
});
