import { assertEquals, assertRejects } from "@std/assert";
import { listen, shownAddress } from "../../lib/tasks/listen.ts";

const FREE = { host: "127.0.0.1", port: 0 };

Deno.test("a request that comes early is answered once Millo is up", async () => {
  const listening = listen(FREE);
  const early = fetch(`http://127.0.0.1:${listening.port}/`);
  listening.answerWith(() => new Response("hello"));
  assertEquals(await (await early).text(), "hello");
  await listening.close();
});

Deno.test("a taken port is named, with what to do", async () => {
  const first = listen(FREE);
  const { port } = first;
  await assertRejects(
    // deno-lint-ignore require-await
    async () => listen({ host: "127.0.0.1", port }),
    Error,
    `Cannot listen on 127.0.0.1:${port}: the port is taken`,
  );
  await first.close();
});

Deno.test("the address shown is one that a browser here can open", () => {
  assertEquals(shownAddress("127.0.0.1", 8000), "http://localhost:8000");
  assertEquals(shownAddress("0.0.0.0", 80), "http://localhost:80");
  assertEquals(shownAddress("fd00::2", 81), "http://[fd00::2]:81");
  assertEquals(shownAddress("10.0.0.2", 82), "http://10.0.0.2:82");
});
