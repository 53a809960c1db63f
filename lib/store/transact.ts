import type { Commit, Write } from "./write.ts";
import { pause } from "./timeout.ts";

export type Transacted<T> =
  | { ok: true; value: T }
  | Extract<Commit, { ok: false }>;

const ATTEMPTS = 10;

/**
 * Calls `decide` with a fresh write and commits what it put in, again with
 * jitter while others change what it read, at most `attempts` times. An empty
 * write is not sent. `decide` may run many times, so it must do nothing else.
 */
export async function transact<T>(
  open: () => Write,
  decide: (write: Write) => Promise<T> | T,
  attempts = ATTEMPTS,
): Promise<Transacted<T>> {
  for (let attempt = 1;; attempt++) {
    const write = open();
    const value = await decide(write);
    if (write.draft.isEmpty) return { ok: true, value };
    const commit = await write.commit();
    if (commit.ok) return { ok: true, value };
    if (commit.reason === "erased" || attempt === attempts) return commit;
    await pause(Math.random() * Math.min(2 ** attempt, 100));
  }
}
