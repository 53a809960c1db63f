import type { DataMap } from "../data_map/mod.ts";
import { type Millis, MINUTE } from "../kernel/mod.ts";
import type { LiveHub } from "../live/mod.ts";
import type { Sender } from "../notices/mod.ts";

const INTERVAL: Millis = MINUTE;

export interface MaintenanceOptions {
  dataMap: DataMap;
  liveHub: LiveHub;
  /** Null where no mail server is set. */
  sender: Pick<Sender, "run"> | null;
  onFault(what: string, error: unknown): void;
}

/** What must happen now and then: mails are tried again, records past their end go, lost calls end. */
export class Maintenance {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(readonly options: MaintenanceOptions) {}

  start(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      void this.run().finally(() => this.start());
    }, INTERVAL);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Runs all of it once; two at the same time are one. */
  run(): Promise<void> {
    this.#running ??= this.#all().finally(() => this.#running = null);
    return this.#running;
  }

  async #all(): Promise<void> {
    const { dataMap, liveHub, sender, onFault } = this.options;
    await sender?.run().catch((error) => onFault("send mail", error));
    await dataMap.sweep({ dry: false }).catch((error: unknown) =>
      onFault("sweep", error)
    );
    await liveHub.reconcile().catch((error) =>
      onFault("reconcile calls", error)
    );
  }
}
