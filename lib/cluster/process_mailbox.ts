import { type Cancel, type Clock, newId } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { processMessages } from "./records.ts";

type StoredProcessMessage = NonNullable<
  (typeof processMessages)["types"]
>["value"];

/** What one process tells another about a person's call. */
export type ProcessMessage =
  & Pick<StoredProcessMessage, "accountId">
  & StoredProcessMessage["payload"];

const BATCH_SIZE = 100;

/** The channel of one process. */
function channelOf(instance: string): string {
  return `process_messages/${instance}`;
}

/**
 * Messages between processes. One to this process itself needs no store: it is
 * handed over once its write is committed.
 */
export class ProcessMailbox {
  #draining = false;
  #again = false;
  #stop: Cancel = () => {};

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    readonly self: string,
    readonly onMessage: (message: ProcessMessage) => void,
  ) {}

  start(): void {
    // A store that is away now is looked at again with the next tick.
    const look = () => void this.look().catch(() => {});
    this.#stop = this.store.subscribe(channelOf(this.self), look);
  }

  stop(): void {
    this.#stop();
  }

  /** Adds a message to the write; answers what to do once it is committed. */
  add(write: Write, to: string, message: ProcessMessage): () => void {
    if (to === this.self) return () => this.onMessage(message);
    const { accountId, ...payload } = message;
    const at = this.clock.now();
    write
      .add(processMessages, { to, id: newId(), at, accountId, payload })
      .publish(channelOf(to));
    return () => {};
  }

  /** Hands over what has come; called by the channel, and at intervals. */
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
      const batch: Awaited<ReturnType<typeof this.read>> = await this.read(
        cursor,
      );
      cursor = batch.cursor;
      for (const message of batch.items) {
        const commit = await this.store.write().remove(message).commit();
        const { accountId, payload } = message.value;
        // Removed first, so that no message is handed over twice.
        if (commit.ok) this.onMessage({ accountId, ...payload });
      }
    } while (cursor !== null);
  }

  private read(cursor: string | null) {
    return this.store.list(processMessages, "byProcess", {
      of: [this.self],
      limit: BATCH_SIZE,
      cursor,
    });
  }
}
