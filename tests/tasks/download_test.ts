import { assertEquals, assertRejects } from "@std/assert";
import { download } from "../../lib/tasks/download.ts";
import { freeTcpPort } from "../../lib/tasks/ports.ts";

/** A server that answers so, and its address. */
function serve(answer: () => Response) {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    answer,
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/file`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("a file is fetched byte by byte as it is", async () => {
  const bytes = new Uint8Array([0, 255, 10, 13]);
  await using server = serve(() => new Response(bytes));
  assertEquals(await download(server.url, 5000), bytes);
});

Deno.test("a file that is not there is told with host, status and address", async () => {
  await using server = serve(() => new Response("no", { status: 404 }));
  const { host } = new URL(server.url);
  const error = await assertRejects(() => download(server.url, 5000), Error);
  assertEquals(error.message, `${host} answers 404 for ${server.url}`);
});

Deno.test("a host that does not answer is told by its name", async () => {
  const host = `127.0.0.1:${freeTcpPort()}`;
  const error = await assertRejects(
    () => download(`http://${host}/file`, 5000),
    Error,
  );
  assertEquals(error.message, `${host} cannot be reached`);
});

Deno.test("a body that does not end is given up at the limit", async () => {
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array([1]));
      close = () => controller.close();
    },
    cancel: () => {},
  });
  await using server = serve(() => new Response(body));
  const error = await assertRejects(() => download(server.url, 200), Error);
  assertEquals(error.message, `${new URL(server.url).host} cannot be reached`);
  try {
    close();
  } catch {
    // The server has ended the stream with the connection.
  }
});
