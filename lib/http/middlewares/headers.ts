import { csp } from "fresh";
import type { Config } from "../../config/mod.ts";
import { type Ctx, define, type State } from "../state.ts";

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

const PERMISSIONS = [
  "camera=(self)",
  "microphone=(self)",
  ...["display-capture", "geolocation", "payment", "usb", "serial", "hid"]
    .map((name) => `${name}=()`),
].join(", ");

/** Allows what our own pages need, by nonce and host. */
export const policy = csp<State>({ useNonce: true, csp: POLICY });

export const headers = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  headers.set("x-content-type-options", "nosniff");
  // With no-referrer, browsers would hide the origin of our own forms as well.
  headers.set("referrer-policy", "same-origin");
  headers.set("x-frame-options", "DENY");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", PERMISSIONS);
  // Asks for the kind of connection, one of four words; see describeDevice.
  headers.set("accept-ch", "ECT");
  if (ctx.state.secure) {
    headers.set("strict-transport-security", "max-age=63072000");
  }
  // A 304 would put it in the place of what the kept answer says.
  if (!headers.has("cache-control") && response.status !== 304) {
    headers.set("cache-control", "no-store");
  }
  tightenCsp(ctx, headers);
  return response;
});

/**
 * Fresh leaves inline code allowed on answers that carry no page; ours never
 * have any. The live page alone may reach the media server.
 */
function tightenCsp({ url, state }: Ctx, headers: Headers): void {
  const policy = headers.get("content-security-policy");
  if (!policy) return;
  const reach = url.pathname === "/talk"
    ? `connect-src ${reachOf(url, state.millo.config).join(" ")}`
    : "connect-src 'self'";
  headers.set(
    "content-security-policy",
    policy
      .replaceAll(" 'unsafe-inline'", "")
      .replace(/connect-src [^;]*/, reach)
      .replace(/;?\s*upgrade-insecure-requests/, ""),
  );
}

/** A host that may stand in a policy: a name or an address, and a port. */
const HOST = /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d+)?$/;

/**
 * What the live page asks. Old browsers do not take a socket of ours for
 * 'self'. Anybody can name a host in a request: what could change the policy
 * is left out.
 */
function reachOf(
  asked: URL,
  { origin, livekit }: Pick<Config, "origin" | "livekit">,
): string[] {
  const { protocol, host } = new URL(origin ?? asked.origin);
  const media = livekit!.url;
  const socket = `${protocol.replace("http", "ws")}//${host}`;
  return [
    "'self'",
    ...(HOST.test(host) ? [socket] : []),
    media,
    media.replace(/^ws/, "http"),
  ];
}
