import { factsOf, type Locale } from "../i18n/mod.ts";
import { chooseLocale } from "./accept.ts";
import { readCookie } from "./cookies.ts";
import type { State } from "./state.ts";

/** What the switch offers, each in its own words. */
export function languagesOf(
  { locales }: State,
): { tag: string; name: string }[] {
  return locales.map((tag) => ({ tag, name: factsOf(tag).name }));
}

/** What this browser was switched to, or else what it asks for. */
export function localeFor(
  headers: Headers,
  secure: boolean,
  locales: readonly Locale[],
): Locale {
  const chosen = readCookie(headers, "lang", secure);
  return locales.find((locale) => locale === chosen) ??
    chooseLocale(headers.get("accept-language"), locales);
}

const HERE = "http://here.invalid";

/** Longer ones would end in a header that no server takes. */
const MAX_PATH = 2_000;

/** A path of this site as it was sent along; the start for anything else. */
export function ownPath(text: string | undefined): string {
  const url = URL.parse(text ?? "", HERE);
  if (url?.origin !== HERE || !text?.startsWith("/")) return "/";
  // "/.//elsewhere" has our origin, and a path that names another host.
  if (url.pathname.startsWith("//")) return "/";
  const path = url.pathname + url.search;
  return path.length > MAX_PATH ? "/" : path;
}
