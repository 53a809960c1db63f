import { type Clock, newId } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { processMessages } from "./records.ts";

type StoredProcessMessage = NonNullable<
  (typeof processMessages)["types"]
>["value"];
export type ProcessMessage = Pick<
  StoredProcessMessage,
  "kind" | "accountId" | "call" | "ending"
>;

const PAGE = 100;

/** The bell of one process. */
function bellOf(instance: string): string {
  return `process_messages/${instance}`;
}

/**
 * Lines between processes. A line to this process itself needs no store: it is
 * handed over once its write is committed.
 */
export class ProcessMailbox {
  #draining = false;
  #again = false;
  #stop: () => void = () => {};

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    readonly self: string,
    readonly onMessage: (message: ProcessMessage) => void,
  ) {}

  start(): void {
    // A store that is away now is looked at again with the next tick.
    const look = () => void this.look().catch(() => {});
    this.#stop = this.store.listen(bellOf(this.self), look);
  }

  stop(): void {
    this.#stop();
  }

  /** Adds a line to the write; answers what to do once it is committed. */
  add(write: Write, to: string, message: ProcessMessage): () => void {
    if (to === this.self) return () => this.onMessage(message);
    write
      .add(processMessages, {
        ...message,
        to,
        id: newId(),
        at: this.clock.now(),
      })
      .ring(bellOf(to));
    return () => {};
  }

  /** Hands over what has come; called by the bell, and at intervals. */
  async look(): Promise<void> {
    if (this.#draining) {
      this.#again = true;
      return;
    }
    this.#draining = true;
    try {
      do {
        this.#again = false;
        await this.#drain();
      } while (this.#again);
    } finally {
      this.#draining = false;
    }
  }

  async #drain(): Promise<void> {
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof this.read>> = await this.read(
        cursor,
      );
      cursor = page.cursor;
      for (const message of page.items) {
        const commit = await this.store.write().remove(message).commit();
        if (commit.ok) this.onMessage(message.value);
      }
    } while (cursor !== null);
  }

  private read(cursor: string | null) {
    return this.store.list(processMessages, "byProcess", {
      of: [this.self],
      limit: PAGE,
      cursor,
    });
  }
}
