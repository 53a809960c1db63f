import { type Millis, SECOND } from "../kernel/mod.ts";

/** The store does not answer, or refuses for longer than we wait. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}

export const PATIENCE: Millis = 5 * SECOND;
const ATTEMPTS = 12;
const LONGEST_PAUSE: Millis = 100;

interface Waiting {
  deadline: number;
  giveUp: () => void;
}

/** All calls in flight share one timer, which runs only while there are any. */
const waiting = new Set<Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Waits for one call to the store, but not for ever: KV Connect retries a dead
 * server without end. A call that timed out may still take effect.
 */
export async function patiently<T>(
  what: string,
  call: () => Promise<T>,
  patience: Millis = PATIENCE,
): Promise<T> {
  for (let attempt = 1;; attempt++) {
    try {
      return await within(what, call(), patience);
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (attempt === ATTEMPTS) {
        throw new StoreUnavailable(`Cannot ${what}: the store stays busy`);
      }
      await pause(Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE));
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
  patience: Millis,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const entry = {
      deadline: performance.now() + patience,
      giveUp: () =>
        reject(
          new StoreUnavailable(
            `Cannot ${what}: the store did not answer within ${patience} ms`,
          ),
        ),
    };
    begin(entry, patience);
    call.then(
      (value) => {
        end(entry);
        resolve(value);
      },
      (error) => {
        end(entry);
        reject(error);
      },
    );
  });
}

function begin(entry: Waiting, patience: Millis): void {
  waiting.add(entry);
  timer ??= setTimeout(giveUpLate, Math.min(patience, SECOND));
}

function end(entry: Waiting): void {
  waiting.delete(entry);
  if (waiting.size > 0) return;
  clearTimeout(timer);
  timer = undefined;
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
