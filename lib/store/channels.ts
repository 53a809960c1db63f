import { type Millis, SECOND } from "../kernel/mod.ts";
import { channelKey } from "./keys.ts";

const FIRST_PAUSE: Millis = 100;
const MAX_PAUSE: Millis = 10 * SECOND;

interface Watch {
  reader: ReadableStreamDefaultReader<unknown> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  failures: number;
}

/**
 * Wakes subscribers: in this process by a function call, in others by one watch.
 * What is published says only "look again": it may be merged with the next, and
 * may come too often. A watch that breaks is set up again, later each time; subscribers also
 * look by themselves, at intervals.
 */
export class Channels {
  #subscribers = new Map<string, Set<() => void>>();
  #watches = new Map<string, Watch>();

  /** `watched` is null where no other process shares the store. */
  constructor(readonly watched: Pick<Deno.Kv, "watch" | "close"> | null) {}

  /** Calls `onPublish` after each commit that published there; answers how to stop it. */
  subscribe(channel: string, onPublish: () => void): () => void {
    const subscribers = this.#subscribers.get(channel) ?? new Set();
    subscribers.add(onPublish);
    this.#subscribers.set(channel, subscribers);
    if (this.watched && !this.#watches.has(channel)) {
      const watch = { reader: null, timer: undefined, failures: 0 };
      this.#watches.set(channel, watch);
      this.#watch(channel, watch);
    }
    return () => {
      subscribers.delete(onPublish);
      const current = this.#subscribers.get(channel) === subscribers;
      if (current && subscribers.size === 0) this.#unwatch(channel);
    };
  }

  publishHere(channels: Iterable<string>): void {
    for (const channel of channels) this.#tell(channel);
  }

  async close(): Promise<void> {
    const channels = [...this.#watches.keys()];
    await Promise.all(channels.map((channel) => this.#unwatch(channel)));
  }

  async #watch(channel: string, watch: Watch): Promise<void> {
    try {
      watch.reader = this.watched!.watch([channelKey(channel)]).getReader();
      while (!(await watch.reader.read()).done) {
        watch.failures = 0;
        this.#tell(channel);
      }
    } catch {
      // Told apart from a watch that ended by nothing that we could act on.
    }
    if (this.#watches.get(channel) !== watch) return;
    const pause = Math.min(FIRST_PAUSE * 2 ** watch.failures++, MAX_PAUSE);
    watch.timer = setTimeout(
      () => this.#watch(channel, watch),
      pause * (0.5 + Math.random() / 2),
    );
  }

  async #unwatch(channel: string): Promise<void> {
    const watch = this.#watches.get(channel);
    this.#subscribers.delete(channel);
    this.#watches.delete(channel);
    clearTimeout(watch?.timer);
    await watch?.reader?.cancel().catch(() => {});
  }

  #tell(channel: string): void {
    for (const onPublish of this.#subscribers.get(channel) ?? []) onPublish();
  }
}
