import { addressOf } from "../accounts/mod.ts";
import type { AgeProvider } from "../age/mod.ts";
import {
  AuditLog,
  Auditor,
  openCheckpointLog,
  SigningKeys,
} from "../audit/mod.ts";
import { type Media } from "../calls/mod.ts";
import { ChangeFeed } from "../changes/mod.ts";
import { agreedLocaleOf } from "../consent/mod.ts";
import type { Config } from "../config/mod.ts";
import { createDataMap, type DataMap, ProofRuns } from "../data_map/mod.ts";
import { Jobs } from "../jobs/mod.ts";
import {
  Alerter,
  followChecks,
  lapseBans,
  type SafetyDeps,
} from "../safety/mod.ts";
import type { Clock, Scheduler } from "../kernel/mod.ts";
import { LiveHub } from "../live/mod.ts";
import { logError } from "../log/mod.ts";
import type { Admit } from "../matching/mod.ts";
import { openSmtp, Sender } from "../notices/mod.ts";
import { finishDecisions } from "./decide.ts";
import { openStore, type Store } from "../store/mod.ts";

/** What every room is opened with. */
export interface Opening {
  config: Config;
  clock: Clock;
  scheduler: Scheduler;
  /** Each room puts here what closes it, before it begins anything. */
  closing: AsyncDisposableStack;
}

/** One function a room that needs opening, in the order of opening. */
export const ROOMS = {
  async openStore({ config, clock, closing }: Opening): Promise<Store> {
    const store = await openStore({ at: config.store, clock });
    return closing.adopt(store, () => store.close());
  },

  async openAudit(
    { config, clock, closing }: Opening,
    store: Store,
  ): Promise<{ auditLog: AuditLog; auditor: Auditor }> {
    const auditLog = new AuditLog({ store, clock });
    const dataFolder = store.file === null ? null : config.data;
    const auditor = new Auditor({
      ...{ store, clock, auditLog },
      signingKeys: await SigningKeys.open({
        configured: config.auditKeys,
        dataFolder,
      }),
      checkpointLog: openCheckpointLog(dataFolder),
    });
    // What lies in memory ends with the process, and needs no last word.
    if (config.store !== ":memory:") {
      closing.adopt(auditor, () => auditor.close());
    }
    return { auditLog, auditor };
  },

  async openDataMap(
    { config, clock, scheduler, closing }: Opening,
    store: Store,
  ): Promise<{ dataMap: DataMap; proofRuns: ProofRuns }> {
    const dataMap = createDataMap({
      store,
      clock,
      dataFolder: config.store === ":memory:" ? null : config.data,
      onErased: () => proofRuns.request(),
    });
    const proofRuns = new ProofRuns({
      ...{ clock, scheduler, onError: logError },
      prove: () => dataMap.proveErasures(),
    });
    closing.adopt(proofRuns, () => proofRuns.stop());
    // Before anybody is answered: an older copy of the store may be back.
    await dataMap.replay();
    await dataMap.resume();
    if (await dataMap.awaitsProof()) proofRuns.request();
    return { dataMap, proofRuns };
  },

  async openLiveHub(
    { config, clock, scheduler, closing }: Opening,
    { store, media, admit }: { store: Store; media: Media; admit: Admit },
  ): Promise<LiveHub> {
    const liveHub = new LiveHub({
      ...{ store, clock, scheduler, media, admit },
      limitFactor: config.limitFactor,
      onError: logError,
    });
    closing.adopt(liveHub, () => liveHub.stop());
    await liveHub.start();
    return liveHub;
  },

  /** Null where no mail server is set. */
  openSender(
    { config, clock, closing }: Opening,
    store: Store,
  ): Sender | null {
    if (!config.mail) return null;
    const { host, port } = config.listen;
    const sender = new Sender({
      store,
      clock,
      mailer: openSmtp(config.mail),
      origin: config.origin ?? `http://${host}:${port}`,
      addressOf: (accountId) => addressOf(store, accountId),
      localeOf: (accountId) => agreedLocaleOf(store, accountId),
      onError: logError,
    });
    closing.adopt(sender, () => sender.stop());
    sender.start();
    return sender;
  },

  openAlerter({ closing }: Opening, safety: SafetyDeps): Alerter {
    const alerter = new Alerter({ safety, onError: logError });
    closing.adopt(alerter, () => alerter.stop());
    alerter.start();
    return alerter;
  },

  openJobs(
    { clock, scheduler, closing }: Opening,
    opened: {
      ageProvider: AgeProvider | null;
      store: Store;
      auditor: Auditor;
      dataMap: DataMap;
      proofRuns: ProofRuns;
      liveHub: LiveHub;
      sender: Sender | null;
      safety: SafetyDeps;
      alerter: Alerter;
    },
  ): Jobs {
    const { store, auditor, dataMap, proofRuns, liveHub, sender } = opened;
    const { safety, alerter, ageProvider } = opened;
    const jobs = new Jobs({
      ...{ store, clock, scheduler, onError: logError },
      jobs: {
        alerts: async () => {
          const open = await alerter.run();
          // Not waited for: a mail server that hangs must not stop the rounds.
          if (open > 0) {
            sender?.run().catch((error) => logError("send mail", error));
          }
        },
        mail: sender ? () => sender.run() : undefined,
        sweep: () => dataMap.sweep({ dry: false }),
        calls: () => liveHub.queue.reconcile(),
        erasures: async () => {
          await dataMap.resume();
          if (await dataMap.awaitsProof()) proofRuns.request();
        },
        checkpoints: () => auditor.checkpoint(),
        verification: () => auditor.verify({ kind: "system" }),
        bans: () => lapseBans(safety),
        checks: () => followChecks(safety, ageProvider),
        outcomes: () => finishDecisions({ dataMap, liveHub, safety }),
        compaction: store.file === null
          ? undefined
          : () => dataMap.compactIfDue(),
      },
    });
    closing.adopt(jobs, () => jobs.stop());
    jobs.start();
    return jobs;
  },

  openChangeFeed(
    { clock, scheduler, closing }: Opening,
    store: Store,
  ): ChangeFeed {
    const changeFeed = new ChangeFeed({
      ...{ store, clock, scheduler, onError: logError },
    });
    return closing.adopt(changeFeed, () => changeFeed.stop());
  },
};

export type Rooms = typeof ROOMS;
