import { type AgeProvider, HttpProvider } from "../age/mod.ts";
import type { AuditLog, Auditor } from "../audit/mod.ts";
import { LiveKit } from "../calls/mod.ts";
import type { ChangeFeed } from "../changes/mod.ts";
import { type Config, ConfigError } from "../config/mod.ts";
import type { DataMap } from "../data_map/mod.ts";
import type { Jobs } from "../jobs/mod.ts";
import {
  type Clock,
  type Scheduler,
  systemClock,
  systemScheduler,
} from "../kernel/mod.ts";
import { Limiter } from "../limits/mod.ts";
import type { LiveHub } from "../live/mod.ts";
import type { Admit } from "../matching/mod.ts";
import { Metrics } from "../metrics/mod.ts";
import type { Sender } from "../notices/mod.ts";
import { EvidenceKeys, type SafetyDeps } from "../safety/mod.ts";
import { KeyedDigests } from "../standing/mod.ts";
import type { Store } from "../store/mod.ts";
import { openAdmission } from "./admission.ts";
import { ROOMS, type Rooms } from "./rooms.ts";

/** One running Millo: everything that a request may need, put together once. */
export interface Millo {
  config: Config;
  clock: Clock;
  store: Store;
  auditLog: AuditLog;
  /** Signs the log's head and verifies the log. */
  auditor: Auditor;
  /** Under which browsers, passkeys and addresses are known again. */
  digests: KeyedDigests;
  /** What reports, cases and decisions work with. */
  safety: SafetyDeps;
  /** Tells open pages of the back office what changes. */
  changeFeed: ChangeFeed;
  dataMap: DataMap;
  liveHub: LiveHub;
  /** Whether somebody may be in calls now; see lib/matching. */
  admit: Admit;
  media: LiveKit;
  jobs: Jobs;
  /** Sends mail; null where no mail server is set. */
  sender: Sender | null;
  limiter: Limiter;
  metrics: Metrics;
  /** Who checks ages; null where nobody does. */
  ageProvider: AgeProvider | null;
  close(): Promise<void>;
}

export interface MilloOptions {
  config: Config;
  clock?: Clock;
  scheduler?: Scheduler;
  rooms?: Rooms;
}

/**
 * Opens every room in order. Closing takes them in reverse, and so does a room
 * that fails to open. Throws ConfigError, FolderError or StoreUnavailable.
 */
export async function openMillo({
  config,
  clock = systemClock,
  scheduler = systemScheduler,
  rooms = ROOMS,
}: MilloOptions): Promise<Millo> {
  if (!config.livekit) {
    throw new ConfigError([
      "LIVEKIT_URL is not set; `deno task start` sets it, or name a server",
    ]);
  }
  await using closing = new AsyncDisposableStack();
  const opening = { config, clock, scheduler, closing };
  const media = new LiveKit(config.livekit);
  const store = await rooms.openStore(opening);
  const { auditLog, auditor } = await rooms.openAudit(opening, store);
  const dataFolder = store.file === null ? null : config.data;
  const evidenceKeys = new EvidenceKeys({
    ...{ store, clock, dataFolder, configured: config.evidenceKey },
  });
  const digests = new KeyedDigests({
    ...{ store, clock, dataFolder, configured: config.deviceKey },
  });
  const { dataMap, proofRuns } = await rooms.openDataMap(opening, store);
  const admit = openAdmission({ store, clock }, dataMap);
  const liveHub = await rooms.openLiveHub(opening, { store, media, admit });
  const sender = rooms.openSender(opening, store);
  const opened = { store, auditor, dataMap, liveHub };
  const safety = { store, clock, auditLog, evidenceKeys, digests };
  const alerter = rooms.openAlerter(opening, safety);
  const ageProvider = config.age && new HttpProvider({ ...config.age, clock });
  const jobs = rooms.openJobs(opening, {
    ...opened,
    ...{ proofRuns, sender, safety, alerter, ageProvider },
  });
  const changeFeed = rooms.openChangeFeed(opening, store);
  const millo = {
    ...{ config, clock, media, admit, jobs, sender },
    ...opened,
    auditLog,
    digests,
    safety,
    changeFeed,
    limiter: new Limiter({ store, clock, factor: config.limitFactor }),
    metrics: new Metrics(),
    ageProvider,
  };
  // From here on nothing can fail: what was opened stays open.
  const open = closing.move();
  return { ...millo, close: () => open.disposeAsync() };
}
