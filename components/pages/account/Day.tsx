import { longDate } from "../../../lib/i18n/mod.ts";

/** A calendar day in words, within a sentence. */
export function dayText(at: number, locale: string): string {
  return longDate(new Date(at).toISOString().slice(0, 10), locale);
}

/** A calendar day, from the milliseconds at which it begins. */
export function Day({ at, locale }: { at: number; locale: string }) {
  const day = new Date(at).toISOString().slice(0, 10);
  return <time datetime={day}>{longDate(day, locale)}</time>;
}

/** A moment to the minute in words, within a sentence: in UTC. */
export function minuteText(at: number, locale: string): string {
  const time = new Date(at).toISOString().slice(11, 16);
  return `${dayText(at, locale)}, ${time} UTC`;
}

/** A moment to the minute: in UTC until a script knows the zone. */
export function Minute({ at, locale }: { at: number; locale: string }) {
  const full = new Date(at).toISOString();
  return (
    <time datetime={full} data-local="minute">
      {minuteText(at, locale)}
    </time>
  );
}
