import { assertEquals } from "@std/assert";
import {
  dateOrder,
  factsOf,
  LOCALES,
  longDate,
  shortDate,
  shortTime,
} from "../../lib/i18n/mod.ts";

Deno.test("a day is written in the order of the place", () => {
  assertEquals(dateOrder("en"), ["day", "month", "year"]);
  assertEquals(dateOrder("en-US"), ["month", "day", "year"]);
  assertEquals(longDate("2026-11-23", "en-US"), "November 23, 2026");
  for (const locale of LOCALES) assertEquals(dateOrder(locale).length, 3);
});

Deno.test("the staff read a day first or last as their place does, and hours to 24", () => {
  const at = Date.UTC(2026, 10, 3, 15, 4, 9);
  const written = (locale: string) => [
    shortDate("2026-11-03", locale),
    shortTime(at, locale),
    shortTime(at, locale, { seconds: true }),
  ];
  assertEquals(written("en"), ["3 Nov", "3 Nov, 15:04", "3 Nov, 15:04:09"]);
  assertEquals(written("en-US"), ["Nov 3", "Nov 3, 15:04", "Nov 3, 15:04:09"]);
  assertEquals(shortTime(Date.UTC(2026, 10, 3), "en-US"), "Nov 3, 00:00");
});

Deno.test("one made-up language is written from right to left", () => {
  const sides = LOCALES.map((locale) => factsOf(locale).dir);
  assertEquals(sides, ["ltr", "ltr", "ltr", "rtl"]);
});
