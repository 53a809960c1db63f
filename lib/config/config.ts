import type { z } from "zod";
import type { Env } from "./env.ts";
import { schema } from "./schema.ts";

const LIVEKIT = [
  "LIVEKIT_URL",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
] as const;

const SECRETS = [
  "LIVEKIT_API_SECRET",
  "MILLO_METRICS_TOKEN",
  "MILLO_AGE_SECRET",
] as const;

const MAIL = ["MILLO_SMTP_URL", "MILLO_MAIL_FROM"] as const;

const AGE = ["MILLO_AGE_URL", "MILLO_AGE_SECRET"] as const;

export interface MailConfig {
  /** `smtp:` or `smtps:` URL of the server that takes our mail. */
  url: string;
  from: string;
}

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
  mail: MailConfig | null;
  /** Header in which a proxy of ours names the visitor's country. */
  regionHeader: string | null;
  /** Who checks ages where one's own word is not enough. */
  age: { url: string; secret: string } | null;
  /** Whether the languages that only exist to check pages are offered. */
  pseudoLocales: boolean;
  /** Proxies whose word on where a request comes from is believed. */
  proxyHops: number;
  /** In base 64; null for a key that is made and kept. */
  evidenceKey: string | null;
  /** The same, for marks of browsers and bans. */
  deviceKey: string | null;
  /** In base 64, the one that signs first; empty for one that is kept. */
  auditKeys: readonly string[];
  metricsToken: string | null;
  /** 1, but for load tests. */
  limitFactor: number;
  log: "debug" | "info" | "warn" | "error";
}

/** One line for each faulty setting, in the order of the schema. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly faults: string[]) {
    super(`Cannot start: ${faults.join("; ")}`);
  }
}

/** Reads all settings; throws ConfigError with every fault at once. */
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
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return freeze(group(parsed.data));
}

/** Settings that only make sense together. */
function faultsBetween(env: Env): string[] {
  return [
    ...halfOf(env, LIVEKIT, "the rest of LIVEKIT_*"),
    ...halfOf(env, MAIL, "the other setting of mail"),
    ...halfOf(env, AGE, "the other setting of age checks"),
    ...faultsInProduction(env),
  ];
}

/** What is right while developing, and never where people come. */
function faultsInProduction(env: Env): string[] {
  if (env.MILLO_MODE === "development") return [];
  const faults = SECRETS.filter((name) => isWeak(env[name]))
    .map((name) => `${name} is a default or easily guessed: make a random one`);
  if (Number(env.MILLO_LIMITS ?? 1) > 1) {
    faults.push("MILLO_LIMITS must stay 1 in production");
  }
  return faults;
}

/** A word that stands in examples, or too few different characters. */
function isWeak(secret: string | undefined): boolean {
  if (secret === undefined) return false;
  return /secret|password|change.?me|example|default|devkey/i.test(secret) ||
    new Set(secret).size < 8;
}

function halfOf(env: Env, names: readonly string[], rest: string): string[] {
  const missing = names.filter((name) => env[name] === undefined);
  return missing.length === 0 || missing.length === names.length
    ? []
    : [`${missing.join(" and ")} must be set with ${rest}`];
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
    mail: env.MILLO_SMTP_URL
      ? { url: env.MILLO_SMTP_URL, from: env.MILLO_MAIL_FROM! }
      : null,
    regionHeader: env.MILLO_REGION_HEADER ?? null,
    age: env.MILLO_AGE_URL
      ? { url: env.MILLO_AGE_URL, secret: env.MILLO_AGE_SECRET! }
      : null,
    pseudoLocales: env.MILLO_PSEUDO
      ? env.MILLO_PSEUDO === "on"
      : env.MILLO_MODE === "development",
    proxyHops: env.MILLO_PROXY_HOPS,
    evidenceKey: env.MILLO_EVIDENCE_KEY ?? null,
    deviceKey: env.MILLO_DEVICE_KEY ?? null,
    auditKeys: env.MILLO_AUDIT_KEY ?? [],
    metricsToken: env.MILLO_METRICS_TOKEN ?? null,
    limitFactor: env.MILLO_LIMITS,
    log: env.MILLO_LOG,
  };
}

function freeze(config: Config): Config {
  Object.freeze(config.listen);
  if (config.livekit) Object.freeze(config.livekit);
  if (config.mail) Object.freeze(config.mail);
  if (config.age) Object.freeze(config.age);
  return Object.freeze(config);
}

function decapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
