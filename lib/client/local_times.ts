/** How exact a time is, as its element says in `data-local`. */
const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  minute: { dateStyle: "long", timeStyle: "short" },
  second: { dateStyle: "long", timeStyle: "medium" },
};

/**
 * A time in words, in the zone of this device or in the one that is named;
 * null for what is no time.
 */
export function localTime(
  iso: string,
  precision: string,
  locale: string,
  timeZone?: string,
): string | null {
  const at = new Date(iso);
  const format = FORMATS[precision];
  if (Number.isNaN(at.getTime()) || !format) return null;
  const regional = locale === "en" ? "en-GB" : locale;
  return new Intl.DateTimeFormat(regional, { ...format, timeZone }).format(at);
}

/** Says every time on the page as the clock of this device has it. */
export function sayLocalTimes(page: ParentNode, locale: string): void {
  for (const time of page.querySelectorAll<HTMLTimeElement>("[data-local]")) {
    const text = localTime(time.dateTime, time.dataset.local ?? "", locale);
    if (text !== null) time.textContent = text;
  }
}
