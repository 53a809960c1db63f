import { type Clock, newId } from "../kernel/mod.ts";
import type { Store, Write } from "../store/mod.ts";
import { inbox } from "./records.ts";

type Inbox = NonNullable<(typeof inbox)["types"]>["value"];
export type Line = Pick<Inbox, "kind" | "account" | "call" | "ending">;

const PAGE = 100;

/** The bell of one process. */
function bellOf(instance: string): string {
  return `inbox/${instance}`;
}

/**
 * Lines between processes. A line to this process itself needs no store: it is
 * handed over once its write is committed.
 */
export class Post {
  #draining = false;
  #again = false;
  #stop: () => void = () => {};

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    readonly self: string,
    readonly onLine: (line: Line) => void,
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
  add(write: Write, to: string, line: Line): () => void {
    if (to === this.self) return () => this.onLine(line);
    write
      .add(inbox, { ...line, to, id: newId(), at: this.clock.now() })
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
      for (const line of page.items) {
        const commit = await this.store.write().remove(line).commit();
        if (commit.ok) this.onLine(line.value);
      }
    } while (cursor !== null);
  }

  private read(cursor: string | null) {
    return this.store.list(inbox, "byProcess", {
      of: [this.self],
      limit: PAGE,
      cursor,
    });
  }
}
