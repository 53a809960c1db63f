import type { Clock } from "../kernel/mod.ts";
import { MINUTE, systemClock } from "../kernel/mod.ts";
import type { Guarded } from "./guarded.ts";
import { say } from "./progress.ts";

const FIRST_WAIT_MS = 250;
const MAX_WAIT_MS = 5000;
const LIMIT = 10;
const WINDOW = 10 * MINUTE;

export interface Keeping {
  name: string;
  /** Starts it and settles once it answers. */
  start: () => Promise<Guarded>;
  onState?: (up: boolean) => void;
  clock?: Clock;
  sleep?: (ms: number) => Promise<void>;
  tell?: (line: string) => void;
}

export interface KeptProcess {
  pid(): number | null;
  stop(): Promise<void>;
}

/** How long to wait before the next start, or null when it is enough. */
export function nextWait(recentStarts: number): number | null {
  if (recentStarts >= LIMIT) return null;
  return Math.min(FIRST_WAIT_MS * 2 ** recentStarts, MAX_WAIT_MS);
}

/** Starts a server, and again whenever it ends by itself. */
export async function keepRunning(keeping: Keeping): Promise<KeptProcess> {
  let current: Guarded | null = await keeping.start();
  const over = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    const { onState = () => {}, tell = say, name } = keeping;
    onState(true);
    const restarts = restartLimit(keeping.clock ?? systemClock);
    while (current) {
      const code = await current.ended;
      current = null;
      if (over.signal.aborted) return;
      onState(false);
      tell(`${name} ended (${code}); starting it again`);
      current = await startAgain(keeping, restarts, over.signal);
      if (current) onState(true);
    }
  }

  return {
    pid: () => current?.pid ?? null,
    async stop() {
      over.abort();
      await current?.stop();
      await watching;
    },
  };
}

/** Tries until it answers, the limit is reached, or nobody wants it any more. */
async function startAgain(
  { start, name, sleep = pause, tell = say }: Keeping,
  next: () => number | null,
  over: AbortSignal,
): Promise<Guarded | null> {
  while (!over.aborted) {
    const wait = next();
    if (wait === null) {
      tell(
        `Cannot keep ${name} running: it ended ${LIMIT} times in ten minutes`,
      );
      return null;
    }
    await Promise.race([sleep(wait), whenAborted(over)]);
    if (over.aborted) return null;
    try {
      const started = await start();
      if (!over.aborted) return started;
      await started.stop();
    } catch (fault) {
      tell((fault as Error).message);
    }
  }
  return null;
}

function restartLimit(clock: Clock): () => number | null {
  let starts: number[] = [];
  return () => {
    starts = starts.filter((at) => at > clock.now() - WINDOW);
    const wait = nextWait(starts.length);
    starts.push(clock.now());
    return wait;
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true })
  );
}
