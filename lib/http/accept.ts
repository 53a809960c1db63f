import { DEFAULT_LOCALE, type Locale } from "./locales.ts";

/** A browser names a handful; nobody reads on after these. */
const MAX_RANGES = 20;

/**
 * The language that `Accept-Language` asks for most, by the lookup of RFC 4647
 * section 3.4: what is too exact loses its end until something fits.
 */
export function negotiate(
  header: string | null,
  offered: readonly Locale[],
): Locale {
  for (const range of rangesIn(header ?? "")) {
    for (let tag = range; tag !== ""; tag = shortened(tag)) {
      const found = offered.find((locale) => locale.toLowerCase() === tag);
      if (found) return found;
    }
  }
  return DEFAULT_LOCALE;
}

function rangesIn(header: string): string[] {
  return header.toLowerCase().split(",", MAX_RANGES)
    .map((part) => part.split(";").map((piece) => piece.trim()))
    .map(([tag, ...rest]) => ({ tag, weight: weightIn(rest) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function weightIn(parameters: string[]): number {
  const given = parameters.find((one) => one.startsWith("q="));
  return given === undefined ? 1 : Number(given.slice(2)) || 0;
}

function shortened(tag: string): string {
  const cut = tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
  // A single letter introduces what followed it and says nothing alone.
  return /-[a-z0-9]$/.test(cut) ? cut.slice(0, -2) : cut;
}
