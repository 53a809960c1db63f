import {
  type Cancel,
  type Millis,
  type Scheduler,
  SECOND,
} from "../kernel/mod.ts";
import type { Media } from "./media.ts";

const INTERVAL: Millis = SECOND / 2;

/**
 * Asks the media server twice a second whether it is there, and tells of each
 * change. Calls die with it, so people are told at once and not at a timeout.
 */
export class MediaWatch {
  #up = true;
  #stop: Cancel = () => {};
  #stopped = false;
  /** Milliseconds of the last answer; null while there is none. */
  latency: number | null = null;

  constructor(
    readonly media: Media,
    readonly scheduler: Scheduler,
    readonly onChange: (up: boolean) => void,
  ) {}

  get up(): boolean {
    return this.#up;
  }

  async start(): Promise<void> {
    await this.look();
    if (this.#stopped) return;
    this.#stop = this.scheduler.every(INTERVAL, async () => {
      await this.look();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#stop();
  }

  /** Looks now, as after a request that failed. */
  async look(): Promise<boolean> {
    try {
      this.latency = await this.media.ping();
    } catch {
      this.latency = null;
    }
    const up = this.latency !== null;
    if (up !== this.#up && !this.#stopped) {
      this.#up = up;
      this.onChange(up);
    }
    return up;
  }
}
