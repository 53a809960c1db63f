import { type Millis, SECOND } from "../kernel/mod.ts";
import { bellKey } from "./keys.ts";

const FIRST_PAUSE: Millis = 100;
const MAX_PAUSE: Millis = 10 * SECOND;

interface Watch {
  reader: ReadableStreamDefaultReader<unknown> | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  failures: number;
}

/**
 * Wakes listeners: in this process by a function call, in others by one watch.
 * A ring says only "look again": rings may be merged, and one may come too
 * often. A watch that breaks is set up again, later each time; listeners also
 * look by themselves, at intervals.
 */
export class Bells {
  #listeners = new Map<string, Set<() => void>>();
  #watches = new Map<string, Watch>();

  /** `watched` is null where no other process shares the store. */
  constructor(readonly watched: Pick<Deno.Kv, "watch" | "close"> | null) {}

  /** Calls `onRing` after each commit that rang; answers how to stop it. */
  listen(bell: string, onRing: () => void): () => void {
    const listeners = this.#listeners.get(bell) ?? new Set();
    listeners.add(onRing);
    this.#listeners.set(bell, listeners);
    if (this.watched && !this.#watches.has(bell)) {
      const watch = { reader: null, timer: undefined, failures: 0 };
      this.#watches.set(bell, watch);
      this.#watch(bell, watch);
    }
    return () => {
      listeners.delete(onRing);
      const current = this.#listeners.get(bell) === listeners;
      if (current && listeners.size === 0) this.#unwatch(bell);
    };
  }

  ringHere(bells: Iterable<string>): void {
    for (const bell of bells) this.#tell(bell);
  }

  async close(): Promise<void> {
    const bells = [...this.#watches.keys()];
    await Promise.all(bells.map((bell) => this.#unwatch(bell)));
  }

  async #watch(bell: string, watch: Watch): Promise<void> {
    try {
      watch.reader = this.watched!.watch([bellKey(bell)]).getReader();
      while (!(await watch.reader.read()).done) {
        watch.failures = 0;
        this.#tell(bell);
      }
    } catch {
      // Told apart from a watch that ended by nothing that we could act on.
    }
    if (this.#watches.get(bell) !== watch) return;
    const pause = Math.min(FIRST_PAUSE * 2 ** watch.failures++, MAX_PAUSE);
    watch.timer = setTimeout(
      () => this.#watch(bell, watch),
      pause * (0.5 + Math.random() / 2),
    );
  }

  async #unwatch(bell: string): Promise<void> {
    const watch = this.#watches.get(bell);
    this.#listeners.delete(bell);
    this.#watches.delete(bell);
    clearTimeout(watch?.timer);
    await watch?.reader?.cancel().catch(() => {});
  }

  #tell(bell: string): void {
    for (const onRing of this.#listeners.get(bell) ?? []) onRing();
  }
}
