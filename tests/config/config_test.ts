import { assertEquals, assertThrows } from "@std/assert";
import {
  ConfigError,
  configTable,
  envExample,
  parseConfig,
} from "../../lib/config/mod.ts";

const SECRET = "0123456789abcdefghjkmnpqrstvwxyz";

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
    ConfigError,
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
  assertThrows(() => parseConfig({ LIVEKIT_API_SECRET: SECRET }), ConfigError);
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

Deno.test(".env.example is what the schema says", async () => {
  assertEquals(await Deno.readTextFile(".env.example"), envExample());
});

Deno.test("production refuses default and weak secrets, each by its name", () => {
  const weak = [
    "devkey-secret-devkey-secret-devkey",
    "please-change-me-please-change-me-1",
    "aaaaaaaabbbbbbbbaaaaaaaabbbbbbbb",
  ];
  for (const value of weak) {
    const env = {
      LIVEKIT_URL: "wss://media.example",
      LIVEKIT_API_KEY: "key",
      LIVEKIT_API_SECRET: value,
      MILLO_METRICS_TOKEN: value,
    };
    const fault = assertThrows(() => parseConfig(env), ConfigError);
    assertEquals(
      fault.faults.map((one) => one.split(" ")[0]),
      ["LIVEKIT_API_SECRET", "MILLO_METRICS_TOKEN"],
    );
    assertEquals(fault.message.includes(value), false);
    const config = parseConfig({ ...env, MILLO_MODE: "development" });
    assertEquals(config.metricsToken, value);
  }
});

Deno.test("production refuses raised limits; load tests have them", () => {
  const fault = assertThrows(
    () => parseConfig({ MILLO_LIMITS: "10" }),
    ConfigError,
  );
  assertEquals(fault.faults, ["MILLO_LIMITS must stay 1 in production"]);
  const env = { MILLO_LIMITS: "10", MILLO_MODE: "development" };
  assertEquals(parseConfig(env).limitFactor, 10);
  assertThrows(() => parseConfig({ ...env, MILLO_LIMITS: "0" }), ConfigError);
});
