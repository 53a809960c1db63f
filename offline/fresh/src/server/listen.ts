import type { ListenOptions } from "../types.ts";
import type { FetchHandler } from "./fetch.ts";

const FIRST_PORT = 8000;
const LAST_PORT = 8019;

/** Serves on the given port, else on the first free one of a small range. */
export function listen(
  handler: FetchHandler,
  options: ListenOptions,
): Promise<void> {
  const settings = { onListen: banner, ...options };
  if (options.port !== undefined) {
    Deno.serve(settings as Deno.ServeTcpOptions, handler);
    return Promise.resolve();
  }
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    try {
      Deno.serve({ ...settings, port } as Deno.ServeTcpOptions, handler);
      return Promise.resolve();
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
  throw new Deno.errors.AddrInUse(
    `Cannot listen: ports ${FIRST_PORT} to ${LAST_PORT} are in use`,
  );
}

function banner({ hostname, port }: Deno.NetAddr) {
  const host = hostname === "0.0.0.0" || hostname === "::"
    ? "localhost"
    : hostname;
  console.log(`\n  Fresh ready\n  Local: http://${host}:${port}/\n`);
}
