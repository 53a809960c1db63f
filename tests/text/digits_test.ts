import { assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import { foldWidth, toAsciiDigits, toPlain } from "../../lib/text/mod.ts";

/** Every code point that Unicode calls a decimal digit. */
const DIGITS = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((char) => /\p{Nd}/u.test(char));

Deno.test("digits of every numbering system of the platform are read", () => {
  const systems = Intl.supportedValuesOf("numberingSystem");
  let read = 0;
  for (const system of systems) {
    const { format } = new Intl.NumberFormat(`en-u-nu-${system}`, {
      useGrouping: false,
    });
    const ten = Array.from({ length: 10 }, (_, n) => format(n));
    // Han numerals are letters, and Roman ones are no decimals.
    if (!ten.every((digit) => DIGITS.includes(digit))) continue;
    assertEquals(toAsciiDigits(ten.join("")), "0123456789", system);
    read++;
  }
  assertEquals(read > 60, true, `${read} systems`);
});

Deno.test("every decimal digit of Unicode becomes one of ten, each as often", () => {
  const counts = new Map<string, number>();
  for (const digit of DIGITS) {
    const ascii = toAsciiDigits(digit);
    counts.set(ascii, (counts.get(ascii) ?? 0) + 1);
  }
  assertEquals([...counts.keys()].sort().join(""), "0123456789");
  assertEquals(new Set(counts.values()), new Set([DIGITS.length / 10]));
});

Deno.test("scripts may be mixed, and what is no digit stays", () => {
  assertEquals(toAsciiDigits("٥ ६-７.𝟠x½²"), "5 6-7.8x½²");
  fc.assert(fc.property(
    fc.array(fc.constantFrom(...DIGITS), { maxLength: 12 }),
    fc.string(),
    (digits, rest) => {
      const text = digits.join("");
      assertEquals(/^[0-9]*$/.test(toAsciiDigits(text)), true);
      assertEquals(toAsciiDigits(text + rest), toAsciiDigits(text) + rest);
    },
  ));
});

Deno.test("full-width signs, letters and spaces get their usual width", () => {
  assertEquals(
    foldWidth("Ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ　７"),
    "Ada@example.org 7",
  );
  assertNotEquals(foldWidth("ｱ"), "a");
});

Deno.test("a number is read without the marks that keyboards add", () => {
  assertEquals(toPlain(" \u200f١٩٩٠\u200e "), "1990");
  assertEquals(toPlain("\ufeff５\u200b"), "5");
  assertEquals(toPlain("five"), "five");
});
