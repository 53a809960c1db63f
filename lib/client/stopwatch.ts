import { computed, signal } from "@preact/signals";

const TICK_MS = 500;

/** Seconds since something began. */
export class Stopwatch {
  #now = signal(0);
  #since = signal(0);
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly seconds = computed(() =>
    Math.max(0, Math.floor((this.#now.value - this.#since.value) / 1000))
  );

  start(): void {
    this.#timer = setInterval(() => this.#now.value = Date.now(), TICK_MS);
  }

  begin(): void {
    this.#since.value = this.#now.value = Date.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
