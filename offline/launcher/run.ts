import { join, readText } from "./paths.ts";
import { whenNpxEnds } from "./orphan.ts";
import type { Setup } from "./setup.ts";

const FORWARDED: Deno.Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Longer than any of our tasks takes to end in good order. */
const END_PATIENCE_MS = 12_000;

/** Runs one `deno` command as if it had been called itself. */
export async function runDeno(
  root: string,
  setup: Setup,
  [verb, ...command]: string[],
  args: string[],
): Promise<number> {
  const settings = await readText(join(root, ".env"));
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      verb,
      ...setup.flags,
      ...(settings === null ? [] : ["--env-file=.env"]),
      ...command,
      ...args,
    ],
    cwd: root,
    env: { MILLO_DENO_FLAGS: JSON.stringify(setup.flags) },
    stdin: "inherit",
    stdout: "inherit",
    stderr: "inherit",
  }).spawn();
  for (const signal of FORWARDED) {
    Deno.addSignalListener(signal, () => end(child, signal));
  }
  whenNpxEnds(() => end(child, "SIGTERM"));
  return (await child.status).code;
}

/** Passes the wish to end on, and insists on it when nothing comes of it. */
function end(child: Deno.ChildProcess, signal: Deno.Signal): void {
  forward(child, signal);
  setTimeout(() => forward(child, "SIGKILL"), END_PATIENCE_MS);
}

function forward(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch {
    // It has ended in the meantime.
  }
}
