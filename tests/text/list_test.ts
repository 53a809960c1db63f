import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { splitList } from "../../lib/text/mod.ts";

/** How lists are parted where each is written. */
const SEPARATORS = {
  English: ",",
  German: ";",
  Greek: "\u037e",
  Armenian: "՝",
  Arabic: "،",
  Persian: "؛",
  NKo: "߸",
  Amharic: "፣",
  Mongolian: "᠂",
  Japanese: "、",
  Chinese: "，",
  "Chinese, stronger": "；",
  "half-width Japanese": "､",
  "small forms": "﹐",
  vertical: "︑",
  "a pasted list": "•",
  lines: "\n",
  "lines of Windows": "\r\n",
  paragraphs: "\u2029",
};

Deno.test("a list is parted as people part it, wherever they are", () => {
  for (const [where, separator] of Object.entries(SEPARATORS)) {
    assertEquals(splitList(`jazz${separator}go`), ["jazz", "go"], where);
    assertEquals(splitList(`jazz ${separator}${separator} go `), [
      "jazz",
      "go",
    ], where);
  }
  assertEquals(splitList("音楽、映画，旅行;書\nموسيقى، سفر"), [
    "音楽",
    "映画",
    "旅行",
    "書",
    "موسيقى",
    "سفر",
  ]);
});

Deno.test("what stands within a word does not part it", () => {
  for (
    const word of ["rock'n'roll", "AC/DC", "col·lecció", "ナ・ナ", "C++", "3.5"]
  ) {
    assertEquals(splitList(word), [word]);
  }
});

Deno.test("an empty list has no parts, and no part is empty", () => {
  assertEquals(splitList(" ,、\n; "), []);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const parts = splitList(text);
    assertEquals(
      parts.every((part) => part !== "" && part === part.trim()),
      true,
    );
    assertEquals(splitList(parts.join("،")), parts);
  }));
});
