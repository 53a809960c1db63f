import { assertEquals } from "@std/assert";
import { dateOrder, factsOf, LOCALES, longDate } from "../../lib/i18n/mod.ts";

Deno.test("a day is written in the order of the place", () => {
  assertEquals(dateOrder("en"), ["day", "month", "year"]);
  assertEquals(dateOrder("en-US"), ["month", "day", "year"]);
  assertEquals(longDate("2026-11-23", "en-US"), "November 23, 2026");
  for (const locale of LOCALES) assertEquals(dateOrder(locale).length, 3);
});

Deno.test("one made-up language is written from right to left", () => {
  const sides = LOCALES.map((locale) => factsOf(locale).dir);
  assertEquals(sides, ["ltr", "ltr", "ltr", "rtl"]);
});
