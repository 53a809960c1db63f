import { shortDate, shortTime } from "../../lib/i18n/mod.ts";
import type { Millis } from "../../lib/kernel/mod.ts";

interface TimeProps {
  at: Millis;
  locale: string;
}

/** A time as the staff read it: day and minute, in UTC everywhere. */
export function Moment({ at, locale }: TimeProps) {
  return (
    <time class="num" datetime={new Date(at).toISOString()}>
      {shortTime(at, locale)}
    </time>
  );
}

/** The same to the second, for what follows in quick succession. */
export function Instant({ at, locale }: TimeProps) {
  return (
    <time class="num" datetime={new Date(at).toISOString()}>
      {shortTime(at, locale, { seconds: true })}
    </time>
  );
}

/** A day as the staff read it, in UTC everywhere. */
export function Day({ at, locale }: TimeProps) {
  const day = new Date(at).toISOString().slice(0, 10);
  return <time class="num" datetime={day}>{shortDate(day, locale)}</time>;
}
