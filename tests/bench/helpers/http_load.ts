import { quantile } from "./figures.ts";

/**
 * Asks for one page again and again over connections that stay open. Written
 * on bare sockets: `fetch` would cost more than what is measured.
 */
export interface Load {
  port: number;
  path: string;
  connections: number;
  ms: number;
  /** The encodings that are accepted; none unless it is said. */
  encodings?: string;
}

export interface LoadFigures {
  /** Answers a second. */
  rate: number;
  /** From the request to the end of its answer, ms. */
  p99: number;
}

/** Throws when an answer is not a 200. */
export async function requestRate(load: Load): Promise<LoadFigures> {
  const start = performance.now();
  const until = start + load.ms;
  const latencies = (await Promise.all(
    Array.from({ length: load.connections }, () => askOn(load, until)),
  )).flat();
  const took = performance.now() - start;
  return {
    rate: latencies.length / took * 1000,
    p99: quantile(latencies, 0.99),
  };
}

/** How long each answer took. */
async function askOn(
  { port, path, encodings = "identity" }: Load,
  until: number,
): Promise<number[]> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  connection.setNoDelay(true);
  const request = new TextEncoder().encode(
    `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/html\r\n` +
      `accept-encoding: ${encodings}\r\n\r\n`,
  );
  const buffer = new Uint8Array(256 * 1024);
  const latencies: number[] = [];
  for (let now = performance.now(); now < until;) {
    await connection.write(request);
    await readAnswer(connection, buffer);
    const next = performance.now();
    latencies.push(next - now);
    now = next;
  }
  return latencies;
}

async function readAnswer(
  connection: Deno.Conn,
  buffer: Uint8Array,
): Promise<void> {
  let filled = 0;
  let isWhole: ((filled: number) => boolean) | null = null;
  do {
    const read = await connection.read(buffer.subarray(filled));
    if (read === null) throw new Error("Cannot bench: the server hung up");
    filled += read;
    isWhole ??= wholeness(buffer.subarray(0, filled));
  } while (!isWhole?.(filled));
}

const LATIN = new TextDecoder("latin1");

/** Says when an answer has come in full; null until its head has. */
function wholeness(
  start: Uint8Array,
): ((filled: number) => boolean) | null {
  const text = LATIN.decode(start);
  const end = text.indexOf("\r\n\r\n");
  if (end === -1) return null;
  if (!text.startsWith("HTTP/1.1 200")) {
    throw new Error(`Cannot bench: the answer is ${text.slice(0, 40)}`);
  }
  const length = /^content-length: (\d+)/im.exec(text.slice(0, end))?.[1];
  if (length) return (filled) => filled >= end + 4 + Number(length);
  const whole = start.buffer as ArrayBuffer;
  return (filled) =>
    LATIN.decode(new Uint8Array(whole, filled - 5, 5)) === "0\r\n\r\n";
}
