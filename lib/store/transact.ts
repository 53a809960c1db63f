import { DRAFT } from "./inside.ts";
import { pause, StoreUnavailable } from "./timeout.ts";
import type { Commit, Write } from "./write.ts";

export type Transacted<T> =
  | { ok: true; value: T }
  | Extract<Commit, { ok: false }>;

const ATTEMPTS = 10;

/** For what must not be lost to a race: about three seconds. */
const MANY_ATTEMPTS = 60;

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
    if (write[DRAFT].isEmpty) return { ok: true, value };
    const commit = await write.commit();
    if (commit.ok) return { ok: true, value };
    if (commit.reason === "erased" || attempt === attempts) return commit;
    await pause(Math.random() * Math.min(2 ** attempt, 100));
  }
}

/**
 * The same for what must not be lost to a race: tried for some seconds. Answers
 * null when a person it is about was erased, so that nothing is left to be
 * written. Throws StoreUnavailable when others keep changing what was read.
 */
export async function transactOrThrow<T>(
  open: () => Write,
  what: string,
  decide: (write: Write) => Promise<T> | T,
  attempts = MANY_ATTEMPTS,
): Promise<T | null> {
  const done = await transact(open, decide, attempts);
  if (done.ok) return done.value;
  if (done.reason === "erased") return null;
  throw new StoreUnavailable(
    `Cannot ${what}: others keep changing the same records`,
  );
}
