import type { Config } from "../config/mod.ts";

/**
 * The cookies of Millo, all of them needed: random secrets, the language, and
 * that this browser opted out. Seconds that each lasts.
 */
const MAX_AGE = {
  session: 30 * 86_400,
  gate: 365 * 86_400,
  lang: 365 * 86_400,
  optout: 400 * 86_400,
};

export type CookieName = keyof typeof MAX_AGE;

/** Every cookie with the days that it lasts, for the page about them. */
export const COOKIES: readonly { name: CookieName; days: number }[] =
  (Object.keys(MAX_AGE) as CookieName[]).map((name) => ({
    name,
    days: MAX_AGE[name] / 86_400,
  }));

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
