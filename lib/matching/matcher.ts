import {
  Leadership,
  liveInstances,
  type ProcessMailbox,
} from "../cluster/mod.ts";
import {
  type AccountId,
  type Cancel,
  type Millis,
  type Scheduler,
  SECOND,
} from "../kernel/mod.ts";
import type { Deps } from "./deps.ts";
import { findBlocked } from "../standing/mod.ts";
import { makePairs } from "./pairs.ts";
import type { StoredQueueEntry } from "./queue_entries.ts";
import { queueEntries } from "./records.ts";
import { WaitingList, type WaitingPair } from "./waiting_list.ts";

export const MATCHER = "matcher";
const TICK: Millis = 2 * SECOND;
/** After a failure: not at once again, and not for ever. */
const REST: Millis = SECOND / 4;

/**
 * Makes the pairs. One process leads, under a lease; it keeps those who wait
 * in memory and pairs at each arrival, not on a tick. The others tell it.
 */
export class Matcher {
  readonly #leadership: Leadership;
  readonly #list = new WaitingList();
  #stopTicks: Cancel = () => {};
  #cancelChance: Cancel = () => {};
  #pairing: Promise<void> | null = null;
  #again = false;
  #resting = false;
  #cancelRest: Cancel = () => {};
  #paused = false;
  #stopped = false;
  #ticking: Promise<void> = Promise.resolve();
  /** Milliseconds that the last look at the lease took; null if it failed. */
  latency: number | null = null;

  constructor(
    readonly deps: Deps,
    readonly mailbox: ProcessMailbox,
    readonly scheduler: Scheduler,
  ) {
    this.#leadership = new Leadership(deps, MATCHER, deps.self);
  }

  get leading(): boolean {
    return this.#leadership.leading;
  }

  /** The process to tell of an arrival; null while there is none. */
  get leader(): string | null {
    return this.#leadership.leader;
  }

  /** How many wait, as the leader knows it. */
  get waiting(): number {
    return this.#list.size;
  }

  async start(): Promise<void> {
    await this.tick();
    this.#stopTicks = this.scheduler.every(TICK, () => this.tick());
  }

  /** Lets go of the lease and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopTicks();
    this.#cancelChance();
    this.#cancelRest();
    await this.#pairing;
    // Else it would take the lease once more, for nobody.
    await this.#ticking;
    await this.#leadership.release();
  }

  /** While media are away nobody is paired, and nobody loses their place. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) this.#wake();
  }

  /** Somebody waits, as this or another process says. */
  async arrived(accountId: AccountId): Promise<void> {
    if (!this.leading) return;
    const stored = await this.deps.store.get(queueEntries, [accountId]);
    if (!stored) return;
    this.#list.note(stored);
    this.#wake();
  }

  left(accountId: AccountId): void {
    this.#list.remove(accountId);
  }

  /** Renews the lease, then looks at what was missed meanwhile. */
  tick(): Promise<void> {
    this.#ticking = this.#tick();
    return this.#ticking;
  }

  async #tick(): Promise<void> {
    const start = performance.now();
    try {
      if (await this.#leadership.renew()) await this.#scan();
      else this.#list.clear();
      this.latency = performance.now() - start;
    } catch {
      this.#leadership.forget();
      this.latency = null;
    }
    if (!this.deps.store.exclusive) await this.mailbox.look().catch(() => {});
  }

  #wake(): void {
    this.#again = true;
    if (this.#resting) return;
    this.#pairing ??= this.#pairAll().catch(() => {
      // The next tick scans for whoever was not brought back.
      this.#pairing = null;
    });
  }

  get #mayPair(): boolean {
    return this.leading && !this.#paused && !this.#resting && !this.#stopped;
  }

  async #pairAll(): Promise<void> {
    await Promise.resolve();
    while (this.#again && this.#mayPair) {
      this.#again = false;
      const taken = this.#list.takePairs(this.deps.clock.now());
      if (taken.length === 0) continue;
      const back = await this.#make(taken)
        .finally(() => this.#list.release(taken));
      for (const stored of back) this.#list.note(stored);
      if (back.length > 0 && !this.#stopped) this.#rest();
    }
    // At once after the last look, or an arrival between the two is lost.
    this.#pairing = null;
    this.#planChance();
  }

  /** Answers who is back in the queue; those kept apart look again at once. */
  async #make(taken: readonly WaitingPair[]): Promise<StoredQueueEntry[]> {
    const blocked = await findBlocked(
      this.deps.store,
      taken.map(([one, other]) => [one.accountId, other.accountId] as const),
    );
    const apart = taken.filter((_, n) => blocked[n]);
    const pairs = taken.filter((_, n) => !blocked[n]);
    const back = await makePairs(
      this.deps,
      this.mailbox,
      () => this.#leadership.lease,
      pairs,
    );
    const waiting = new Set(back.map(({ value }) => value.accountId));
    for (const { accountId } of pairs.flat()) {
      if (!waiting.has(accountId)) this.#list.remove(accountId);
    }
    this.#list.release(apart);
    for (const pair of apart) {
      this.#list.keepApart(pair);
      for (const { stored } of pair) this.#list.note(stored);
      this.#again = true;
    }
    return back;
  }

  #rest(): void {
    this.#resting = true;
    this.#cancelRest = this.scheduler.after(REST, () => {
      this.#resting = false;
      this.#wake();
    });
  }

  /** Pairs that become possible by waiting alone need a look of their own. */
  #planChance(): void {
    this.#cancelChance();
    if (this.#stopped || this.#paused) return;
    const now = this.deps.clock.now();
    const at = this.#list.nextChance(now);
    if (at === null) return;
    this.#cancelChance = this.scheduler.after(at - now, () => this.#wake());
  }

  /** Reads all who wait: what was missed, and whose process died. */
  async #scan(): Promise<void> {
    const { store, self } = this.deps;
    const alive = await liveInstances(this.deps);
    alive.add(self);
    for await (const stored of store.eachIn(queueEntries, "waiting")) {
      if (alive.has(stored.value.instance)) this.#list.note(stored);
      else {
        await store.write().remove(stored)
          .commitOrLeave("its person came back through another process");
      }
    }
    this.#wake();
  }
}
