import { assertEquals, assertThrows } from "@std/assert";
import { ConfigFault, configTable, parseConfig } from "../../lib/config/mod.ts";

const SECRET = "a secret of at least 32 characters";

Deno.test("nothing needs to be set", () => {
  const config = parseConfig({});
  assertEquals(config.listen, { host: "127.0.0.1", port: 8000 });
  assertEquals(config.store, "data/millo.kv");
  assertEquals(config.livekit, null);
});

Deno.test("all faults are told at once, each by its name", () => {
  const fault = assertThrows(
    () =>
      parseConfig({
        PORT: "many",
        MILLO_LOG: "loud",
        MILLO_ORIGIN: "millo.example",
        LIVEKIT_URL: "wss://media.example",
        LIVEKIT_API_KEY: "key",
      }),
    ConfigFault,
  );
  assertEquals(fault.faults.length, 4);
  for (
    const name of ["PORT", "MILLO_LOG", "MILLO_ORIGIN", "LIVEKIT_API_SECRET"]
  ) {
    assertEquals(fault.faults.some((one) => one.startsWith(name)), true, name);
  }
  assertEquals(fault.message.startsWith("Cannot start: "), true);
});

Deno.test("an empty value is as good as none", () => {
  assertEquals(parseConfig({ LIVEKIT_URL: "", PORT: "" }).livekit, null);
});

Deno.test("LiveKit comes whole, with its address for our own calls", () => {
  const { livekit } = parseConfig({
    LIVEKIT_URL: "wss://media.example",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: SECRET,
  });
  assertEquals(livekit?.apiUrl, "https://media.example");
  assertThrows(() => parseConfig({ LIVEKIT_API_SECRET: SECRET }), ConfigFault);
});

Deno.test("the settings cannot be changed afterwards", () => {
  const config = parseConfig({});
  assertThrows(() => {
    config.listen.port = 1;
  }, TypeError);
});

Deno.test("every setting says what it is for", () => {
  for (const { name, about } of configTable()) {
    assertEquals(about.length > 10, true, name);
  }
});
