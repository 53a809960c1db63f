import { addressOf } from "../accounts/mod.ts";
import { type AgeProvider, HttpProvider } from "../age/mod.ts";
import { LiveKit } from "../calls/mod.ts";
import {
  type Config,
  ConfigFault,
  parseConfig,
  readEnv,
} from "../config/mod.ts";
import { outdatedTexts } from "../consent/mod.ts";
import { createDataMap, type DataMap } from "../data_map/mod.ts";
import { type Clock, type Millis, SECOND, systemClock } from "../kernel/mod.ts";
import { Limiter } from "../limits/mod.ts";
import { LiveHub } from "../live/mod.ts";
import { Metrics } from "../metrics/mod.ts";
import { openSmtp, Sender } from "../notices/mod.ts";
import { openStore, type Store } from "../store/mod.ts";
import { logFault } from "./log.ts";
import { Maintenance } from "./maintenance.ts";

/** One running Millo: everything that a request may need, put together once. */
export interface Millo {
  config: Config;
  clock: Clock;
  store: Store;
  dataMap: DataMap;
  liveHub: LiveHub;
  media: LiveKit;
  maintenance: Maintenance;
  limiter: Limiter;
  metrics: Metrics;
  /** Who checks ages; null where nobody does. */
  ageProvider: AgeProvider | null;
  close(): Promise<void>;
}

let running: Promise<Millo> | null = null;

/**
 * The Millo of this process, opened at the first call: builds and warm-ups
 * import the app without one. Throws ConfigFault or FolderFault.
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
export function useMillo(
  options: { config: Config; clock?: Clock },
): Promise<Millo> {
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

async function openMillo(
  { config, clock = systemClock }: { config: Config; clock?: Clock },
): Promise<Millo> {
  if (!config.livekit) {
    throw new ConfigFault([
      "LIVEKIT_URL is not set; `deno task start` sets it, or name a server",
    ]);
  }
  const store = await openStore({ at: config.store, clock });
  try {
    const dataMap = createDataMap({
      store,
      clock,
      dataFolder: config.store === ":memory:" ? null : config.data,
    });
    // Before anybody is answered: an older copy of the store may be back.
    await dataMap.replay();
    await dataMap.resume();
    const media = new LiveKit(config.livekit);
    const liveHub = new LiveHub({
      ...{ store, clock, media, onFault: logFault },
      limitFactor: config.limitFactor,
      mayCall: (accountId) => dataMap.mayProcess(accountId, "call"),
      isUpToDate: async (accountId) =>
        (await outdatedTexts(store, accountId)).length === 0,
    });
    await liveHub.start();
    const sender = openSender(config, store, clock);
    const maintenance = new Maintenance({
      dataMap,
      liveHub,
      sender,
      onFault: logFault,
    });
    maintenance.start();
    const close = async () => {
      await maintenance.stop();
      await sender?.stop();
      await liveHub.stop();
      await store.close();
    };
    const factor = config.limitFactor;
    const limiter = new Limiter({ store, clock, factor });
    const metrics = new Metrics();
    return {
      ...{ config, clock, store, dataMap, liveHub, media, maintenance },
      ...{ limiter, metrics, close },
      ageProvider: config.age && new HttpProvider({ ...config.age, clock }),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Sends mail from now on; null where no mail server is set. */
function openSender(
  config: Config,
  store: Store,
  clock: Clock,
): Sender | null {
  if (!config.mail) return null;
  const { host, port } = config.listen;
  const sender = new Sender({
    store,
    clock,
    mailer: openSmtp(config.mail),
    origin: config.origin ?? `http://${host}:${port}`,
    addressOf: (accountId) => addressOf(store, accountId),
    onFault: logFault,
  });
  sender.start();
  return sender;
}
