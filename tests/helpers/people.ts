import { assertEquals } from "@std/assert";
import { newAccountId } from "../../lib/kernel/mod.ts";
import {
  type Connection,
  type Event,
  LiveHub,
  type SocketPort,
} from "../../lib/live/mod.ts";
import type { Admit } from "../../lib/matching/mod.ts";
import { openStore, type Store } from "../../lib/store/mod.ts";
import { admitAll } from "./admission.ts";
import { TestClock, TestScheduler } from "./clock.ts";
import { MediaBooks } from "./media.ts";
import { settled } from "./turns.ts";

/** Somebody at the live page, with what they were told. */
export class Visitor implements SocketPort {
  readonly accountId = newAccountId();
  readonly told: Event[] = [];
  closed: number | null = null;
  connection!: Connection;

  /** Matches that were told before their room was there. */
  readonly early: string[] = [];
  media: MediaBooks | null = null;

  send(event: Event): void {
    // What is sent into a shut socket arrives nowhere.
    if (this.closed !== null) return;
    this.told.push(event);
    if (event.type !== "matched" || !this.media) return;
    const [room] = event.token.split(":");
    if (!this.media.open.has(room)) this.early.push(room);
  }

  close(code: number): void {
    this.closed = code;
  }

  async enter(liveHub: LiveHub, accountId = this.accountId): Promise<this> {
    const { media } = liveHub.deps;
    if (media instanceof MediaBooks) this.media = media;
    this.connection = (await liveHub.enter(accountId, this))!;
    return this;
  }

  find(): Promise<void> {
    return this.connection.handle({ v: 1, type: "find" });
  }

  next(): Promise<void> {
    const call = this.call?.call ?? null;
    return this.connection.handle({ v: 1, type: "next", call });
  }

  stop(): Promise<void> {
    return this.connection.handle({ v: 1, type: "stop" });
  }

  /** The newest call that they were told of. */
  get call(): Extract<Event, { type: "matched" }> | undefined {
    return this.all("matched").at(-1);
  }

  all<T extends Event["type"]>(type: T): Extract<Event, { type: T }>[] {
    return this.told.filter((event): event is Extract<Event, { type: T }> =>
      event.type === type
    );
  }

  async until<T extends Event["type"]>(type: T, count = 1): Promise<void> {
    await settled(
      () => this.all(type).length >= count,
      `${count} × ${type} is told`,
    );
  }
}

export interface Stage {
  clock: TestClock;
  scheduler: TestScheduler;
  media: MediaBooks;
  store: Store;
  liveHub: LiveHub;
  faults: unknown[];
  enter(): Promise<Visitor>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A hub on a store in memory, at a time that stands still. */
export async function openStage(admit: Admit = admitAll): Promise<Stage> {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const store = await openStore({ at: ":memory:", clock });
  const media = new MediaBooks();
  const faults: unknown[] = [];
  const liveHub = new LiveHub({
    ...{ store, clock, scheduler, media, admit },
    onError: (what, error) => faults.push([what, error]),
  });
  await liveHub.start();
  return {
    clock,
    scheduler,
    media,
    store,
    liveHub,
    faults,
    enter: () => new Visitor().enter(liveHub),
    async [Symbol.asyncDispose]() {
      await liveHub.stop();
      assertEquals(scheduler.size, 0, "a timer outlives the hub");
      await store.close();
    },
  };
}
