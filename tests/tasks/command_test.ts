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
