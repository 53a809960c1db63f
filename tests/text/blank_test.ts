import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { cleanLine, isBlank } from "../../lib/text/mod.ts";

/** One of each kind of character that has a code and no look. */
const NOTHING = {
  space: " \t\n\u00a0\u2003\u3000",
  "line separators": "\u2028\u2029\u0085",
  controls: "\u0000\u0007\u007f\u009f",
  "zero width": "\u200b\u200c\u200d\u2060\ufeff",
  direction: "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
  "Hangul fillers": "\u115f\u1160\u3164\uffa0",
  "Braille blank": "\u2800",
  "Khmer inherent vowels": "\u17b4\u17b5",
  "Mongolian selectors": "\u180b\u180c\u180d\u180e\u180f",
  "variation selectors": "\ufe00\ufe0f\u{e0100}\u{e01ef}",
  tags: "\u{e0001}\u{e0041}\u{e007f}",
  "invisible operators": "\u2061\u2062\u2063\u2064\u00ad\u034f",
  "music and shorthand": "\u{1d159}\u{1d173}\u{1bca0}",
  fillers: "\u{16fe4}\u{13441}\u{1107f}",
  "no characters": "\ufffe\uffff\u{1ffff}\ud800",
  reserved: "\u{e0fff}\u2065\ufff0",
};

Deno.test("a text of characters without a look is blank", () => {
  assertEquals(isBlank(""), true);
  for (const [kind, text] of Object.entries(NOTHING)) {
    for (const char of text) assertEquals(isBlank(char), true, kind);
    assertEquals(isBlank(text), true, kind);
    assertEquals(cleanLine(text), "", kind);
  }
  assertEquals(isBlank(Object.values(NOTHING).join("")), true);
});

Deno.test("whatever is seen is not blank, whatever stands around it", () => {
  const seen = [
    "a",
    ".",
    "ا",
    "क्",
    "한",
    "⠓",
    "❤️",
    "👨‍👩‍👧‍👦",
    "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "\u0601",
    "ᅡ",
    "\u{1f6d8}",
  ];
  fc.assert(fc.property(
    fc.constantFrom(...seen),
    fc.constantFrom(...Object.values(NOTHING)),
    (visible, nothing) => !isBlank(nothing + visible + nothing),
  ));
});

Deno.test("a long text that shows nothing is judged at once", () => {
  assertEquals(isBlank("\u200b".repeat(1_000_000)), true);
  assertEquals(isBlank("\u200b".repeat(1_000_000) + "x"), false);
});
