/** Bytes of a request that are kept in case it has to be sent again. */
const KEPT_BYTES = 1 << 20;

/**
 * Holds the port that browsers know. Connections wait here while no server is
 * ready, so that a restart looks like a slow answer and never like a refusal.
 */
export class Gate {
  #port = Promise.withResolvers<number>();
  #isOpen = false;
  #listener: Deno.TcpListener;

  constructor(options: { port: number; hostname: string }) {
    this.#listener = Deno.listen({ ...options, transport: "tcp" });
    this.#accept();
  }

  open(port: number) {
    this.#isOpen = true;
    this.#port.resolve(port);
  }

  shut() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#port = Promise.withResolvers<number>();
  }

  close() {
    this.#listener.close();
  }

  async #accept() {
    for await (const visitor of this.#listener) {
      this.#carry(visitor).catch(() => {}).finally(() => closeQuietly(visitor));
    }
  }

  async #connect(): Promise<Deno.TcpConn> {
    for (;;) {
      const port = await this.#port.promise;
      try {
        return await Deno.connect({ hostname: "127.0.0.1", port });
      } catch {
        await new Promise((done) => setTimeout(done, 5));
      }
    }
  }

  /** Both directions of one connection, moved to the next server if need be. */
  async #carry(visitor: Deno.TcpConn) {
    let server = await this.#connect();
    let asked: Uint8Array[] | null = [];
    let gone = false;

    const forth = async () => {
      for await (const chunk of visitor.readable) {
        asked?.push(chunk);
        if (asked && sizeOf(asked) > KEPT_BYTES) asked = null;
        await writeAll(server, chunk).catch(() => {});
      }
    };
    forth().catch(() => {}).finally(() => {
      gone = true;
      closeQuietly(server);
    });

    const buffer = new Uint8Array(1 << 16);
    for (;;) {
      const count = await server.read(buffer).catch(() => null);
      if (count !== null) {
        asked = null;
        await writeAll(visitor, buffer.subarray(0, count));
        continue;
      }
      if (gone || asked === null) return closeQuietly(server);
      // It ended without a word: the next server gets the same request.
      closeQuietly(server);
      server = await this.#connect();
      for (const chunk of asked) await writeAll(server, chunk).catch(() => {});
    }
  }
}

function sizeOf(chunks: Uint8Array[]): number {
  return chunks.reduce((size, chunk) => size + chunk.byteLength, 0);
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array) {
  for (let at = 0; at < bytes.byteLength;) {
    at += await connection.write(bytes.subarray(at));
  }
}

function closeQuietly(connection: Deno.Conn) {
  try {
    connection.close();
  } catch {
    // It was closed from the other side.
  }
}
