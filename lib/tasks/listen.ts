export type Handler = (
  request: Request,
  info: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

export interface Listening {
  port: number;
  /** Requests that came before wait for this. */
  answerWith(handler: Handler): void;
  /** Takes no more, and settles when the last answer is out. */
  close(): Promise<void>;
}

/**
 * Takes the port before anything else is done, so that a taken one is known at
 * once and LiveKit can be told where to call.
 */
export function listen(
  { host, port }: { host: string; port: number },
): Listening {
  const { promise, resolve } = Promise.withResolvers<Handler>();
  try {
    const server = Deno.serve({
      hostname: host,
      port,
      onListen: () => {},
      handler: async (request, info) => (await promise)(request, info),
    });
    return {
      port: server.addr.port,
      answerWith: resolve,
      close: () => server.shutdown(),
    };
  } catch (fault) {
    throw new Error(
      `Cannot listen on ${host}:${port}: ${reason(fault)}`,
    );
  }
}

/** The address that a browser on this machine should open. */
export function shownAddress(host: string, port: number): string {
  const local = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"];
  const name = local.includes(host)
    ? "localhost"
    : host.includes(":")
    ? `[${host}]`
    : host;
  return `http://${name}:${port}`;
}

function reason(fault: unknown): string {
  if (fault instanceof Deno.errors.AddrInUse) {
    return "the port is taken (by another Millo?); stop that program or " +
      "choose another port with PORT";
  }
  if (fault instanceof Deno.errors.PermissionDenied) {
    return "that port needs more rights; choose one above 1023 with PORT";
  }
  return `${(fault as Error).message}; choose another address with MILLO_HOST`;
}
