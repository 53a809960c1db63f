import { assertEquals } from "@std/assert";
import { Gate } from "../../offline/dev/gate.ts";
import { freePort } from "./helpers/serve.ts";

interface Fixture extends AsyncDisposable {
  gate: Gate;
  url: string;
}

function makeGate(): Fixture {
  const port = freePort();
  const gate = new Gate({ port, hostname: "127.0.0.1" });
  return {
    gate,
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]() {
      gate.close();
      return Promise.resolve();
    },
  };
}

function serve(text: string) {
  return Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (req) =>
      new Response(`${text} ${req.headers.get("host")} ${await req.text()}`),
  );
}

async function post(url: string, body: string): Promise<string> {
  const headers = { connection: "close" };
  return await (await fetch(url, { method: "POST", body, headers })).text();
}

Deno.test("a request waits at the gate until a server is ready", async () => {
  await using fixture = makeGate();
  const { gate, url } = fixture;
  const answer = post(url, "early");
  const server = serve("one");
  gate.open(server.addr.port);
  assertEquals(await answer, `one ${new URL(url).host} early`);
  await server.shutdown();
});

Deno.test("a request that a dying server left open goes to the next", async () => {
  await using fixture = makeGate();
  const { gate, url } = fixture;
  const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  gate.open((silent.addr as Deno.NetAddr).port);
  const answer = post(url, "kept");
  const connection = await silent.accept();
  await connection.read(new Uint8Array(10));
  gate.shut();
  connection.close();
  silent.close();
  const server = serve("two");
  gate.open(server.addr.port);
  assertEquals(await answer, `two ${new URL(url).host} kept`);
  await server.shutdown();
});

Deno.test("opening again after shutting twice lets everyone through", async () => {
  await using fixture = makeGate();
  const { gate, url } = fixture;
  gate.open(1);
  gate.shut();
  const answer = post(url, "x");
  gate.shut();
  const server = serve("three");
  gate.open(server.addr.port);
  assertEquals(await answer, `three ${new URL(url).host} x`);
  await server.shutdown();
});
