import { assertEquals } from "@std/assert";
import { readEnv, setEnv } from "../../lib/config/mod.ts";
import { ensureDenokv, startDenokv } from "../../lib/tasks/denokv.ts";
import { inviteByCommand } from "../../lib/tasks/staff.ts";
import { openApp } from "../helpers/app.ts";

Deno.test({
  name: "a link made on one machine opens on another, by the store of both",
  // Watches end with the handle; what they leave open is not a leak of ours.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const binary = readEnv().MILLO_DENOKV_BIN || (await ensureDenokv()).binary;
    const dataFile = await Deno.makeTempFile();
    const [here, there] = [await Deno.makeTempDir(), await Deno.makeTempDir()];
    const server = await startDenokv({ binary, dataFile });
    try {
      setEnv("DENO_KV_ACCESS_TOKEN", server.token);
      const settings = { MILLO_KV: server.url, MILLO_DATA: here };
      await using app = await openApp(settings);
      const config = { ...app.millo.config, data: there };
      const link = await inviteByCommand(config, ["admin"], app.clock);
      const { status } = await app.fetch(new URL(link).pathname);
      assertEquals(status, 200);
      assertEquals(await Array.fromAsync(Deno.readDir(there)), []);
    } finally {
      await server.stop();
    }
  },
});
