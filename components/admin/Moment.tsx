import type { Millis } from "../../lib/kernel/mod.ts";

/** A time as the staff read it: day and minute, in UTC everywhere. */
export function Moment({ at, locale }: { at: Millis; locale: string }) {
  const text = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(at);
  return <time class="num" datetime={new Date(at).toISOString()}>{text}</time>;
}

/** The same to the second, for what follows in quick succession. */
export function Instant({ at, locale }: { at: Millis; locale: string }) {
  const text = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(at);
  return <time class="num" datetime={new Date(at).toISOString()}>{text}</time>;
}

/** A day as the staff read it, in UTC everywhere. */
export function Day({ at, locale }: { at: Millis; locale: string }) {
  const text = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(at);
  const day = new Date(at).toISOString().slice(0, 10);
  return <time class="num" datetime={day}>{text}</time>;
}
