import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  dateOrder,
  factsOf,
  LOCALES,
  longDate,
  negotiate,
  offeredLocales,
} from "../../lib/i18n/mod.ts";

const offered = offeredLocales({ pseudo: true });

const ASKED: Record<string, string> = {
  "": "en",
  "en": "en",
  "en-GB": "en",
  "en-US": "en-US",
  "EN-us": "en-US",
  "en-US-x-private": "en-US",
  "de-CH, de;q=0.9, en-US;q=0.8, en;q=0.7": "en-US",
  "en;q=0.2, en-US;q=0.9": "en-US",
  "en-US;q=0, en": "en",
  "ar": "en",
  "ar-XB": "ar-XB",
  "zh-Hant-TW, *": "en",
  ";;;,,q=1": "en",
};

for (const [header, locale] of Object.entries(ASKED)) {
  Deno.test(`whoever asks for “${header}” reads ${locale}`, () => {
    assertEquals(negotiate(header, offered), locale);
  });
}

Deno.test("languages that are made up are offered only where asked for", () => {
  const real = offeredLocales({ pseudo: false });
  assertEquals(real, ["en", "en-US"]);
  assertEquals(negotiate("ar-XB, en-XA", real), "en");
});

Deno.test("any header gives a language that is offered", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (header) => {
      assert(offered.includes(negotiate(header, offered)));
    }),
  );
});

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
