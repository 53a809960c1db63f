import { z } from "zod";
import { needsSmtpUtf8, readMailAddress } from "../text/mod.ts";

/** Only what is base 64 is decoded: the platform throws for the rest. */
function key32(message: string) {
  return z.base64({ error: message, abort: true }).refine(
    (text) => Uint8Array.fromBase64(text).length === 32,
    message,
  );
}

const oneKey = key32("must be 32 bytes in base 64");

/**
 * The settings of one process, grouped by who uses them. Every variable is
 * described here and nowhere else.
 */
export const schema = z.object({
  MILLO_MODE: z.enum(["development", "production"]).default("production")
    .describe("`development` adds source maps, reloads and what tests need"),
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
  MILLO_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional()
    .describe("Server that takes mail, with name and password; unset: no mail"),
  MILLO_MAIL_FROM: z.string().transform(readMailAddress)
    .pipe(z.string("is no mail address"))
    .refine((from) => !needsSmtpUtf8(from), "must have ASCII before the @")
    .optional()
    .describe("Address that mail comes from; needed with `MILLO_SMTP_URL`"),
  MILLO_PSEUDO: z.enum(["on", "off"]).optional()
    .describe("`on` offers two made-up languages; unset: while developing"),
  MILLO_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0)
    .describe("Proxies in front of Millo that add to `X-Forwarded-For`"),
  MILLO_REGION_HEADER: z.string().regex(/^[A-Za-z0-9-]+$/).optional()
    .describe("Header in which our own proxy names the visitor's country"),
  MILLO_AGE_URL: z.url({ protocol: /^https?$/ }).optional()
    .describe("Provider of age checks, where one's own word is not enough"),
  MILLO_AGE_SECRET: z.string().min(32).optional()
    .describe("Secret shared with it; needed with `MILLO_AGE_URL`"),
  MILLO_EVIDENCE_KEY: oneKey.optional()
    .describe("Key for evidence, 32 bytes in base 64; unset: made and kept"),
  MILLO_DEVICE_KEY: oneKey.optional()
    .describe(
      "Key for marks of browsers and bans, alike; unset: made and kept",
    ),
  MILLO_AUDIT_KEY: z.string().transform((text) => text.split(","))
    .pipe(z.array(
      key32("must be 32 bytes in base 64, or several of them with commas"),
    ))
    .optional()
    .describe(
      "Keys that sign the audit log, alike, by commas; the first is in use",
    ),
  MILLO_METRICS_TOKEN: z.string().min(32).optional()
    .describe("Bearer token for `/metrics`; unset: only this machine may ask"),
  MILLO_LIMITS: z.coerce.number().min(1).max(1_000_000).default(1)
    .describe("Factor on every rate limit, for load tests; not in production"),
  MILLO_LOG: z.enum(["debug", "info", "warn", "error"]).default("info")
    .describe("Least important level that is logged"),
});

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

/** The settings as a file for `--env-file`: what `.env.example` holds. */
export function envExample(): string {
  const blocks = configTable().map(({ name, fallback, about }) =>
    `# ${about.replaceAll("`", "")}\n# ${name}=${fallback}\n`
  );
  return [
    "# Each setting with its default. Uncomment what differs.\n",
    ...blocks,
  ]
    .join("\n");
}
