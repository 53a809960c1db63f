import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type Config,
  ConfigError,
  configTable,
  parseConfig,
} from "../../lib/config/mod.ts";

const SECRET = "0123456789abcdefghjkmnpqrstvwxyz";
const KEY = new Uint8Array(32).fill(7).toBase64();
const OTHER_KEY = new Uint8Array(32).fill(8).toBase64();
const DEVELOPING = { MILLO_MODE: "development" };

/** What stands with a setting that makes sense with others only. */
const COMPANIONS: Record<string, Record<string, string>> = {
  LIVEKIT_URL: { LIVEKIT_API_KEY: "key", LIVEKIT_API_SECRET: SECRET },
  LIVEKIT_API_URL: {
    LIVEKIT_URL: "wss://media.example",
    LIVEKIT_API_KEY: "key",
    LIVEKIT_API_SECRET: SECRET,
  },
  LIVEKIT_API_KEY: {
    LIVEKIT_URL: "wss://media.example",
    LIVEKIT_API_SECRET: SECRET,
  },
  LIVEKIT_API_SECRET: {
    LIVEKIT_URL: "wss://media.example",
    LIVEKIT_API_KEY: "key",
  },
  MILLO_SMTP_URL: { MILLO_MAIL_FROM: "millo@example.org" },
  MILLO_MAIL_FROM: { MILLO_SMTP_URL: "smtp://mail.example" },
  MILLO_AGE_URL: { MILLO_AGE_SECRET: SECRET },
  MILLO_AGE_SECRET: { MILLO_AGE_URL: "https://age.example" },
};

/** For each setting, values that must stop the start. */
const REFUSED: Record<string, readonly string[]> = {
  MILLO_MODE: ["Production", "test", "prod"],
  PORT: ["-1", "65536", "80.5", "eighty", "8000, 8001"],
  MILLO_ORIGIN: ["millo.example", "ftp://millo.example", "//millo.example"],
  LIVEKIT_URL: ["https://media.example", "media.example", "ws:"],
  LIVEKIT_API_URL: ["wss://media.example", "media"],
  LIVEKIT_API_SECRET: ["short", SECRET.slice(1)],
  MILLO_SMTP_URL: ["mail.example", "https://mail.example"],
  MILLO_MAIL_FROM: ["Millo", "a@b@c", "a b@example.org", "ü@example.org"],
  MILLO_PSEUDO: ["yes", "ON", "1"],
  MILLO_PROXY_HOPS: ["-1", "11", "1.5", "all"],
  MILLO_REGION_HEADER: ["cf ipcountry", "x:y", "x\r\nset-cookie"],
  MILLO_AGE_URL: ["age.example", "wss://age.example"],
  MILLO_AGE_SECRET: ["short", SECRET.slice(1)],
  MILLO_EVIDENCE_KEY: ["###", "AAAA", KEY.slice(4), `${KEY},${KEY}`],
  MILLO_DEVICE_KEY: ["###", "AAAA", KEY.slice(4)],
  MILLO_AUDIT_KEY: ["###", "AAAA", `${KEY},`, `${KEY},AAAA`, `${KEY} ${KEY}`],
  MILLO_METRICS_TOKEN: ["short", SECRET.slice(1)],
  MILLO_LIMITS: ["0", "0.5", "-3", "1000001", "none"],
  MILLO_LOG: ["trace", "INFO"],
};

for (const [name, values] of Object.entries(REFUSED)) {
  Deno.test(`${name} stops the start where it cannot be right, and is not repeated`, () => {
    for (const value of values) {
      const env = { ...DEVELOPING, ...COMPANIONS[name], [name]: value };
      const fault = assertThrows(
        () => parseConfig(env),
        ConfigError,
        "Cannot start: ",
        value,
      );
      assert(fault.faults.every((one) => one.startsWith(name)), fault.message);
      // It may be a secret, and ends in a log.
      const isTold = value.length > 4 && fault.message.includes(value);
      assert(!isTold, fault.message);
    }
  });
}

