import { assert, assertEquals, assertMatch } from "@std/assert";
import { readEnv } from "../../lib/config/mod.ts";
import { eventually, isRunning } from "../helpers/processes.ts";
import { liveKitOf, type Started, startTask } from "../helpers/start_task.ts";

/** Starts on a free port with a data folder that nobody else has. */
async function startAt(data?: string): Promise<{
  task: Started;
  address: string;
  port: string;
}> {
  const task = startTask({
    PORT: "0",
    MILLO_DATA: data ?? await Deno.makeTempDir(),
  });
  const address = await task.address;
  if (!address) throw new Error((await task.said).join("\n"));
  return { task, address, port: new URL(address).port };
}

async function end(task: Started, signal: Deno.Signal = "SIGTERM") {
  task.kill(signal);
  const { code } = await task.status;
  return { code, said: await task.said };
}

/** A start that is meant to fail: its one line and its exit code. */
async function failingStart(settings: Record<string, string>) {
  const task = startTask(settings);
  const { code } = await task.status;
  assertEquals(await task.address, null);
  return { code, said: await task.said };
}

Deno.test("start serves the first page, and a second start within three seconds", async () => {
  const data = await Deno.makeTempDir();
  for (const round of ["first", "second"]) {
    const begin = performance.now();
    const { task, address } = await startAt(data);
    const response = await fetch(address);
    const took = performance.now() - begin;
    assertEquals(response.status, 200);
    assertMatch(await response.text(), /<html/);
    console.log(`${round} start: first page after ${Math.round(took)} ms`);
    if (round === "second") assert(took < 3000, `it took ${took} ms`);
    assertEquals((await end(task)).code, 0);
  }
});

Deno.test("a page that stays open may reach the media server of the next start", async () => {
  const data = await Deno.makeTempDir();
  const allowed: string[] = [];
  for (let round = 0; round < 2; round++) {
    const { task, address } = await startAt(data);
    const response = await fetch(`${address}/talk`);
    await response.body?.cancel();
    const policy = response.headers.get("content-security-policy")!;
    allowed.push(/ws:\/\/127\.0\.0\.1:\d+/.exec(policy)![0]);
    assertEquals((await end(task)).code, 0);
  }
  assertEquals(allowed[1], allowed[0]);
});

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`${signal} ends it with exit code 0 and leaves no LiveKit`, async () => {
    const { task, port } = await startAt();
    const livekit = liveKitOf(port);
    assert(livekit, "LiveKit runs");
    assertEquals(await end(task, signal), { code: 0, said: [] });
    assert(!isRunning(livekit), "LiveKit ended");
  });
}

Deno.test("a taken port is said in one line", async () => {
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { code, said } = await failingStart({
    PORT: String(taken.addr.port),
    MILLO_DATA: await Deno.makeTempDir(),
  });
  assertEquals([code, said.length], [1, 1]);
  assertMatch(said[0], /^Cannot listen on 127\.0\.0\.1:\d+: .*PORT/);
});

Deno.test("a data folder that cannot be written is said in one line", async () => {
  const file = await Deno.makeTempFile();
  const { code, said } = await failingStart({
    PORT: "0",
    MILLO_DATA: `${file}/data`,
  });
  assertEquals([code, said.length], [1, 1]);
  assertMatch(said[0], /^Cannot .*MILLO_DATA/);
});

Deno.test("a second Millo on one data folder is refused in one line", async () => {
  const data = await Deno.makeTempDir();
  const { task } = await startAt(data);
  const { code, said } = await failingStart({ PORT: "0", MILLO_DATA: data });
  assertEquals([code, said.length], [1, 1]);
  assertMatch(said[0], /^Cannot /);
  assertEquals((await end(task)).code, 0);
});

Deno.test("every fault in the settings is named at once", async () => {
  const { code, said } = await failingStart({
    PORT: "many",
    MILLO_ORIGIN: "nowhere",
  });
  assertEquals([code, said.length], [1, 1]);
  assertMatch(said[0], /PORT.*MILLO_ORIGIN|MILLO_ORIGIN.*PORT/);
});

Deno.test("a LiveKit that is killed comes back", async () => {
  const { task, port } = await startAt();
  const before = liveKitOf(port);
  assert(before, "LiveKit runs");
  Deno.kill(before, "SIGKILL");
  await eventually(() => {
    const now = liveKitOf(port);
    return now !== null && now !== before;
  }, "LiveKit is back");
  assertEquals((await end(task)).code, 0);
  assertEquals(liveKitOf(port), null);
});

Deno.test("a broken LiveKit is said in one line", async () => {
  const folder = await Deno.makeTempDir();
  const program = `${folder}/livekit-server`;
  await Deno.writeTextFile(program, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  const { code, said } = await failingStart({
    PORT: "0",
    MILLO_DATA: await Deno.makeTempDir(),
    PATH: `${folder}:${readEnv().PATH}`,
  });
  assertEquals([code, said.length], [1, 1]);
  assertMatch(said[0], /^Cannot start LiveKit: /);
});
