import { ensureBuild } from "./build.ts";
import { runArgs } from "./deno.ts";
import { say } from "./progress.ts";
import { findPrograms } from "./servers.ts";

const FOLDER = "tests/bench";

/** Runs every bench in turn, alone: two at once would measure each other. */
async function bench(args: string[]): Promise<number> {
  const [programs] = await Promise.all([findPrograms(), ensureBuild()]);
  if (programs.faults.length > 0) throw new Error(programs.faults.join("\n"));
  const scripts = await benches(args);
  if (scripts.length === 0) {
    throw new Error(`Cannot bench: ${FOLDER} has no such script`);
  }
  let failed = 0;
  for (const script of scripts) {
    console.log(`\n${script}`);
    const { code } = await new Deno.Command(Deno.execPath(), {
      args: runArgs(script),
      env: programs.env,
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
    }).output();
    if (code !== 0) failed++;
  }
  return failed === 0 ? 0 : 1;
}

/** All of them, or those whose name holds one of the arguments. */
async function benches(wanted: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of Deno.readDir(FOLDER)) {
    if (!name.endsWith("_bench.ts")) continue;
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) {
      continue;
    }
    found.push(`${FOLDER}/${name}`);
  }
  return found.sort();
}

if (import.meta.main) {
  try {
    Deno.exit(await bench(Deno.args));
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
