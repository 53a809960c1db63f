import { type Clock, type Millis, SECOND } from "../kernel/mod.ts";
import { type Store, StoreUnavailable } from "../store/mod.ts";
import {
  batchOf,
  type Bucket,
  draw,
  LEASE,
  type Level,
  pay,
  raised,
  shareOf,
  takeBatch,
} from "./bucket.ts";
import { SubjectHashes } from "./subject_hash.ts";
import { limitLevels } from "./records.ts";
import { LIMITS, type SharedName } from "./table.ts";

/** What this process knows of one bucket. */
interface Held {
  /** Tokens taken from the shared bucket, and until when they count. */
  batch: number;
  until: Millis;
  /** Nothing is left anywhere before this. */
  emptyUntil: Millis;
  /** The bucket of this process alone; see shareOf. */
  own: Level | null;
  /** What it gave out of its own since it last asked. */
  owed: number;
  /** What it has while the store does not answer. */
  alone: Level | null;
  asking: Promise<void> | null;
}

export interface LimiterOptions {
  store: Store;
  clock: Clock;
  /** More than 1 in load tests only. */
  factor?: number;
}

/** How long a store that failed is not asked again. */
const PEACE: Millis = 5 * SECOND;

/** Beyond this many buckets in memory, those longest untouched are let go. */
const MAX_HELD = 50_000;

/**
 * Holds the limits of the table over all processes on one store. Of a limit
 * that fills quickly, a process gives an eighth by itself, so that of ordinary
 * visitors nothing is written; beyond it, it takes tokens from the shared
 * bucket by the batch, and pays there for what it gave. Most requests cost a
 * look into memory, and each further process can add an eighth at most. Slow
 * limits ask the store each time and are exact.
 */
export class Limiter {
  #held = new Map<string, Held>();
  #subjectHashes: SubjectHashes;
  #down: { error: StoreUnavailable; until: Millis } | null = null;

  constructor(readonly options: LimiterOptions) {
    this.#subjectHashes = new SubjectHashes(options.store, options.clock);
  }

  /** How many buckets this process has in memory. */
  get size(): number {
    return this.#held.size;
  }

  /**
   * 0 when it may happen now, else the wait in ms; `subject` is an address, an
   * account or a session. A subject of several has `share` times the bucket.
   * Throws StoreUnavailable where the limit fails closed.
   */
  async take(
    name: SharedName,
    subject: string,
    share = 1,
  ): Promise<Millis> {
    const { clock, store, factor = 1 } = this.options;
    const bucket = raised(LIMITS[name], factor * share);
    const held = this.#of(`${name} ${subject}`);
    const isQuick = batchOf(bucket) > 1;
    if (store.exclusive && isQuick) return takeOwn(bucket, held, clock.now());
    for (;;) {
      const now = clock.now();
      if (held.batch > 0 && now < held.until) {
        held.batch--;
        return 0;
      }
      if (isQuick && takeOwn(shareOf(bucket), held, now) === 0) {
        held.owed++;
        return 0;
      }
      if (now < held.emptyUntil) return held.emptyUntil - now;
      const down = await this.#asked(name, subject, bucket, held);
      if (down === null) continue;
      if (LIMITS[name].fails === "closed") throw down;
      return takeAlone(bucket, held, now);
    }
  }

  /** Null when the store answered; while it does not, it is left in peace. */
  async #asked(
    name: SharedName,
    subject: string,
    bucket: Bucket,
    held: Held,
  ): Promise<StoreUnavailable | null> {
    const { clock } = this.options;
    if (this.#down && clock.now() < this.#down.until) return this.#down.error;
    try {
      held.asking ??= this.#ask(name, subject, bucket, held);
      await held.asking;
      return null;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      this.#down = { error, until: clock.now() + PEACE };
      return error;
    }
  }

  /** Fills the batch, or notes until when there is nothing. */
  async #ask(
    name: SharedName,
    subject: string,
    bucket: Bucket,
    held: Held,
  ): Promise<void> {
    const { owed } = held;
    try {
      const taken = await this.#takeBatch(name, subject, bucket, owed);
      if (taken.tokens > 0) held.owed -= owed;
      held.batch = taken.tokens;
      held.until = taken.level.at + LEASE;
      if (taken.tokens === 0) held.emptyUntil = taken.level.at + taken.waitMs;
    } finally {
      held.asking = null;
    }
  }

  async #takeBatch(
    name: SharedName,
    subject: string,
    bucket: Bucket,
    owed: number,
  ) {
    const { store, clock } = this.options;
    const subjectHash = await this.#subjectHashes.of(
      LIMITS[name].each,
      subject,
    );
    const done = await store.transact(async (write) => {
      const stored = await store.get(limitLevels, [name, subjectHash]);
      const now = clock.now();
      const level = pay(bucket, stored?.value ?? null, owed, now);
      const taken = takeBatch(bucket, level, batchOf(bucket), now);
      const value = { limit: name, subjectHash, ...taken.level };
      // A flood that is refused costs no writes.
      if (taken.tokens > 0 && stored) write.replace(stored, value);
      if (taken.tokens > 0 && !stored) write.create(limitLevels, value);
      return taken;
    });
    if (done.ok) return done.value;
    // Many ask for this one at the same moment: that is what it is against.
    const level = { tokens: 0, at: clock.now() };
    return { tokens: 0, level, waitMs: SECOND };
  }

  #of(key: string): Held {
    const known = this.#held.get(key);
    if (known) return known;
    if (this.#held.size >= MAX_HELD) this.#letGo();
    const held = {
      batch: 0,
      until: 0,
      emptyUntil: 0,
      own: null,
      owed: 0,
      alone: null,
      asking: null,
    };
    this.#held.set(key, held);
    return held;
  }

  /** A map keeps the order of arrival: the first fifth came long ago. */
  #letGo(): void {
    let left = MAX_HELD / 5;
    for (const [key, { asking }] of this.#held) {
      if (left-- <= 0) return;
      if (asking === null) this.#held.delete(key);
    }
  }
}

function takeAlone(bucket: Bucket, held: Held, now: Millis): Millis {
  const drawn = draw(bucket, held.alone, now);
  held.alone = drawn.level;
  return drawn.ok ? 0 : drawn.waitMs;
}

function takeOwn(bucket: Bucket, held: Held, now: Millis): Millis {
  const drawn = draw(bucket, held.own, now);
  held.own = drawn.level;
  return drawn.ok ? 0 : drawn.waitMs;
}
