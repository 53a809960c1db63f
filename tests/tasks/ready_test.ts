import { assert, assertEquals } from "@std/assert";
import type { Guarded } from "../../lib/tasks/guarded.ts";
import { freeTcpPort } from "../../lib/tasks/ports.ts";
import { whenReady } from "../../lib/tasks/ready.ts";
import { turn } from "../helpers/turns.ts";

/** A server's process as far as its end goes. */
function process(): Guarded & { end(code: number): void } {
  const { promise, resolve } = Promise.withResolvers<number>();
  return {
    ...{ pid: 1, ended: promise, end: resolve },
    stop: () => Promise.resolve(),
  };
}

function answering(port: number, status = 200) {
  return Deno.serve(
    { hostname: "127.0.0.1", port, onListen() {} },
    () => new Response("here", { status }),
  );
}

Deno.test("a server is ready once it answers, whatever it says", async () => {
  for (const status of [200, 404, 500]) {
    const server = answering(0, status);
    const address = `http://127.0.0.1:${server.addr.port}/`;
    assertEquals(await whenReady(process(), address), null);
    await server.shutdown();
  }
});

Deno.test("one that listens late is waited for", async () => {
  const port = freeTcpPort();
  const ready = whenReady(process(), `http://127.0.0.1:${port}/`);
  // Nobody listens, so that the first tries are refused.
  for (let n = 0; n < 20; n++) await turn();
  const server = answering(port);
  assertEquals(await ready, null);
  await server.shutdown();
});

Deno.test("one that ended is not waited for, and its code is told", async () => {
  const server = process();
  const ready = whenReady(server, `http://127.0.0.1:${freeTcpPort()}/`);
  server.end(3);
  const fault = await ready;
  assert(fault?.includes("code 3"), String(fault));
});
