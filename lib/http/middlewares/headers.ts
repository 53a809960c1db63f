import { csp } from "fresh";
import { define, type State } from "../state.ts";

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
  tightenCsp(ctx.url, headers, ctx.state.millo.config.livekit!.url);
  return response;
});

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
