export interface Ports {
  port: number;
  udpPort: number;
}

/** The ports that the file remembers, if both are still free; else new ones. */
export async function choosePorts(file?: string): Promise<Ports> {
  const before = file === undefined ? null : await recall(file);
  return {
    port: before && isFreeTcp(before.port) ? before.port : freeTcpPort(),
    udpPort: await freeUdpPort(before?.udpPort)
      .catch(() => freeUdpPort()),
  };
}

/** Without the file the next start has other ports, and nothing worse. */
export async function rememberPorts(
  file: string | undefined,
  ports: Ports,
): Promise<void> {
  if (file === undefined) return;
  await Deno.writeTextFile(file, JSON.stringify(ports)).catch(() => {});
}

async function recall(file: string): Promise<Ports | null> {
  try {
    const { port, udpPort } = JSON.parse(await Deno.readTextFile(file));
    return isPort(port) && isPort(udpPort) ? { port, udpPort } : null;
  } catch {
    // Nothing is remembered, or nothing that makes sense.
    return null;
  }
}

/** To listen on port 0 is to take any, which is no port to remember. */
function isPort(port: unknown): boolean {
  return Number.isInteger(port) && Number(port) > 0 && Number(port) < 65_536;
}

function isFreeTcp(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return true;
  } catch {
    return false;
  }
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export function freeTcpPort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

/** Bound through node:dgram, because Deno's own UDP is behind a flag. */
export async function freeUdpPort(port = 0): Promise<number> {
  const { createSocket } = await import("node:dgram");
  const socket = createSocket("udp4");
  return await new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}
