import { type CommandResult, runToEnd } from "./command.ts";
import { denoFlags } from "./deno.ts";
import { seconds } from "./progress.ts";

const TIMEOUT_MS = 5 * 60_000;

/** Their tests need browsers, other servers, or minutes. */
const SLOW = [
  "tests/browser",
  "tests/offline",
  "tests/servers",
  "tests/bench",
  "tests/routes/malformed_test.ts",
];

interface Step {
  name: string;
  args: string[];
}

function steps(): Step[] {
  const flags = denoFlags();
  // Neither of the first two loads code, so neither knows of locks.
  const config = flags.slice(0, 2);
  return [
    { name: "format", args: ["fmt", "--check", ...config] },
    { name: "lint", args: ["lint", "--quiet", ...config] },
    { name: "types", args: ["check", "--quiet", ...flags, "."] },
    {
      name: "tests",
      args: [
        "test",
        "-A",
        "--no-check",
        "--quiet",
        "--parallel",
        "--reporter=dot",
        ...flags,
        `--ignore=${SLOW.join(",")}`,
        "tests/",
      ],
    },
  ];
}

async function runStep({ name, args }: Step): Promise<boolean> {
  const start = performance.now();
  const outcome = await runToEnd(Deno.execPath(), {
    args,
    timeoutMs: TIMEOUT_MS,
  });
  const good = outcome.code === 0;
  const time = seconds(performance.now() - start);
  console.log(`${name.padEnd(7)} ${good ? "ok" : "FAILED"} ${time}`);
  if (!good) console.log(whatItSaid(outcome));
  return good;
}

function whatItSaid({ stdout, stderr }: CommandResult): string {
  return [stdout.trim(), stderr.trim()].filter(Boolean).join("\n");
}

if (import.meta.main) {
  const good = await Promise.all(steps().map(runStep));
  Deno.exit(good.every(Boolean) ? 0 : 1);
}
