import { createHmac } from "node:crypto";
import { type Clock, dayOf, type Millis, newSecret } from "../kernel/mod.ts";
import { type Store, StoreUnavailable } from "../store/mod.ts";
import { limitKeys } from "./records.ts";

/**
 * Turns who asks into a hash that says nothing: one under a key that is
 * random, new each day, the same in every process, and gone a day later.
 */
export class SubjectHashes {
  #day: Millis = -1;
  #key: Promise<string> | null = null;

  constructor(readonly store: Store, readonly clock: Clock) {}

  /** Throws StoreUnavailable. */
  async of(kind: string, subject: string): Promise<string> {
    const key = await this.#today();
    return createHmac("sha256", key).update(`${kind}:${subject}`).digest("hex");
  }

  #today(): Promise<string> {
    const day = dayOf(this.clock.now());
    if (this.#key === null || this.#day !== day) {
      this.#day = day;
      const key = this.#keyOf(day);
      this.#key = key;
      key.catch(() => {
        if (this.#key === key) this.#key = null;
      });
    }
    return this.#key;
  }

  /** Of two processes that make one at a time, the second takes the first's. */
  async #keyOf(day: Millis): Promise<string> {
    const made = await this.store.transact(async (write) => {
      const found = await this.store.get(limitKeys, [day]);
      if (found) return found.value.key;
      const key = newSecret();
      write.create(limitKeys, { day, key });
      return key;
    });
    if (made.ok) return made.value;
    throw new StoreUnavailable("Cannot make the key of the day: others do");
  }
}
