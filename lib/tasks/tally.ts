/** How a run of `deno test` went, in tests: steps are parts of a test. */
export interface Tally {
  passed: number;
  failed: number;
  ignored: number;
}

const SUMMARY =
  /^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed(?:.*? \| (\d+) ignored)?/;
// deno-lint-ignore no-control-regex
const COLOURS = /\x1b\[[0-9;]*m/g;

/**
 * Reads the runner's last summary line. Its JUnit report would not do: steps
 * stand there as tests, and a file that fails to load is left out.
 */
export function tallyOf(output: string): Tally | null {
  const lines = output.replace(COLOURS, "").split("\n").reverse();
  for (const line of lines) {
    const found = SUMMARY.exec(line.trim());
    if (!found) continue;
    const [passed, failed, ignored] = found.slice(1).map((digits) =>
      Number(digits ?? 0)
    );
    return { passed, failed, ignored };
  }
  return null;
}

/** What a run comes to. An ignored test proves nothing, so it counts as failed. */
export function verdict(
  tally: Tally | null,
  exitCode: number,
): { passed: number; failed: number; why: string | null } {
  if (!tally) {
    const why = `Cannot count tests: the runner ended (${exitCode}) early`;
    return { passed: 0, failed: 1, why };
  }
  const { passed, ignored } = tally;
  const failed = tally.failed + ignored;
  if (passed + failed === 0) {
    return { passed, failed: 1, why: "Cannot pass: no test ran" };
  }
  if (ignored > 0) {
    return { passed, failed, why: `Cannot pass: ${ignored} tests are ignored` };
  }
  if (failed === 0 && exitCode !== 0) {
    const why = `Cannot pass: the runner ended with ${exitCode}`;
    return { passed, failed: 1, why };
  }
  return { passed, failed, why: null };
}
