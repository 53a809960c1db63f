import { en } from "./messages/en.ts";
import type { MessageKey, Translate } from "./translate.ts";

type KindKey = Extract<MessageKey, `kind.${string}`>;
export type Purpose = Extract<MessageKey, `purpose.${string}`> extends
  `purpose.${infer Name}` ? Name : never;
type SinceKey = Extract<MessageKey, `period.since.${string}`>;

/** A length of time, counted from the instant in a field. */
export type KeepPeriod =
  & ({ days: number } | { minutes: number })
  & { from: string };

/**
 * What a person would call a kind of data. Each of the registry has a message,
 * which a test holds; anything else goes by its technical name, since a page
 * about somebody's rights must not fail for the lack of a word.
 */
export function kindName(t: Translate, collection: string): string {
  const key = `kind.${collection}`;
  return Object.hasOwn(en, key) ? t(key as KindKey) : collection;
}

/** What a kind of data is for, as it is said to the person. */
export function purposeText(t: Translate, purpose: Purpose): string {
  return t(`purpose.${purpose}`);
}

/** From when a period counts, where that is not plainly when the record was made. */
const SINCE: Readonly<Record<string, SinceKey>> = {
  expiresAt: "period.since.end",
  changedAt: "period.since.changed",
  from: "period.since.began",
  hour: "period.since.hour",
  keepFrom: "period.since.appealable",
  seenDay: "period.since.seen",
  startedAt: "period.since.began",
  touchedAt: "period.since.changed",
  until: "period.since.end",
  usedAt: "period.since.used",
};

const YEAR_DAYS = 365;
/** Nobody counts a year and more in days; a month here is thirty of them. */
const MONTH_DAYS = 30;
const FEW_MONTHS = 4;
const HOUR_MINUTES = 60;

/** How long a kind of record is kept, in the largest unit that is exact. */
export function periodText(t: Translate, keep: KeepPeriod): string {
  const key = SINCE[keep.from];
  const since = key ? t(key) : "";
  return lengthText(t, keep, since).trimEnd();
}

function lengthText(t: Translate, keep: KeepPeriod, since: string): string {
  if ("days" in keep) {
    const { days } = keep;
    if (days % YEAR_DAYS === 0) {
      return t("period.years", { years: days / YEAR_DAYS, since });
    }
    const months = days / MONTH_DAYS;
    return Number.isInteger(months) && months > FEW_MONTHS
      ? t("period.months", { months, since })
      : t("period.days", { days, since });
  }
  const { minutes } = keep;
  return minutes % HOUR_MINUTES === 0
    ? t("period.hours", { hours: minutes / HOUR_MINUTES, since })
    : t("period.minutes", { minutes, since });
}
