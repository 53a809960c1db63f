import { assert, assertEquals } from "@std/assert";
import { startGuarded } from "../../lib/tasks/guarded.ts";
import { eventually, isRunning } from "../helpers/processes.ts";

Deno.test("stop ends the program", async () => {
  const sleeper = await startGuarded("sleep", { args: ["1000"] });
  assert(isRunning(sleeper.pid));
  await sleeper.stop();
  assert(!isRunning(sleeper.pid));
});

Deno.test("a program that ignores SIGTERM is killed after three seconds", async () => {
  const stubborn = await startGuarded("sh", {
    args: ["-c", "trap '' TERM; while :; do sleep 0.1; done"],
  });
  await stubborn.stop();
  assert(!isRunning(stubborn.pid));
});

Deno.test("the end of the program and its exit code are told", async () => {
  const short = await startGuarded("sh", { args: ["-c", "exit 3"] });
  assertEquals(await short.ended, 3);
  await short.stop();
});

Deno.test("a program that is not there ends at once", async () => {
  const none = await startGuarded("/nowhere/program", { args: [] });
  assertEquals(await none.ended, 127);
  await none.stop();
});

Deno.test("the program ends with us even when we are killed outright", async () => {
  const parent = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-config", "--no-lock", "tests/helpers/parent.ts"],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const reader = parent.stdout.getReader();
  const { value } = await reader.read();
  const pid = Number(new TextDecoder().decode(value));
  assert(isRunning(pid));
  parent.kill("SIGKILL");
  await eventually(() => !isRunning(pid), "the program ended");
  await reader.cancel();
  await parent.status;
});
