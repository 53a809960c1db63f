import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { tallyOf, verdict } from "../../lib/tasks/tally.ts";

Deno.test("steps are not counted", () => {
  assertEquals(
    tallyOf("ok | 12 passed (7 steps) | 0 failed (3s)\n"),
    { passed: 12, failed: 0, ignored: 0 },
  );
});

Deno.test("colours, ignored and filtered tests do not confuse the count", () => {
  const line = "\x1b[31mFAILED\x1b[0m | 2 passed (1 step) | 3 failed (1 step)" +
    " | 4 ignored | 9 filtered out \x1b[38;5;245m(71ms)\x1b[0m";
  assertEquals(tallyOf(`a test ... ok\n\n${line}\n\n`), {
    passed: 2,
    failed: 3,
    ignored: 4,
  });
});

Deno.test("only the last summary counts, since a test may print another", () => {
  const output =
    "ok | 1 passed | 0 failed (1ms)\nFAILED | 5 passed | 1 failed (1s)";
  assertEquals(tallyOf(output), { passed: 5, failed: 1, ignored: 0 });
});

Deno.test("the summary of a real run is understood", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/a_test.ts`, SAMPLE);
  await Deno.writeTextFile(`${folder}/b_test.ts`, "throw new Error('early');");
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "--no-check", "--no-config", "--no-lock", folder],
  }).output();
  const tally = tallyOf(new TextDecoder().decode(stdout));
  assertEquals(tally, { passed: 1, failed: 2, ignored: 1 });
  assertEquals(code, 1);
});

Deno.test("ignored tests count as failed", () => {
  assertEquals(verdict({ passed: 3, failed: 0, ignored: 2 }, 0), {
    passed: 3,
    failed: 2,
    why: "Cannot pass: 2 tests are ignored",
  });
});

Deno.test("a run without tests, without summary or with a bad exit fails", () => {
  const nothing = verdict({ passed: 0, failed: 0, ignored: 0 }, 0);
  assertEquals([nothing.failed, nothing.why], [
    1,
    "Cannot pass: no test ran",
  ]);
  assertEquals(verdict(null, 137).failed, 1);
  assertEquals(verdict({ passed: 9, failed: 0, ignored: 0 }, 1).failed, 1);
});

Deno.test("a clean run passes", () => {
  assertEquals(verdict({ passed: 9, failed: 0, ignored: 0 }, 0), {
    passed: 9,
    failed: 0,
    why: null,
  });
});

const SAMPLE = `
Deno.test("with steps", async (t) => { await t.step("one", () => {}); });
Deno.test("bad", () => { throw new Error("bad"); });
Deno.test({ name: "left out", ignore: true, fn() {} });
`;

Deno.test("whatever the numbers, the summary that Deno writes is read back", () => {
  const count = fc.nat({ max: 9_999 });
  const run = fc.record({
    ...{ passed: count, failed: count, ignored: count, steps: count },
    ...{ filtered: count, ms: count },
  });
  fc.assert(fc.property(run, ({ passed, failed, ignored, ...more }) => {
    const parts = [
      `${failed > 0 ? "FAILED" : "ok"}`,
      `${passed} passed${more.steps > 0 ? ` (${more.steps} steps)` : ""}`,
      `${failed} failed`,
      ...ignored > 0 ? [`${ignored} ignored`] : [],
      ...more.filtered > 0 ? [`${more.filtered} filtered out`] : [],
    ];
    const output = `a test ... ok\n\n${parts.join(" | ")} (${more.ms}ms)\n`;
    assertEquals(tallyOf(output), { passed, failed, ignored });
  }));
});

Deno.test("what only speaks of tests is no summary", () => {
  for (
    const line of [
      "",
      "ok",
      "12 passed, 0 failed",
      "running 7 tests from ./a_test.ts",
      "not ok | 1 passed | 0 failed",
      "ok | many passed | 0 failed",
      "> ok | 1 passed | 0 failed",
    ]
  ) assertEquals(tallyOf(line), null, line);
});

Deno.test("a run passes only where tests passed, none failed and the runner agrees", () => {
  const small = fc.nat({ max: 2 });
  const tally = fc.record({ passed: small, failed: small, ignored: small });
  fc.assert(fc.property(tally, fc.constantFrom(0, 1, 137), (tally, code) => {
    const { failed, why } = verdict(tally, code);
    const { passed } = tally;
    const isClean = passed > 0 && tally.failed === 0 && tally.ignored === 0;
    assertEquals(failed === 0, isClean && code === 0);
    // A run that fails by no test of its own says why it does.
    if (failed > 0 && tally.failed === 0) assertEquals(why === null, false);
  }));
});
