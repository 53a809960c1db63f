import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  choosePorts,
  freeTcpPort,
  freeUdpPort,
  rememberPorts,
} from "../../lib/tasks/ports.ts";

async function withFile(work: (file: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/ports.json`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("ports that were remembered are taken again while they are free", async () => {
  await withFile(async (file) => {
    const ports = { port: freeTcpPort(), udpPort: await freeUdpPort() };
    await rememberPorts(file, ports);
    assertEquals(await choosePorts(file), ports);
  });
});

Deno.test("a remembered port that somebody took is replaced by a free one", async () => {
  await withFile(async (file) => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const udpPort = await freeUdpPort();
    await rememberPorts(file, { port: taken.addr.port, udpPort });
    const chosen = await choosePorts(file);
    assertNotEquals(chosen.port, taken.addr.port);
    assertEquals(chosen.udpPort, udpPort);
  });
});

Deno.test("a file that makes no sense is as good as none", async () => {
  await withFile(async (file) => {
    for (const text of ["", "{", "[]", '{"port":"8000"}', '{"port":1.5}']) {
      await Deno.writeTextFile(file, text);
      const { port, udpPort } = await choosePorts(file);
      assert(port > 0 && udpPort > 0, text);
    }
  });
});

Deno.test("a port that is none is not taken for a free one", async () => {
  await withFile(async (file) => {
    for (const odd of [0, -1, 65_536, 1e9, -0]) {
      const udpPort = await freeUdpPort();
      await Deno.writeTextFile(file, JSON.stringify({ port: odd, udpPort }));
      assert((await choosePorts(file)).port > 0, String(odd));
      const port = freeTcpPort();
      await Deno.writeTextFile(file, JSON.stringify({ port, udpPort: odd }));
      assert((await choosePorts(file)).udpPort > 0, String(odd));
    }
  });
});

Deno.test("without a file, and with one that is not there yet, ports are free ones", async () => {
  await withFile(async (file) => {
    for (const given of [undefined, file]) {
      const { port, udpPort } = await choosePorts(given);
      Deno.listen({ hostname: "127.0.0.1", port }).close();
      assertEquals(await freeUdpPort(udpPort), udpPort);
    }
  });
});

Deno.test("a remembered UDP port that somebody took is replaced, the other stays", async () => {
  await withFile(async (file) => {
    const { createSocket } = await import("node:dgram");
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
    const before = { port: freeTcpPort(), udpPort: socket.address().port };
    await rememberPorts(file, before);
    const chosen = await choosePorts(file);
    assertEquals(chosen.port, before.port);
    assertNotEquals(chosen.udpPort, before.udpPort);
    await new Promise<void>((resolve) => socket.close(() => resolve()));
  });
});

Deno.test("a file that cannot be written is no fault", async () => {
  await rememberPorts("/dev/null/ports.json", { port: 1, udpPort: 2 });
  await rememberPorts(undefined, { port: 1, udpPort: 2 });
});
