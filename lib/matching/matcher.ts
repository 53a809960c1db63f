import {
  heartbeat,
  type HeldLease,
  holdLease,
  leaderOf,
  liveInstances,
  type ProcessMailbox,
  releaseLease,
} from "../cluster/mod.ts";
import { type AccountId, type Millis, SECOND } from "../kernel/mod.ts";
import type { Stored } from "../store/mod.ts";
import type { Deps } from "./deps.ts";
import { makePairs } from "./pairs.ts";
import { nextChance, pairUp } from "./pairing.ts";
import { queueEntries } from "./records.ts";
import type { QueueEntry, StoredQueueEntry } from "./queue_entries.ts";

export const MATCHER = "matcher";
const TICK: Millis = 2 * SECOND;
const PAGE = 500;

export interface Waiting {
  accountId: AccountId;
  waitingSince: Millis;
  lastCall: string | null;
  stored: StoredQueueEntry;
}

/**
 * Makes the pairs. One process leads, under a lease; it keeps those who wait
 * in memory and pairs at each arrival, not on a tick. The others tell it.
 */
export class Matcher {
  #waiting = new Map<string, Waiting>();
  /** Being paired at this moment; a scan must not bring them back. */
  #pairs = new Set<string>();
  #lease: HeldLease | null = null;
  #leader: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #chance: ReturnType<typeof setTimeout> | undefined;
  #pairing: Promise<void> | null = null;
  #again = false;
  #paused = false;
  #stopped = false;
  /** Milliseconds that the last look at the lease took; null if it failed. */
  latency: number | null = null;

  constructor(readonly deps: Deps, readonly mailbox: ProcessMailbox) {}

  get leading(): boolean {
    return this.#lease !== null;
  }

  /** The process to tell of an arrival; null while there is none. */
  get leader(): string | null {
    return this.leading ? this.deps.self : this.#leader;
  }

  /** How many wait, as the leader knows it. */
  get waiting(): number {
    return this.#waiting.size;
  }

  async start(): Promise<void> {
    await this.#tick();
    this.#schedule();
  }

  /** Lets go of the lease and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#chance);
    await this.#pairing;
    const lease = this.#lease;
    this.#lease = null;
    if (lease) await releaseLease(this.deps.store, lease);
  }

  /** While media are away nobody is paired, and nobody loses their place. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#wake();
  }

  arrived(stored: StoredQueueEntry): void {
    if (!this.leading) return;
    this.#note(stored);
    this.#wake();
  }

  /** Told by another process. */
  async arrivedElsewhere(accountId: AccountId): Promise<void> {
    if (!this.leading) return;
    const stored = await this.deps.store.get(queueEntries, [accountId]);
    if (stored && stored.value.waitingSince !== null) this.arrived(stored);
  }

  left(accountId: AccountId): void {
    this.#waiting.delete(accountId);
  }

  #note(stored: Stored<QueueEntry, readonly [string]>): void {
    const { accountId, waitingSince, lastCall } = stored.value;
    if (waitingSince === null || this.#pairs.has(accountId)) return;
    this.#waiting.set(accountId, { accountId, waitingSince, lastCall, stored });
  }

  #wake(): void {
    this.#again = true;
    this.#pairing ??= this.#pairAll().catch(() => {
      // The next tick scans for whoever was not brought back.
      this.#pairing = null;
    });
  }

  async #pairAll(): Promise<void> {
    await Promise.resolve();
    while (this.#again && this.#lease && !this.#paused && !this.#stopped) {
      this.#again = false;
      const now = this.deps.clock.now();
      const pairs = pairUp(this.#waiting.values(), now);
      if (pairs.length === 0) continue;
      const back = await this.#make(pairs);
      for (const stored of back) this.#note(stored);
      if (back.length > 0) await this.#rest();
    }
    // At once after the last look, or an arrival between the two is lost.
    this.#pairing = null;
    this.#plan();
  }

  async #make(pairs: [Waiting, Waiting][]): Promise<StoredQueueEntry[]> {
    const accounts = pairs.flat().map(({ accountId }) => accountId);
    for (const accountId of accounts) {
      this.#waiting.delete(accountId);
      this.#pairs.add(accountId);
    }
    try {
      return await makePairs(this.deps, this.mailbox, () => this.#lease, pairs);
    } finally {
      for (const accountId of accounts) this.#pairs.delete(accountId);
    }
  }

  /** After a failure: not at once again, and not for ever. */
  #rest(): Promise<void> {
    this.#again = true;
    return new Promise((resolve) => setTimeout(resolve, SECOND / 4));
  }

  /** Pairs that become possible by waiting alone need a call of their own. */
  #plan(): void {
    clearTimeout(this.#chance);
    if (this.#stopped) return;
    const now = this.deps.clock.now();
    const at = nextChance(this.#waiting.values(), now);
    if (at === null) return;
    this.#chance = setTimeout(() => this.#wake(), at - now);
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(
      () => void this.#tick().finally(() => this.#schedule()),
      TICK,
    );
  }

  async #tick(): Promise<void> {
    const start = performance.now();
    try {
      if (!this.deps.store.exclusive) {
        await heartbeat(this.deps, this.deps.self);
      }
      this.#lease = await holdLease(this.deps, MATCHER, this.deps.self);
      if (!this.leading) {
        this.#waiting.clear();
        this.#leader = await leaderOf(this.deps, MATCHER);
      } else {
        await this.#scan();
      }
      this.latency = performance.now() - start;
    } catch {
      // The store is away: without proof of the lease there is no leading.
      this.#lease = null;
      this.#leader = null;
      this.latency = null;
    }
    if (!this.deps.store.exclusive) await this.mailbox.look().catch(() => {});
  }

  /** Reads all who wait: what was missed, and whose process died. */
  async #scan(): Promise<void> {
    const alive = await liveInstances(this.deps);
    alive.add(this.deps.self);
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof this.read>> = await this.read(
        cursor,
      );
      cursor = page.cursor;
      for (const stored of page.items) {
        if (alive.has(stored.value.instance)) this.#note(stored);
        else await this.deps.store.write().remove(stored).commit();
      }
    } while (cursor !== null);
    this.#wake();
  }

  private read(cursor: string | null) {
    return this.deps.store.list(queueEntries, "waiting", {
      limit: PAGE,
      cursor,
    });
  }
}
