/** Lets everything that is ready run: promises, the store, other timers. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Waits turn by turn until it holds, for what follows by itself and no clock
 * drives. Fails by name when it does not come.
 */
export async function settled(
  holds: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 10_000,
): Promise<void> {
  const start = performance.now();
  while (!await holds()) {
    if (performance.now() - start > timeoutMs) {
      throw new Error(`Not within ${timeoutMs / 1000} s: ${what}`);
    }
    await turn();
  }
}
