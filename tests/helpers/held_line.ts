/** A line to a server on this machine that can fall silent and come back. */
export interface HeldLine {
  url: string;
  hold(): void;
  release(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export function openHeldLine(target: string): HeldLine {
  const port = Number(new URL(target).port);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const ends: Deno.Conn[] = [];
  let free: Promise<void> = Promise.resolve();
  let release = () => {};
  const pass = async (from: Deno.Conn, to: Deno.Conn) => {
    const held = new TransformStream<Uint8Array, Uint8Array>({
      async transform(part, controller) {
        await free;
        controller.enqueue(part);
      },
    });
    await from.readable.pipeThrough(held).pipeTo(to.writable).catch(() => {});
  };
  const accepting = (async () => {
    for await (const near of listener) {
      const far = await Deno.connect({ hostname: "127.0.0.1", port });
      ends.push(near, far);
      void pass(near, far);
      void pass(far, near);
    }
  })();
  return {
    url: `http://127.0.0.1:${listener.addr.port}`,
    hold: () => free = new Promise((resolve) => release = resolve),
    release: () => release(),
    async [Symbol.asyncDispose]() {
      release();
      listener.close();
      await accepting;
      for (const end of ends) {
        try {
          end.close();
        } catch {
          // The other side was first.
        }
      }
    },
  };
}