/** What becomes of a value that is right: its place among the settings. */
const TAKEN: [string, string, (config: Config) => unknown, unknown][] = [
  ["MILLO_HOST", "0.0.0.0", ({ listen }) => listen.host, "0.0.0.0"],
  ["PORT", "0", ({ listen }) => listen.port, 0],
  ["PORT", "65535", ({ listen }) => listen.port, 65_535],
  [
    "MILLO_ORIGIN",
    "https://Millo.example:443/path?query",
    ({ origin }) => origin,
    "https://millo.example",
  ],
  ["MILLO_DATA", "/var/millo", ({ store }) => store, "/var/millo/millo.kv"],
  ["MILLO_KV", ":memory:", ({ store }) => store, ":memory:"],
  [
    "LIVEKIT_URL",
    "ws://127.0.0.1:7880",
    ({ livekit }) => livekit?.apiUrl,
    "http://127.0.0.1:7880",
  ],
  [
    "LIVEKIT_API_URL",
    "http://10.0.0.5:7880",
    ({ livekit }) => [livekit?.url, livekit?.apiUrl],
    ["wss://media.example", "http://10.0.0.5:7880"],
  ],
  [
    "MILLO_MAIL_FROM",
    "Millo@EXAMPLE.org",
    ({ mail }) => mail?.from,
    "Millo@example.org",
  ],
  ["MILLO_PSEUDO", "off", ({ pseudoLocales }) => pseudoLocales, false],
  ["MILLO_PROXY_HOPS", "10", ({ proxyHops }) => proxyHops, 10],
  [
    "MILLO_REGION_HEADER",
    "cf-ipcountry",
    (c) => c.regionHeader,
    "cf-ipcountry",
  ],
  ["MILLO_EVIDENCE_KEY", KEY, ({ evidenceKey }) => evidenceKey, KEY],
  ["MILLO_DEVICE_KEY", KEY, ({ deviceKey }) => deviceKey, KEY],
  [
    "MILLO_AUDIT_KEY",
    `${KEY},${OTHER_KEY}`,
    ({ auditKeys }) => auditKeys,
    [KEY, OTHER_KEY],
  ],
  ["MILLO_LIMITS", "2.5", ({ limitFactor }) => limitFactor, 2.5],
  ["MILLO_LOG", "debug", ({ log }) => log, "debug"],
];

for (const [name, value, place, expected] of TAKEN) {
  Deno.test(`${name}=${value} is taken as it is meant`, () => {
    const env = { ...DEVELOPING, ...COMPANIONS[name], [name]: value };
    assertEquals(place(parseConfig(env)), expected);
  });
}

Deno.test("half of what belongs together stops the start and names the rest", () => {
  for (const [name, companions] of Object.entries(COMPANIONS)) {
    if (name === "LIVEKIT_API_URL") continue;
    for (const missing of Object.keys(companions)) {
      const env: Record<string, string> = {
        ...DEVELOPING,
        ...companions,
        [name]: COMPANIONS[missing]?.[name] ?? "",
      };
      delete env[missing];
      const fault = assertThrows(() => parseConfig(env), ConfigError);
      assert(fault.faults.some((one) => one.includes(missing)), missing);
    }
  }
});

Deno.test("the made-up languages are there while developing, unless they are off", () => {
  const offers = (env: Record<string, string>) =>
    parseConfig(env).pseudoLocales;
  assertEquals(offers({}), false);
  assertEquals(offers(DEVELOPING), true);
  assertEquals(offers({ MILLO_PSEUDO: "on" }), true);
  assertEquals(offers({ ...DEVELOPING, MILLO_PSEUDO: "off" }), false);
});

Deno.test("what is unknown in the environment is nobody's fault", () => {
  assertEquals(
    parseConfig({ PATH: "/bin", MILLO_UNKNOWN: "1" }),
    parseConfig({}),
  );
});

Deno.test("any text in a setting is taken, or refused by that setting's name", () => {
  const names = configTable().map(({ name }) => name);
  fc.assert(fc.property(
    fc.constantFrom(...names),
    fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.base64String(),
      fc.integer().map(String),
    ),
    (name, value) => {
      try {
        parseConfig({ ...DEVELOPING, ...COMPANIONS[name], [name]: value });
      } catch (error) {
        assert(error instanceof ConfigError, `${name}=${value}: ${error}`);
        assert(error.faults.some((one) => one.includes(name)));
      }
    },
  ));
});
