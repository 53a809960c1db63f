import { parseConfig, readEnv } from "../config/mod.ts";
import { type Millis, SECOND } from "../kernel/mod.ts";
import { type Millo, type MilloOptions, openMillo } from "./open.ts";

let running: Promise<Millo> | null = null;

/**
 * The Millo of this process, opened at the first call: builds and warm-ups
 * import the app without one. Throws ConfigError or FolderError.
 */
export function millo(): Promise<Millo> {
  running ??= openAlone().catch((error) => {
    // The next request tries again: what was missing may be there by then.
    running = null;
    throw error;
  });
  return running;
}

/** Opens the Millo of this process with settings and a clock of one's own. */
export function useMillo(options: MilloOptions): Promise<Millo> {
  if (running) throw new Error("Cannot open Millo: it is open already");
  running = openMillo(options);
  return running;
}

/** Whoever starts the media server knows sooner than a look at intervals. */
export async function mediaChanged(): Promise<void> {
  const opened = await running?.catch(() => null);
  await opened?.liveHub.watch.look();
}

/** Closes it, if it was opened: sockets told, calls ended, store closed. */
export async function closeMillo(): Promise<void> {
  const opened = running;
  running = null;
  await (await opened?.catch(() => null))?.close();
}

/** How long a platform waits between its signal and the end, less a second. */
const CLOSE_TIMEOUT: Millis = 4 * SECOND;

/** Under `deno serve` nobody else listens to the signals that end us. */
async function openAlone(): Promise<Millo> {
  const opened = await openMillo({ config: parseConfig(readEnv()) });
  const end = async () => {
    const late = new Promise((resolve) => setTimeout(resolve, CLOSE_TIMEOUT));
    await Promise.race([closeMillo(), late]);
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, end);
  }
  return opened;
}
