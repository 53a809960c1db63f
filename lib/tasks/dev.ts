import { superviseDev } from "../../offline/dev/mod.ts";
import { parseConfig, readEnv, setEnv } from "../config/mod.ts";
import { joinStyles } from "./styles.ts";
import { denoFlags } from "./deno.ts";
import { shownAddress } from "./listen.ts";
import { bringLiveKit } from "./own_livekit.ts";
import { say } from "./progress.ts";
import { onStopSignal } from "./signals.ts";

/** Sources of the style sheets; the supervisor watches what is made of them. */
const STYLES = "static/styles";
const WATCHED = [
  "routes",
  "components",
  "lib",
  "islands",
  "static/styles.css",
  "static/admin.css",
  "static/stage.css",
];

/** Serves Millo while it is edited: what is saved shows in the browser. */
async function develop(): Promise<void> {
  setEnv("MILLO_MODE", "development");
  const config = parseConfig(readEnv());
  const { host, port } = config.listen;
  const stopLiveKit = await bringLiveKit(config, { webhookPort: port });
  await joinStyles(".");
  const styles = followStyles();
  const dev = superviseDev({
    entry: "lib/tasks/dev_server.ts",
    watch: WATCHED,
    port,
    hostname: host,
    denoFlags: denoFlags(),
  });
  onStopSignal(() => dev.stop());
  console.log(`Millo is at ${shownAddress(host, port)}, and follows you`);
  await dev.finished;
  styles.close();
  await stopLiveKit();
}

/** Joins the sheets anew after each change; a fault in one waits for the next. */
function followStyles(): Deno.FsWatcher {
  const watcher = Deno.watchFs(STYLES);
  (async () => {
    for await (const { kind } of watcher) {
      if (kind === "access" || kind === "other") continue;
      await joinStyles(".").catch((fault) => say((fault as Error).message));
    }
  })();
  return watcher;
}

if (import.meta.main) {
  try {
    await develop();
    Deno.exit(0);
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
