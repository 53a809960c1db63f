import { type Config, setEnv } from "../config/mod.ts";
import { ensureLiveKitServer, startLiveKit } from "./livekit_server.ts";
import { withProgress } from "./progress.ts";

const LOG = ".millo/livekit.log";

interface OwnLiveKit {
  /** Port of Millo on this machine, which takes LiveKit's webhooks. */
  webhookPort: number;
  onState?: (up: boolean) => void;
}

/**
 * Starts LiveKit on this machine, unless the settings name one elsewhere, and
 * puts its address and keys into the environment. Answers how it is stopped.
 */
export async function bringLiveKit(
  config: Config,
  { webhookPort, onState }: OwnLiveKit,
): Promise<() => Promise<void>> {
  if (config.livekit) return () => Promise.resolve();
  const { binary } = await ensureLiveKitServer();
  await Deno.mkdir(".millo", { recursive: true });
  await Deno.writeTextFile(LOG, "");
  await Deno.mkdir(config.data, { recursive: true }).catch(() => {
    // Opening the store says it better, in a moment.
  });
  const livekit = await withProgress(
    "Starting LiveKit",
    startLiveKit({
      binary,
      webhookPort,
      logFile: LOG,
      portFile: `${config.data}/.livekit_ports`,
      onState,
    }),
  );
  setEnv("LIVEKIT_URL", livekit.url);
  setEnv("LIVEKIT_API_KEY", livekit.key);
  setEnv("LIVEKIT_API_SECRET", livekit.secret);
  return () => livekit.stop();
}
