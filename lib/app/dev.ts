import { parseConfig, readEnv, setEnv } from "../config/mod.ts";
import { denoFlags } from "./tasks/deno.ts";
import { ensureLiveKitServer, startLiveKit } from "./tasks/livekit_server.ts";
import { onStopSignal } from "./tasks/signals.ts";
import { say } from "./tasks/progress.ts";

/** A change in any of these restarts the server, which rebuilds what it needs. */
const WATCHED = ["routes", "components", "lib", "islands", "static"];

/** Keeps LiveKit, and runs the server below in a process that restarts. */
async function supervise(): Promise<number> {
  setEnv("MILLO_MODE", "development");
  const config = parseConfig(readEnv());
  const { port } = config.listen;
  const livekit = config.livekit ? null : await startLiveKit({
    ...await ensureLiveKitServer(),
    webhookPort: port,
  });
  if (livekit) {
    setEnv("LIVEKIT_URL", livekit.url);
    setEnv("LIVEKIT_API_KEY", livekit.key);
    setEnv("LIVEKIT_API_SECRET", livekit.secret);
  }
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      `--watch=${WATCHED.join(",")}`,
      "--no-clear-screen",
      ...denoFlags(),
      "lib/app/dev.ts",
      "--serve",
    ],
    stdin: "null",
  }).spawn();
  onStopSignal(() => child.kill("SIGTERM"));
  const { code } = await child.status;
  await livekit?.stop();
  return code;
}

async function serve(): Promise<void> {
  const { Builder } = await import("fresh/dev");
  const { buildOptions } = await import("../../fresh.config.ts");
  const { millo } = await import("./millo.ts");
  const { host, port } = parseConfig(readEnv()).listen;
  await millo();
  await new Builder(buildOptions).listen(
    () => import("../../fresh.config.ts"),
    { hostname: host, port },
  );
}

if (import.meta.main) {
  try {
    if (Deno.args.includes("--serve")) await serve();
    else Deno.exit(await supervise());
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
