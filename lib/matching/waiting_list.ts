import type { AccountId, Millis } from "../kernel/mod.ts";
import { nextChance, pairUp } from "./pairing.ts";
import type { StoredQueueEntry } from "./queue_entries.ts";

/** Somebody who waits, with the record that a pair is checked against. */
export interface WaitingPerson {
  accountId: AccountId;
  waitingSince: Millis;
  lastCall: string | null;
  stored: StoredQueueEntry;
}

export type WaitingPair = readonly [WaitingPerson, WaitingPerson];

/** Who waits, as the leader knows it. In memory: the store has it all. */
export class WaitingList {
  #waiting = new Map<string, WaitingPerson>();
  /** Being paired at this moment; a scan must not bring them back. */
  #taken = new Set<string>();
  /** Pairs of whom one blocked the other, while both are known to wait. */
  #apart = new Map<string, Set<string>>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Notes a queue entry, or its newer version. */
  note(stored: StoredQueueEntry): void {
    const { accountId, waitingSince, lastCall } = stored.value;
    if (waitingSince === null || this.#taken.has(accountId)) return;
    this.#waiting.set(accountId, { accountId, waitingSince, lastCall, stored });
  }

  remove(accountId: AccountId): void {
    this.#waiting.delete(accountId);
    this.#forget(accountId);
  }

  clear(): void {
    this.#waiting.clear();
    this.#apart.clear();
  }

  /** Never takes these two together again while they wait. */
  keepApart([one, other]: WaitingPair): void {
    for (const [a, b] of [[one, other], [other, one]]) {
      const others = this.#apart.get(a.accountId) ?? new Set();
      this.#apart.set(a.accountId, others.add(b.accountId));
    }
  }

  #forget(accountId: string): void {
    for (const other of this.#apart.get(accountId) ?? []) {
      this.#apart.get(other)?.delete(accountId);
    }
    this.#apart.delete(accountId);
  }

  /** Takes out all who can be paired now, until they are released. */
  takePairs(now: Millis): WaitingPair[] {
    const areApart = (one: WaitingPerson, other: WaitingPerson) =>
      this.#apart.get(one.accountId)?.has(other.accountId) === true;
    const pairs = pairUp(this.#waiting.values(), now, areApart);
    for (const { accountId } of pairs.flat()) {
      this.#waiting.delete(accountId);
      this.#taken.add(accountId);
    }
    return pairs;
  }

  release(pairs: readonly WaitingPair[]): void {
    for (const { accountId } of pairs.flat()) this.#taken.delete(accountId);
  }

  /** See nextChance. */
  nextChance(now: Millis): Millis | null {
    return nextChance(this.#waiting.values(), now);
  }
}
