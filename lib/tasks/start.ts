import { parseConfig, readEnv, setEnv } from "../config/mod.ts";
import { ensureBuild } from "./build.ts";
import { listen, type Listening, shownAddress } from "./listen.ts";
import { bringLiveKit } from "./own_livekit.ts";
import { onStopSignal } from "./signals.ts";
import { say } from "./progress.ts";

const CLOSE_TIMEOUT_MS = 3000;

/** Whatever was opened, in order; closed from the last to the first. */
type Closers = (() => Promise<void>)[];

async function start(closers: Closers, signal: AbortSignal): Promise<void> {
  const config = parseConfig(readEnv());
  const listening = listen(config.listen);
  closers.push(() => within(CLOSE_TIMEOUT_MS, listening.close()));
  const { port } = listening;
  setEnv("PORT", String(port));
  const building = ensureBuild(signal);
  const livekit = bringLiveKit(config, {
    webhookPort: port,
    onState: sayState(),
  }).then((stop) => closers.push(stop));
  // Reading the code takes longest; nothing in it opens anything yet.
  const reading = import("../app/mod.ts");
  await Promise.all([building, livekit, reading]);
  await openMillo(listening, closers);
  console.log(`Millo is at ${shownAddress(config.listen.host, port)}`);
}

async function openMillo(
  listening: Listening,
  closers: Closers,
): Promise<void> {
  const { closeMillo, useMillo } = await import("../app/mod.ts");
  closers.push(() => within(CLOSE_TIMEOUT_MS, closeMillo()));
  await useMillo({ config: parseConfig(readEnv()) });
  const built = new URL("../../_fresh/server.js", import.meta.url);
  const { default: server } = await import(built.href);
  listening.answerWith(server.fetch);
}

/** Tells the terminal, and the pages without waiting for the next look. */
function sayState(): (up: boolean) => void {
  let isUp = true;
  return (up) => {
    if (up === isUp) return;
    isUp = up;
    if (up) say("LiveKit is back");
    void import("../app/mod.ts").then(({ mediaChanged }) => mediaChanged());
  };
}

async function closeAll(closers: Closers): Promise<void> {
  // The listener closes while the rest does: what is under way ends with it.
  const [listener, ...rest] = closers.splice(0);
  const drained = listener?.().catch(sayFault);
  for (const close of rest.reverse()) await close().catch(sayFault);
  await drained;
}

function sayFault(fault: unknown): void {
  say(describe(fault));
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

/** Faults that we word ourselves say all; the others need their trace. */
function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.message.startsWith("Cannot ")
    ? fault.message
    : fault.stack ?? fault.message;
}

/** Runs Millo until a signal asks it to end. */
export async function runStart(): Promise<void> {
  const closers: Closers = [];
  const stopping = new AbortController();
  onStopSignal(async () => {
    stopping.abort();
    await closeAll(closers);
    Deno.exit(0);
  });
  try {
    await start(closers, stopping.signal);
  } catch (fault) {
    if (!stopping.signal.aborted) {
      sayFault(fault);
      await closeAll(closers);
      Deno.exit(1);
    }
  }
}

if (import.meta.main) await runStart();
