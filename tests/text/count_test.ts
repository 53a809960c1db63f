import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  countBytes,
  countCharacters,
  fits,
  lengthFault,
  lengthLeft,
  limitOf,
} from "../../lib/text/mod.ts";

Deno.test("what people see as one character is one", () => {
  const ones = [
    "x",
    "é",
    "e\u0301",
    "👨‍👩‍👧‍👦",
    "👩🏽‍❤️‍💋‍👨🏿",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "🇧🇪",
    "1️⃣",
    "한",
    "กำ",
    "\r\n",
  ];
  for (const one of ones) {
    assertEquals(countCharacters(one), 1, one);
    assertEquals(countCharacters(one.repeat(8)), 8, one);
  }
  assertEquals(countCharacters(""), 0);
  assertEquals(countCharacters("می‌خواهم"), 7);
});

Deno.test("a single character cannot carry more bytes than a text may have", () => {
  const limit = { characters: 5, bytes: 100 };
  const heap = "e" + "\u0301".repeat(500_000);
  assertEquals(countCharacters(heap), 1);
  assertEquals(fits(heap, limit), false);
  assertEquals(lengthLeft(heap, limit), { characters: 4, bytes: -999_901 });
  assertEquals(fits("e\u0301", limit), true);
});

Deno.test("the count to go is the limit less what is there", () => {
  const limit = { characters: 3, bytes: 1_000 };
  assertEquals(lengthLeft("", limit).characters, 3);
  assertEquals(lengthLeft("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", limit).characters, 1);
  assertEquals(lengthLeft("abcde", limit).characters, -2);
});

Deno.test("the counter and the check agree about every text", () => {
  fc.assert(fc.property(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 60 }),
    (text, characters, bytes) => {
      const limit = { characters, bytes };
      const left = lengthLeft(text, limit);
      return fits(text, limit) === (left.characters >= 0 && left.bytes >= 0);
    },
  ));
});

Deno.test("which bound a text breaks is named, the one that people see first", () => {
  const limit = { characters: 10, bytes: 100 };
  const cases: [string, ReturnType<typeof lengthFault>][] = [
    ["", null],
    ["x".repeat(10), null],
    ["x".repeat(11), "characters"],
    ["👨‍👩‍👧‍👦".repeat(11), "characters"],
    ["👨‍👩‍👧‍👦".repeat(5), "bytes"],
    // Far beyond, nothing is counted: a form may have megabytes.
    ["x".repeat(1_000_000), "characters"],
    ["e" + "\u0301".repeat(5), "marks"],
    ["e" + "\u0301".repeat(100_000), "marks"],
    // Burmese stacks five on one letter, and needs them.
    ["က\u103b\u103c\u103d\u103e\u102f", null],
  ];
  for (const [text, fault] of cases) {
    assertEquals(lengthFault(text, limit), fault, text.slice(0, 20));
  }
  assertEquals(lengthFault("👩🏽‍❤️‍💋‍👨🏿".repeat(30), limitOf(30)), null);
});

Deno.test("lines are counted one by one, and never more than code points", () => {
  const words = fc.array(fc.string({ unit: "grapheme" }), { maxLength: 5 });
  fc.assert(fc.property(words, (lines) => {
    const whole = lines.join("\n");
    const single = lines.reduce((sum, line) => sum + countCharacters(line), 0);
    const breaks = Math.max(0, lines.length - 1);
    assertEquals(countCharacters(whole), single + breaks);
    assertEquals(countCharacters(whole) <= [...whole].length, true);
    assertEquals([...whole].length <= countBytes(whole), true);
  }));
});
