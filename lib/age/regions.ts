import { type CalendarDay, dayAt, dayIn } from "./birth_date.ts";
import type { Millis } from "../kernel/mod.ts";

/** How somebody shows their age. */
export const METHODS = ["self-declared", "external"] as const;
export type Method = typeof METHODS[number];

export interface RegionRule {
  /** Whole years from which Millo is open. */
  limit: number;
  /** What opens the gate. */
  method: Method;
  /**
   * What a birth date that was only typed is worth: enough, or merely the
   * first step, after which `method` must say the same.
   */
  declared: "enough" | "first-step";
}

/** Where no row says otherwise, and where the region is not known. */
export const ANYWHERE: RegionRule = {
  limit: 18,
  method: "self-declared",
  declared: "enough",
};

const CHECKED: RegionRule = {
  ...ANYWHERE,
  method: "external",
  declared: "first-step",
};

/**
 * By country (ISO 3166-1), or country and part of it (3166-2), which goes
 * first. The UK and Australia take nobody's own word; elsewhere some come of
 * age later.
 */
export const REGIONS: Readonly<Record<string, RegionRule>> = {
  "AU": CHECKED,
  "GB": CHECKED,
  "KR": { ...ANYWHERE, limit: 19 },
  "US-AL": { ...ANYWHERE, limit: 19 },
  "US-MS": { ...ANYWHERE, limit: 21 },
  "US-NE": { ...ANYWHERE, limit: 19 },
};

const REGION = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** A region as a trusted header names it; null for anything else. */
export function regionIn(header: string | null): string | null {
  const region = header?.trim().toUpperCase() ?? "";
  return REGION.test(region) ? region : null;
}

/** The rule of a region, of its country, or the one for anywhere. */
export function ruleOf(region: string | null): RegionRule {
  if (region === null) return ANYWHERE;
  return REGIONS[region] ?? REGIONS[region.slice(0, 2)] ?? ANYWHERE;
}

/**
 * The visitor's calendar day: by their own clock's minutes east of UTC, else
 * by their country's time zones, else UTC. Where the zones of a country are on
 * two days, the earlier counts: nobody comes in before their birthday.
 */
export function todayOf(
  now: Millis,
  offsetMinutes: number | null,
  region: string | null,
): CalendarDay {
  if (offsetMinutes !== null) return dayAt(now, offsetMinutes);
  const days = zonesOf(region).map((zone) => dayIn(now, zone));
  return days.sort((a, b) => a.month - b.month || a.day - b.day)
    .sort((a, b) => a.year - b.year)[0] ?? dayAt(now, 0);
}

/** What engines know by this name, as a function or as a property. */
type WithZones = { getTimeZones?(): string[]; timeZones?: string[] };

function zonesOf(region: string | null): string[] {
  if (region === null) return [];
  try {
    const locale = new Intl.Locale(`und-${region.slice(0, 2)}`) as WithZones;
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    return [];
  }
}
