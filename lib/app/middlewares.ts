import { csp, csrf, HttpError } from "fresh";
import { findSession } from "../accounts/mod.ts";
import { findGate } from "../age/mod.ts";
import { translator } from "../i18n/mod.ts";
import { isSecure, readCookie } from "./cookies.ts";
import { faults } from "./faults.ts";
import { millo } from "./millo.ts";
import { define } from "./state.ts";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** The running Millo, and the language of the answer. */
const context = define.middleware(async (ctx) => {
  ctx.state.millo = await millo();
  ctx.state.locale = "en";
  ctx.state.t = translator(ctx.state.locale);
  ctx.state.secure = isSecure(ctx.url, ctx.state.millo.config);
  ctx.state.chatter = null;
  ctx.state.gate = { state: "none" };
  return await ctx.next();
});

const headers = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "no-referrer");
  headers.set("x-frame-options", "DENY");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set(
    "permissions-policy",
    "camera=(self), microphone=(self), geolocation=(), payment=()",
  );
  if (ctx.state.secure) {
    headers.set("strict-transport-security", "max-age=63072000");
  }
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  tightenCsp(ctx.url, headers, ctx.state.millo.config.livekit!.url);
  return response;
});

/** Who asks: by session, or else by what the gate said to this browser. */
const session = define.middleware(async (ctx) => {
  const { state } = ctx;
  const { store, clock } = state.millo;
  const token = readCookie(ctx.req.headers, "session", state.secure);
  if (token) state.chatter = await findSession(store, token, clock.now());
  if (!state.chatter) {
    const gate = readCookie(ctx.req.headers, "gate", state.secure);
    state.gate = await findGate(store, gate);
  }
  return await ctx.next();
});

const ownOrigin = csrf<unknown>({
  origin: (origin, ctx) => {
    const { millo } = ctx.state as { millo: { config: { origin: unknown } } };
    return origin === (millo.config.origin ?? ctx.url.origin);
  },
});

/** A form of ours is small; nothing larger is read. */
const LARGEST_BODY = 64 * 1024;

const bodyLimit = define.middleware(async (ctx) => {
  const length = Number(ctx.req.headers.get("content-length") ?? 0);
  if (length > LARGEST_BODY) throw new HttpError(413);
  return await ctx.next();
});

/** Around everything, in this order; `page` shows a fault. */
export function outer(page: Parameters<typeof faults>[0]) {
  return [
    context,
    headers,
    csp({ useNonce: true, csp: POLICY }),
    faults(page),
  ];
}

/** Around pages only, in this order. */
export const inner = [bodyLimit, ownOrigin, session];

/**
 * Fresh leaves inline code allowed on answers that carry no page; ours never
 * have any. The live page alone may reach the media server.
 */
function tightenCsp(url: URL, headers: Headers, media: string): void {
  const policy = headers.get("content-security-policy");
  if (!policy) return;
  const reach = url.pathname === "/talk"
    ? `connect-src 'self' ws://${url.host} wss://${url.host} ${media} ${
      media.replace(/^ws/, "http")
    }`
    : "connect-src 'self'";
  headers.set(
    "content-security-policy",
    policy
      .replaceAll(" 'unsafe-inline'", "")
      .replace(/connect-src [^;]*/, reach)
      .replace(/;?\s*upgrade-insecure-requests/, ""),
  );
}
