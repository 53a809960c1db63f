/**
 * What every `deno task` runs. It needs nothing but Deno: it chooses which
 * Fresh this checkout uses, sees to the npm packages, then runs the task.
 */
import { dirname, fromFileUrl, join } from "./launcher/paths.ts";
import { chooseFresh, saysWhich } from "./launcher/choose.ts";
import { installPackages } from "./launcher/install.ts";
import { writeLocks } from "./launcher/locks.ts";
import { runDeno } from "./launcher/run.ts";
import { prepareSetup } from "./launcher/setup.ts";

const ENTRIES: Record<string, string> = {
  start: "lib/tasks/start.ts",
  dev: "lib/tasks/dev.ts",
  build: "lib/tasks/build.ts",
  test: "lib/tasks/test.ts",
  ok: "lib/tasks/ok.ts",
  bench: "lib/tasks/bench.ts",
  compliance: "lib/tasks/compliance.ts",
  compact: "lib/tasks/compact.ts",
  audit: "lib/tasks/audit.ts",
  staff: "lib/tasks/staff.ts",
  demo: "lib/tasks/demo.ts",
};

/** The server reads its settings at the first request; this does it before. */
const PREFLIGHT = ["run", "-A", "lib/tasks/preflight.ts"];

async function launch(args: string[]): Promise<number> {
  const root = dirname(dirname(fromFileUrl(import.meta.url)));
  const [task, ...rest] = args;
  if (task === "lock") return await writeLocks(root);
  if (task !== "serve" && !(task in ENTRIES)) {
    throw new Error(
      `Cannot run task ${task}: there are ${
        [...Object.keys(ENTRIES), "serve", "lock"].join(", ")
      }`,
    );
  }
  const choice = await chooseFresh(root);
  console.error(saysWhich(choice));
  const setup = await prepareSetup(root, choice);
  await installPackages(root, setup);
  if (task === "serve") {
    const faulty = await runDeno(root, setup, PREFLIGHT, []);
    if (faulty !== 0) return faulty;
  }
  return await runDeno(root, setup, taskCommand(root, task), rest);
}

/** Serving is Deno's own command; all the rest are scripts. */
function taskCommand(root: string, task: string): string[] {
  if (task !== "serve") return ["run", "-A", ENTRIES[task]];
  const server = join(root, "_fresh/server.js");
  try {
    Deno.statSync(server);
  } catch {
    throw new Error(
      "Cannot serve: _fresh/server.js is missing; run `deno task build` first",
    );
  }
  const host = Deno.env.get("MILLO_HOST") || "127.0.0.1";
  const port = Deno.env.get("PORT") || "8000";
  return ["serve", "-A", "--host", host, "--port", port, server];
}

if (import.meta.main) {
  try {
    Deno.exit(await launch(Deno.args));
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault));
    Deno.exit(1);
  }
}
