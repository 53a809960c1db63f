import { assertEquals } from "@std/assert";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";
import { readEnv, setEnv } from "../../lib/config/mod.ts";

Deno.test("denokv keeps what one handle wrote for another", async () => {
  const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
  const dataFile = await Deno.makeTempFile();
  const server = await startDenokv({ binary, dataFile });
  setEnv("DENO_KV_ACCESS_TOKEN", server.token);
  using writer = await Deno.openKv(server.url);
  await writer.set(["greeting"], "hello");
  using reader = await Deno.openKv(server.url);
  assertEquals((await reader.get(["greeting"])).value, "hello");
  await server.stop();
});
