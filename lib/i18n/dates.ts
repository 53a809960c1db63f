/** A calendar day such as 2026-11-23, written out: 23 November 2026. */
export function longDate(day: string, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** The same without the year, for narrow lists: 23 Nov. */
export function shortDate(day: string, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/**
 * A time as the staff read it, in UTC: 23 Nov, 12:34. Hours count to 24 in
 * every place, so that two people mean the same one.
 */
export function shortTime(
  at: number,
  locale: string,
  { seconds = false } = {},
): string {
  return new Intl.DateTimeFormat(regional(locale), {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: seconds ? "2-digit" : undefined,
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(at);
}

/** The parts of a calendar day in the order in which people there write them. */
export function dateOrder(locale: string): ("day" | "month" | "year")[] {
  const names = new Intl.DateTimeFormat(regional(locale)).formatToParts(0)
    .map(({ type }) => type);
  return names.filter((name) =>
    name === "day" || name === "month" || name === "year"
  );
}

/** Plain English is written as in Britain, and so by most of the world. */
function regional(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
