import type { Guarded } from "./guarded.ts";

const TIMEOUT_MS = 20_000;
const POLL_MS = 20;

/** Null once the server answers over HTTP, else why it never will. */
export async function whenReady(
  server: Guarded,
  address: string,
): Promise<string | null> {
  let fault: string | null = null;
  server.ended.then((code) => fault = `it ended at once with code ${code}`);
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  while (!fault && !limit.aborted) {
    try {
      const response = await fetch(address, { signal: limit });
      await response.body?.cancel();
      return null;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return fault ?? `it does not answer after ${TIMEOUT_MS / 1000} s`;
}
