import { assertEquals, assertMatch } from "@std/assert";
import { newId } from "../../lib/kernel/mod.ts";
import { numberFrom, readNumber } from "../../lib/support/number.ts";

Deno.test("a number has no letter that sounds or looks like another sign", () => {
  for (let n = 0; n < 500; n++) {
    assertMatch(
      numberFrom(newId()),
      /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/,
    );
  }
});

Deno.test("a number is understood as people write it down", () => {
  const written = [
    "7K3F-Q201",
    "7k3fq201",
    "7K3F Q2O1",
    "7k3f.q2oI",
    " 7K3F-q20L ",
    "７Ｋ３Ｆ－Ｑ２０１",
    "٧K٣F-Q٢٠١",
    "7K3F–Q२०१",
  ];
  for (const text of written) assertEquals(readNumber(text), "7K3F-Q201", text);
});

Deno.test("what cannot be a number is none", () => {
  for (
    const text of [
      "",
      "7K3F",
      "7K3F-Q2ZDX",
      "UUUU-UUUU",
      "<script>",
      "ß".repeat(8),
    ]
  ) {
    assertEquals(readNumber(text), null, text);
  }
});

Deno.test("every number that is made can be read back", () => {
  for (let n = 0; n < 500; n++) {
    const number = numberFrom(newId());
    assertEquals(readNumber(number.toLowerCase()), number);
  }
});
