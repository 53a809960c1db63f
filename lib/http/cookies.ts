import { parseCookie, stringifySetCookie } from "cookie";

/**
 * The cookies of Millo, all of them needed: random secrets, the mark of a
 * browser by which bans hold, the language, that this browser opted out, and
 * where somebody wanted to go before they went to have their age checked.
 * Seconds that each lasts.
 */
const MAX_AGE = {
  session: 30 * 86_400,
  gate: 365 * 86_400,
  device: 365 * 86_400,
  lang: 365 * 86_400,
  optout: 400 * 86_400,
  to: 86_400,
  staff: 8 * 3_600,
  queue: 8 * 3_600,
};

/** Those of the back office: a session, and what the queue leaves out. */
const STAFF_COOKIES = ["staff", "queue"] as const;

export type CookieName = keyof typeof MAX_AGE;

type StaffCookie = typeof STAFF_COOKIES[number];
type VisitorCookie = Exclude<CookieName, StaffCookie>;

/** Every cookie of people with the days that it lasts, for the page about them. */
export const COOKIES: readonly { name: VisitorCookie; days: number }[] =
  (Object.keys(MAX_AGE) as CookieName[])
    .filter((name): name is VisitorCookie => !isOfStaff(name))
    .map((name) => ({ name, days: MAX_AGE[name] / 86_400 }));

/** The value of a cookie as it was sent; null where it is missing or empty. */
export function readCookie(
  headers: Headers,
  name: CookieName,
  secure: boolean,
): string | null {
  const sent = parseCookie(headers.get("cookie") ?? "");
  return sent[nameOf(name, secure)] || null;
}

export function setCookie(
  headers: Headers,
  name: CookieName,
  value: string,
  secure: boolean,
): void {
  append(headers, name, { value, maxAge: MAX_AGE[name], secure });
}

export function clearCookie(
  headers: Headers,
  name: CookieName,
  secure: boolean,
): void {
  append(headers, name, { value: "", maxAge: 0, secure });
}

function append(
  headers: Headers,
  name: CookieName,
  given: { value: string; maxAge: number; secure: boolean },
): void {
  const text = stringifySetCookie({
    ...given,
    name: nameOf(name, given.secure),
    path: "/",
    httpOnly: true,
    // Nobody comes to the back office from another site.
    sameSite: isOfStaff(name) ? "strict" : "lax",
  });
  headers.append("set-cookie", text);
}

function isOfStaff(name: CookieName): name is StaffCookie {
  return STAFF_COOKIES.some((one) => one === name);
}

/**
 * Over TLS the name binds the cookie to this host and this channel
 * (`__Host-`, RFC 6265bis section 4.1.3.2).
 */
function nameOf(name: CookieName, secure: boolean): string {
  return secure ? `__Host-millo_${name}` : `millo_${name}`;
}
