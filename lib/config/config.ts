import { z } from "zod";
import type { Env } from "./env.ts";

/**
 * The settings of one process, grouped by who uses them. Every variable is
 * described here and nowhere else.
 */
const schema = z.object({
  MILLO_MODE: z.enum(["development", "production"]).default("production")
    .describe("`development` adds source maps and reloads; nothing else"),
  MILLO_HOST: z.string().min(1).default("127.0.0.1")
    .describe("Address to listen on"),
  PORT: z.coerce.number().int().min(0).max(65535).default(8000)
    .describe("Port to listen on; 0 takes any free one"),
  MILLO_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) =>
    new URL(url).origin
  ).optional()
    .describe("Public origin, when a proxy stands in front of Millo"),
  MILLO_DATA: z.string().min(1).default("data")
    .describe("Folder for what Millo writes"),
  MILLO_KV: z.string().min(1).optional()
    .describe("Store: `:memory:`, a file, or the URL of a denokv server"),
  LIVEKIT_URL: z.url({ protocol: /^wss?$/ }).optional()
    .describe("LiveKit server as browsers reach it; unset starts one here"),
  LIVEKIT_API_URL: z.url({ protocol: /^https?$/ }).optional()
    .describe("LiveKit server as Millo reaches it, if that differs"),
  LIVEKIT_API_KEY: z.string().min(1).optional()
    .describe("Key for LiveKit; needed with `LIVEKIT_URL`"),
  LIVEKIT_API_SECRET: z.string().min(32).optional()
    .describe("Secret for LiveKit, 32 characters or more"),
  MILLO_LOG: z.enum(["debug", "info", "warn", "error"]).default("info")
    .describe("Least important level that is logged"),
});

const LIVEKIT = [
  "LIVEKIT_URL",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
] as const;

export interface LiveKitConfig {
  /** `ws:` or `wss:` URL for browsers. */
  url: string;
  /** `http:` or `https:` URL for the server's own calls. */
  apiUrl: string;
  key: string;
  secret: string;
}

export interface Config {
  mode: "development" | "production";
  /** Set when the public origin is not what the socket shows. */
  origin: string | null;
  listen: { host: string; port: number };
  data: string;
  /** Path, `:memory:` or URL for the store. */
  store: string;
  livekit: LiveKitConfig | null;
  log: "debug" | "info" | "warn" | "error";
}

/** One line for each faulty setting, in the order of the schema. */
export class ConfigFault extends Error {
  override name = "ConfigFault";
  constructor(readonly faults: string[]) {
    super(`Cannot start: ${faults.join("; ")}`);
  }
}

/** Reads all settings; throws ConfigFault with every fault at once. */
export function parseConfig(env: Env): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== ""),
  );
  const parsed = schema.safeParse(present);
  const faults = [
    ...parsed.error?.issues.map(({ path, message }) =>
      `${path.join(".")} ${decapitalise(message)}`
    ) ?? [],
    ...faultsBetween(present),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  return freeze(group(parsed.data));
}

/** Settings that only make sense together. */
function faultsBetween(env: Env): string[] {
  const missing = LIVEKIT.filter((name) => env[name] === undefined);
  return missing.length === 0 || missing.length === LIVEKIT.length
    ? []
    : [`${missing.join(" and ")} must be set with the rest of LIVEKIT_*`];
}

/** Name, default and meaning of each setting, for the README's table. */
export function configTable(): {
  name: string;
  fallback: string;
  about: string;
}[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const fallback = field.safeParse(undefined);
    return {
      name,
      fallback: fallback.success ? String(fallback.data ?? "") : "",
      about: field.description ?? "",
    };
  });
}

function group(env: z.output<typeof schema>): Config {
  return {
    mode: env.MILLO_MODE,
    origin: env.MILLO_ORIGIN ?? null,
    listen: { host: env.MILLO_HOST, port: env.PORT },
    data: env.MILLO_DATA,
    store: env.MILLO_KV ?? `${env.MILLO_DATA}/millo.kv`,
    livekit: env.LIVEKIT_URL
      ? {
        url: env.LIVEKIT_URL,
        apiUrl: env.LIVEKIT_API_URL ??
          env.LIVEKIT_URL.replace(/^ws/, "http"),
        key: env.LIVEKIT_API_KEY!,
        secret: env.LIVEKIT_API_SECRET!,
      }
      : null,
    log: env.MILLO_LOG,
  };
}

function freeze(config: Config): Config {
  Object.freeze(config.listen);
  if (config.livekit) Object.freeze(config.livekit);
  return Object.freeze(config);
}

function decapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
