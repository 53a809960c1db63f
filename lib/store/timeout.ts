import { type Millis, SECOND } from "../kernel/mod.ts";

/** The store does not answer, or refuses for longer than we wait. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}

export const TIMEOUT: Millis = 5 * SECOND;
const ATTEMPTS = 12;
const MAX_PAUSE: Millis = 100;

/** Calls that nobody waits for any more, and that KV goes on repeating. */
export interface Abandoned {
  count: number;
  /** Until then no further call is let through to a store that is away. */
  until: number;
}

/** So many repeating calls do no harm; beyond, one a second is enough. */
const MAX_ABANDONED = 100;

interface OpenCall {
  deadline: number;
  giveUp: () => void;
}

/** All calls in flight share one timer, which runs only while there are any. */
const waiting = new Set<OpenCall>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Waits for one call to the store, but not for ever: KV Connect retries a dead
 * server without end. A call that timed out may still take effect.
 */
export async function withTimeout<T>(
  what: string,
  call: () => Promise<T>,
  timeout: Millis = TIMEOUT,
  abandoned: Abandoned = { count: 0, until: 0 },
): Promise<T> {
  for (let attempt = 1;; attempt++) {
    refuseIfAway(what, abandoned);
    try {
      return await within(what, call(), timeout, abandoned);
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (attempt === ATTEMPTS) {
        throw new StoreUnavailable(`Cannot ${what}: the store stays busy`);
      }
      await pause(Math.random() * Math.min(2 ** attempt, MAX_PAUSE));
    }
  }
}

/** Lets others go first. */
export function pause(length: Millis): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, length));
}

function within<T>(
  what: string,
  call: Promise<T>,
  timeout: Millis,
  abandoned: Abandoned,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const entry = {
      deadline: performance.now() + timeout,
      giveUp: () => {
        abandoned.count++;
        reject(
          new StoreUnavailable(
            `Cannot ${what}: the store did not answer within ${timeout} ms`,
          ),
        );
      },
    };
    begin(entry, timeout);
    call.then((value) => {
      if (!end(entry)) abandoned.count--;
      resolve(value);
    }, (error) => {
      if (!end(entry)) abandoned.count--;
      reject(error);
    });
  });
}

function refuseIfAway(what: string, abandoned: Abandoned): void {
  if (abandoned.count < MAX_ABANDONED) return;
  const now = performance.now();
  if (now < abandoned.until) {
    throw new StoreUnavailable(`Cannot ${what}: the store does not answer`);
  }
  abandoned.until = now + SECOND;
}

function begin(entry: OpenCall, timeout: Millis): void {
  waiting.add(entry);
  timer ??= setTimeout(giveUpLate, Math.min(timeout, SECOND));
}

/** Answers whether somebody still waited for it. */
function end(entry: OpenCall): boolean {
  const waited = waiting.delete(entry);
  if (waiting.size === 0) {
    clearTimeout(timer);
    timer = undefined;
  }
  return waited;
}

function giveUpLate(): void {
  const now = performance.now();
  let next = Infinity;
  for (const entry of [...waiting]) {
    if (entry.deadline > now) next = Math.min(next, entry.deadline);
    else {
      waiting.delete(entry);
      entry.giveUp();
    }
  }
  timer = waiting.size === 0
    ? undefined
    : setTimeout(giveUpLate, Math.min(next - now, SECOND));
}

/** An embedded store answers so while another connection writes. */
function isBusy(error: unknown): boolean {
  return error instanceof Error &&
    /database (table )?is locked/.test(error.message);
}
