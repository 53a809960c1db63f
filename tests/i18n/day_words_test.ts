import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  dateOrder,
  isLocale,
  LOCALES,
  longDate,
  offeredLocales,
  ownLanguageName,
} from "../../lib/i18n/mod.ts";
import { shortDate } from "../../lib/i18n/dates.ts";

/** Days of four digits in the year, as forms and records have them. */
const day = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2199-12-31T00:00:00Z"),
  noInvalidDate: true,
}).map((date) => date.toISOString().slice(0, 10));

Deno.test("a day is written with its own number and year, in every language", () => {
  fc.assert(fc.property(day, fc.constantFrom(...LOCALES), (day, locale) => {
    const [year, , date] = day.split("-").map(Number);
    const numbers = (longDate(day, locale).match(/\p{Nd}+/gu) ?? [])
      .map((digits) =>
        Number(
          digits.replace(/[٠-٩]/g, (one) => String(one.charCodeAt(0) - 0x660)),
        )
      );
    assert(numbers.includes(year), `${day} in ${locale}`);
    assert(numbers.includes(date), `${day} in ${locale}`);
  }));
});

Deno.test("two days are never written alike", () => {
  fc.assert(fc.property(day, day, (one, other) => {
    assertEquals(longDate(one, "en") === longDate(other, "en"), one === other);
  }));
});

Deno.test("a short day leaves out the year and nothing else", () => {
  assertEquals(shortDate("2026-11-03", "en"), "3 Nov");
  assertEquals(shortDate("2026-11-03", "en-US"), "Nov 3");
  assertEquals(shortDate("2025-11-03", "en"), shortDate("2026-11-03", "en"));
});

Deno.test("a leap day is a day, and the day after it the first of March", () => {
  assertEquals(longDate("2028-02-29", "en"), "29 February 2028");
  assertEquals(longDate("2028-03-01", "en"), "1 March 2028");
});

Deno.test("a date is asked for in three parts, each once, in every language", () => {
  for (const locale of LOCALES) {
    assertEquals(dateOrder(locale).toSorted(), ["day", "month", "year"]);
  }
});

Deno.test("what is no language of ours is none, whatever it looks like", () => {
  for (const locale of LOCALES) assert(isLocale(locale), locale);
  for (
    const text of [null, "", "EN", "en-GB", "xx", "toString", "__proto__"]
  ) {
    assertEquals(isLocale(text), false, `${text}`);
  }
});

Deno.test("made-up languages are offered where they are asked for, and come last", () => {
  assertEquals(offeredLocales({ pseudo: false }), ["en", "en-US"]);
  assertEquals(offeredLocales({ pseudo: true }), [...LOCALES]);
});

Deno.test("a language begins with a capital where its script has them", () => {
  const names = {
    de: "Deutsch",
    fr: "Français",
    pt: "Português",
    tr: "Türkçe",
    zh: "中文",
    ar: "العربية",
    // Small letters by its own habit, and a capital in a list.
    es: "Español",
  };
  for (const [code, name] of Object.entries(names)) {
    assertEquals(ownLanguageName(code), name);
    assertEquals(ownLanguageName(code), name, "asked again");
  }
});
