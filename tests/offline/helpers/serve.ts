export interface Served {
  origin: string;
  stop(): Promise<void>;
}

/** `deno serve` of a built site on a free port. */
export async function serveSite(
  folder: string,
  config: string,
  env: Record<string, string> = {},
  entry = "_fresh/server.js",
): Promise<Served> {
  const port = freePort();
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "serve",
      "-A",
      "--config",
      config,
      "--host",
      "127.0.0.1",
      "--port",
      String(port),
      entry,
    ],
    cwd: folder,
    env,
    stdout: "null",
    stderr: "null",
  }).spawn();
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(origin);
  return {
    origin,
    async stop() {
      process.kill("SIGKILL");
      await process.status;
    },
  };
}

export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  return port;
}

const TIMEOUT_MS = 20_000;

export async function untilAnswers(url: string, everyMs = 25) {
  const end = performance.now() + TIMEOUT_MS;
  while (performance.now() < end) {
    try {
      await (await fetch(url)).body?.cancel();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, everyMs));
    }
  }
  throw new Error(`Cannot reach ${url}: it did not answer within 20 s`);
}
