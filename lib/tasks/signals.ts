const SIGNALS: Deno.Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Calls `stop` at the first signal that asks us to end. Further ones change
 * nothing: a terminal and a parent often send the same wish twice.
 */
export function onStopSignal(stop: () => void): void {
  let asked = false;
  for (const signal of SIGNALS) {
    Deno.addSignalListener(signal, () => {
      if (asked) return;
      asked = true;
      stop();
    });
  }
}
