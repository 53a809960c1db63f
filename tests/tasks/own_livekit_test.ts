import { assertEquals } from "@std/assert";
import { parseConfig, readEnv } from "../../lib/config/mod.ts";
import { bringLiveKit } from "../../lib/tasks/own_livekit.ts";
import { withFolder } from "../store/helpers/backends.ts";

Deno.test("where the settings name a media server, none is started here", async () => {
  await withFolder(async (folder) => {
    const data = `${folder}/data`;
    const config = parseConfig({
      MILLO_MODE: "development",
      MILLO_DATA: data,
      LIVEKIT_URL: "wss://media.example",
      LIVEKIT_API_KEY: "key",
      LIVEKIT_API_SECRET: "0123456789abcdefghjkmnpqrstvwxyz",
    });
    const before = readEnv();
    const stop = await bringLiveKit(config, { webhookPort: 9 });
    assertEquals(readEnv(), before);
    assertEquals(await Deno.stat(data).then(() => true, () => false), false);
    await stop();
  });
});
