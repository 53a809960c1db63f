import { type Millis, MINUTE } from "../kernel/mod.ts";

/** A day of the calendar; months count from 1. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** Nobody is older; an older date is a slip. */
const HIGHEST_AGE = 125;

/** False for 31 April and the like, for tomorrow and for long ago. */
export function isPast(birth: CalendarDay, today: CalendarDay): boolean {
  const { year, month, day } = birth;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const age = ageOn(birth, today);
  return exists && age >= 0 && age <= HIGHEST_AGE;
}

/**
 * Whole years from birth to `today`. Somebody born on 29 February has their
 * birthday on 1 March in a common year.
 */
export function ageOn(birth: CalendarDay, today: CalendarDay): number {
  const hadBirthday = today.month > birth.month ||
    (today.month === birth.month && today.day >= birth.day);
  return today.year - birth.year - (hadBirthday ? 0 : 1);
}

/** The visitor's own calendar day, from their minutes east of UTC. */
export function dayAt(now: Millis, offsetMinutes: number): CalendarDay {
  const date = new Date(now + offsetMinutes * MINUTE);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}

/** The calendar day in an IANA time zone. */
export function dayIn(now: Millis, timeZone: string): CalendarDay {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(now);
  const part = (type: string) =>
    Number(parts.find((one) => one.type === type)!.value);
  return { year: part("year"), month: part("month"), day: part("day") };
}
