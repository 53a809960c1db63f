/** Stderr is for whoever watches; stdout stays for what a task is asked for. */
export function say(line: string): void {
  console.error(line);
}

const QUIET_MS = 2000;
const REPEAT_MS = 20_000;

/** Tells what is going on once it takes over two seconds, then now and again. */
export async function withProgress<Value>(
  what: string,
  work: Promise<Value>,
): Promise<Value> {
  let repeat: ReturnType<typeof setInterval> | undefined;
  const start = performance.now();
  const first = setTimeout(() => {
    say(`${what} …`);
    repeat = setInterval(
      () => say(`${what} … ${seconds(performance.now() - start)}`),
      REPEAT_MS,
    );
  }, QUIET_MS);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(repeat);
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
