// @ts-types="./negotiator.d.ts"
import Negotiator from "negotiator";
import { DEFAULT_LOCALE, type Locale } from "../i18n/mod.ts";
import { type Encoding, ENCODINGS } from "./encodings.ts";

/** A browser names a handful of languages; nobody reads on after these. */
const MAX_RANGES = 20;

const JSON_TYPES = ["application/json", "application/problem+json"];

/**
 * The language that `Accept-Language` asks for most, by the lookup of RFC 4647
 * section 3.4: what is too exact loses its end until something fits.
 */
export function chooseLocale(
  header: string | null,
  offered: readonly Locale[],
): Locale {
  const ranges = accepted("accept-language", header).languages();
  for (const range of ranges.slice(0, MAX_RANGES)) {
    for (let tag = range.toLowerCase(); tag !== ""; tag = shortened(tag)) {
      const found = offered.find((locale) => locale.toLowerCase() === tag);
      if (found) return found;
    }
  }
  return DEFAULT_LOCALE;
}

/** The best that `Accept-Encoding` allows, or null for none (RFC 9110, 12.5.3). */
export function chooseEncoding(header: string | null): Encoding | null {
  const [best] = accepted("accept-encoding", header)
    .encodings(ENCODINGS, { preferred: ENCODINGS });
  return ENCODINGS.find((encoding) => encoding === best) ?? null;
}

/**
 * Whether a program asks: `Accept` names JSON, and wants it no less than a
 * page. Who takes anything gets a page.
 */
export function wantsJson({ headers }: Pick<Request, "headers">): boolean {
  const header = headers.get("accept");
  const asked = accepted("accept", header);
  const named = asked.mediaTypes().map((type) => type.toLowerCase());
  const [best] = asked.mediaTypes([...JSON_TYPES, "text/html"]);
  return JSON_TYPES.includes(best) &&
    JSON_TYPES.some((type) => named.includes(type));
}

/**
 * Whether a browser goes to a page: not a script of one, nor a socket, a
 * picture or a form. Old browsers do not send Sec-Fetch-Mode.
 */
export function asksForPage(
  req: Pick<Request, "method" | "headers">,
): boolean {
  const { method, headers } = req;
  const mode = headers.get("sec-fetch-mode") ?? "navigate";
  if (method !== "GET" && method !== "HEAD") return false;
  if (mode !== "navigate" || headers.has("upgrade")) return false;
  const named = accepted("accept", headers.get("accept")).mediaTypes();
  return named.some((type) => type.toLowerCase() === "text/html") &&
    !wantsJson(req);
}

function accepted(name: string, header: string | null): Negotiator {
  return new Negotiator({ headers: { [name]: header ?? "" } });
}

function shortened(tag: string): string {
  const cut = tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
  // A single letter introduces what followed it and says nothing alone.
  return /-[a-z0-9]$/.test(cut) ? cut.slice(0, -2) : cut;
}
