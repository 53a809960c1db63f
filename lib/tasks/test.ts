import { denoFlags } from "./deno.ts";
import { ensureBuild } from "./build.ts";
import { onStopSignal } from "./signals.ts";
import { say } from "./progress.ts";
import { findPrograms } from "./servers.ts";
import { tallyOf, verdict } from "./tally.ts";

/** Generous: a hung run must end some time, but never a slow one. */
const TIMEOUT_MS = 25 * 60_000;

async function test(args: string[]): Promise<number> {
  const [programs] = await Promise.all([findPrograms(), ensureBuild()]);
  // The tests that need a missing program fail by name; the others still run.
  programs.faults.forEach(say);
  const { code, output } = await runTests(args, programs.env);
  const { passed, failed, why } = verdict(tallyOf(output), code);
  if (why) say(why);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function runTests(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; output: string }> {
  const child = new Deno.Command(Deno.execPath(), {
    // Types are `deno task ok`'s business: one fault would hide every test.
    args: ["test", "-A", "--no-check", ...denoFlags(), ...await within(args)],
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).spawn();
  onStopSignal(() => child.kill("SIGTERM"));
  const [shown, counted] = child.stdout.tee();
  const [output, { code }] = await Promise.all([
    new Response(counted).text(),
    child.status,
    shown.pipeTo(Deno.stdout.writable, { preventClose: true }),
  ]);
  return { code, output };
}

/** Everything in tests/, unless some of the arguments are paths. */
async function within(args: string[]): Promise<string[]> {
  const paths = await Promise.all(
    args.map((arg) => Deno.stat(arg).then(() => true, () => false)),
  );
  return paths.some(Boolean) ? args : [...args, "tests/"];
}

if (import.meta.main) {
  try {
    Deno.exit(await test(Deno.args));
  } catch (fault) {
    say((fault as Error).message);
    console.log("0 passed, 1 failed");
    Deno.exit(1);
  }
}
