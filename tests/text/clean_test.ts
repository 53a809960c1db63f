import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { cleanLine, cutMarks, isBlank } from "../../lib/text/mod.ts";

Deno.test("joiners and selectors stay where they make a letter or an emoji", () => {
  const names = {
    "Persian, without joining": "می‌خواهم",
    "Arabic, joined to nothing": "١٤٤٧ه‍",
    "Hindi, half a letter": "क्‍ष",
    "Bengali, ra before ya": "র‍্যাপ",
    "Sinhala, a conjunct": "ශ්‍රී",
    "Mongolian, a vowel apart": "ᠬᠠᠷ\u180eᠠ",
    "Hebrew, marks in order": "רִ͏ּ",
    "Japanese, a family's own character": "葛󠄀城",
    "old Korean, without a vowel": "ᄀ\u1160",
    "a family": "👨‍👩‍👧‍👦",
    "an astronaut": "👩🏽‍🚀",
    "a heart on fire": "❤️‍🔥",
    "a rainbow": "🏳️‍🌈",
    "an eye that speaks": "👁️‍🗨️",
    "a flag in tags": "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "a key": "1️⃣",
    "a visible sign of numbers": "؁١٢",
    "a sign in its first other form": "≨\ufe00",
    "a letter of Phags-pa in its first other form": "ꡖ\ufe00",
    "a letter of Myanmar in its sixteenth": "က\ufe0d",
  };
  for (const [what, name] of Object.entries(names)) {
    assertEquals(cleanLine(name), name, what);
    assertEquals(cleanLine(`${name} x`), `${name} x`, what);
  }
});

Deno.test("every line break becomes a space", () => {
  for (const one of ["\r\n", "\n", "\v", "\f", "\u0085", "\u2028", "\u2029"]) {
    assertEquals(cleanLine(`${one}a${one}b${one}`), "a b", escape(one));
  }
});

Deno.test("what changes nothing that is seen goes", () => {
  const cases: [string, string][] = [
    ["A\u200dd\u200ca", "Ada"],
    ["می\u200c\u200cخواهم", "می\u200cخواهم"],
    ["سلام\u200c", "سلام"],
    ["\u202eAda\u2066", "Ada"],
    ["A\u200bd\u2060a\ufeff", "Ada"],
    ["a\ufe0f\u{e0100}", "a"],
    ["Ada\u{e0041}\u{e0042}", "Ada"],
    ["🏴\u{e0067}\u{e0062}", "🏴"],
    ["❤\ufe0f\ufe0f", "❤\ufe0f"],
    ["x\u3164y\uffa0z", "xyz"],
    ["\ud83dAda\ufffe", "Ada"],
    ["👩\u200d👩\u200d", "👩\u200d👩"],
    ["A\ufe00da", "Ada"],
    ["1\ufe01", "1"],
  ];
  for (const [typed, kept] of cases) {
    assertEquals(cleanLine(typed), kept, typed);
  }
});

Deno.test("space of any kind is one space, and none at the ends", () => {
  assertEquals(cleanLine(" Ada\n\u3000 Byron\t"), "Ada Byron");
  assertEquals(cleanLine("Ada \u200b Byron"), "Ada Byron");
  assertEquals(cleanLine("A\u0000da"), "Ada");
});

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ..."a é م ی क ् 한 ᠠ 葛 ❤ 👩 🏽 🏴 1 \u200c \u200d \ufe0f \u{e0100} \u034f \u1160 \u180e \u202e \u{e0067} \u{e007f}"
        .split(" "),
      " ",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 20,
});

Deno.test("cleaning twice changes nothing more", () => {
  fc.assert(
    fc.property(texts, (text) => {
      assertEquals(cleanLine(cleanLine(text)), cleanLine(text));
    }),
    { numRuns: 5_000 },
  );
});

Deno.test("cleaning leaves no control, adds nothing and keeps all that is seen", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const clean = cleanLine(text);
      assertEquals(
        /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(clean),
        false,
      );
      const seen = (of: string) => [...of].filter((char) => !isBlank(char));
      assertEquals(seen(clean).join(""), seen(text).join(""));
      assertEquals(clean === "", isBlank(text));
    }),
    { numRuns: 5_000 },
  );
});

Deno.test("stacks of marks are cut, words that need marks are not", () => {
  assertEquals(cutMarks("e" + "\u0301".repeat(40)), "e" + "\u0301".repeat(4));
  assertEquals([...cutMarks("ก" + "็".repeat(40))].length, 9);
  for (const word of ["လျှို့ဝှက်", "नमस्ते", "וְהָאָֽרֶץ", "Việt", "ཧཱུྃ", "مُحَمَّد"]) {
    assertEquals(cutMarks(word), word);
  }
});

Deno.test("Mongolian keeps what shapes its letters, and other scripts do not get it", () => {
  for (
    const word of [
      // The separator of vowels, and the three selectors of forms.
      "\u182c\u1820\u1833\u1820\u180e\u1820",
      "\u1820\u180b",
      "\u182d\u180c\u1820",
      "\u1828\u180d",
    ]
  ) {
    assertEquals(cleanLine(word), word, escape(word));
  }
  for (const stranger of ["a\u180eb", "a\u180bb", "\u5b57\u180d", "\u180ea"]) {
    const shown = stranger.replace(/[\u180b-\u180e]/g, "");
    assertEquals(cleanLine(stranger), shown, escape(stranger));
  }
});

Deno.test("a selector stands after what it may vary, once", () => {
  // Text and emoji style, a standardised form, an ideograph of a collection.
  for (const kept of ["\u2764\ufe0f", "1\ufe0f\u20e3", "\u845b\u{e0100}"]) {
    assertEquals(cleanLine(kept), kept, escape(kept));
    const twice = kept.replace(/([\ufe0f\u{e0100}])/u, "$1$1");
    assertEquals(cleanLine(twice), kept, escape(twice));
  }
  for (const [typed, shown] of [["a\u{e0100}", "a"], ["a\ufe00", "a"]]) {
    assertEquals(cleanLine(typed), shown, escape(typed));
  }
});

Deno.test("a filler stands where it holds parts of a syllable together", () => {
  const syllable = "\u1112\u1160\u11ab";
  assertEquals(cleanLine(syllable), syllable);
  assertEquals(cleanLine("a\u1160b"), "ab");
  assertEquals(cleanLine("a\u115f\u1160b"), "ab");
});
