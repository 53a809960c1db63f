import type { Config } from "../config/mod.ts";

/** The two cookies of Millo. Both hold a random secret and nothing else. */
export type CookieName = "session" | "gate";

const MAX_AGE: Record<CookieName, number> = {
  session: 30 * 86_400,
  gate: 365 * 86_400,
};

/**
 * Over TLS the name binds the cookie to this host and this channel
 * (`__Host-`, RFC 6265bis section 4.1.3.2).
 */
function nameOf(name: CookieName, secure: boolean): string {
  return secure ? `__Host-millo_${name}` : `millo_${name}`;
}

export function isSecure(url: URL, config: Config): boolean {
  return new URL(config.origin ?? url.origin).protocol === "https:";
}

export function readCookie(
  headers: Headers,
  name: CookieName,
  secure: boolean,
): string | null {
  const wanted = `${nameOf(name, secure)}=`;
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const text = part.trim();
    if (text.startsWith(wanted)) return text.slice(wanted.length) || null;
  }
  return null;
}

export function setCookie(
  headers: Headers,
  name: CookieName,
  value: string,
  secure: boolean,
): void {
  headers.append(
    "set-cookie",
    `${nameOf(name, secure)}=${value}; Path=/; Max-Age=${
      MAX_AGE[name]
    }; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
  );
}

export function clearCookie(
  headers: Headers,
  name: CookieName,
  secure: boolean,
): void {
  headers.append(
    "set-cookie",
    `${nameOf(name, secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${
      secure ? "; Secure" : ""
    }`,
  );
}
