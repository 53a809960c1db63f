import { assertEquals } from "@std/assert";
import { lastWords, runToEnd } from "../../lib/tasks/command.ts";

function shell(script: string, timeoutMs = 10_000) {
  return runToEnd("sh", { args: ["-c", script], timeoutMs });
}

Deno.test("a program's code and both of its outputs are told apart", async () => {
  assertEquals(await shell("echo out; echo err >&2; exit 3"), {
    code: 3,
    stdout: "out\n",
    stderr: "err\n",
  });
});

Deno.test("a program that asks for input gets none, and does not wait", async () => {
  assertEquals((await shell("cat; echo end")).stdout, "end\n");
});

Deno.test("a program that does not end is ended, and the limit is told", async () => {
  const { code, stderr } = await shell("exec sleep 60", 200);
  assertEquals([code === 0, stderr], [false, "no end after 0.2 s"]);
});

Deno.test("the last two lines that say something are a program's last words", () => {
  assertEquals(lastWords("one\n two \n\nthree\n\n"), "two / three");
  assertEquals(lastWords("one"), "one");
  assertEquals(lastWords(" \n\n"), "it said nothing");
});

Deno.test("a program that is not there is a fault of its own kind", async () => {
  const fault = await runToEnd("/nowhere/program", { args: [], timeoutMs: 9 })
    .catch((error) => error);
  assertEquals(fault instanceof Deno.errors.NotFound, true);
});

Deno.test("a program runs where and with what it is told to", async () => {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  const { stdout } = await runToEnd("sh", {
    args: ["-c", 'pwd; echo "$GREETING"'],
    timeoutMs: 10_000,
    cwd: folder,
    env: { GREETING: "hello you" },
  });
  assertEquals(stdout, `${folder}\nhello you\n`);
  await Deno.remove(folder);
});

Deno.test("what a program says is read whole, however much", async () => {
  const { stdout } = await shell("yes ab | head -c 300000");
  assertEquals([stdout.length, stdout.slice(0, 6)], [300_000, "ab\nab\n"]);
});

Deno.test("a program that is called off ends, and is not taken for a slow one", async () => {
  const called = new AbortController();
  const running = runToEnd("sh", {
    args: ["-c", "echo begun >&2; exec sleep 60"],
    timeoutMs: 30_000,
    signal: called.signal,
  });
  called.abort();
  const { code, stderr } = await running;
  assertEquals([code === 0, stderr.startsWith("no end")], [false, false]);
});
