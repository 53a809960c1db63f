import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  faultInMessage,
  leftInMessage,
  tidy,
} from "../../lib/chat/chat_message.ts";

const FAMILY = "👨‍👩‍👧‍👦";

Deno.test("a message stays one line, without controls and disguises", () => {
  assertEquals(
    tidy("  a\u0000b\nc\u202egnp.exe\u2066\u2028d "),
    "a b cgnp.exe d",
  );
  assertEquals(tidy("a\ud83d"), "a\ufffd");
});

Deno.test("stacked marks are cut, languages that need marks are not", () => {
  assertEquals(tidy("e" + "\u0301".repeat(40)), "e" + "\u0301".repeat(4));
  for (const line of ["नमस्ते", "လျှို့ဝှက်", "می‌خواهم", FAMILY, "ශ්‍රී"]) {
    assertEquals(tidy(line), line);
  }
});

Deno.test("nothing and too much are refused, 500 is not", () => {
  assertEquals(faultInMessage(tidy(" \u0007 ")), "empty");
  for (const one of ["x", "é", "字", "क्षि", "한", FAMILY, "🏴󠁧󠁢󠁷󠁬󠁳󠁿"]) {
    assertEquals(faultInMessage(tidy(one.repeat(500))), null, one);
    assertEquals(faultInMessage(tidy(one.repeat(501))), "long", one);
  }
});

Deno.test("a message that shows nothing is empty", () => {
  for (
    const line of [
      "\u200b\u200d",
      "\u3164",
      "\u2800 \uffa0",
      "\ufe0f",
      "\u{e0041}",
    ]
  ) {
    assertEquals(faultInMessage(tidy(line)), "empty", escape(line));
  }
});

Deno.test("few characters of very many bytes are too long", () => {
  const line = "👩🏽‍❤️‍💋‍👨🏿".repeat(499);
  assertEquals(faultInMessage(tidy(line)), "long");
  const { characters, bytes } = leftInMessage(line);
  assertEquals([characters, bytes < 0], [1, true]);
});

Deno.test("the page counts as the server does", () => {
  assertEquals(leftInMessage("").characters, 500);
  assertEquals(leftInMessage(FAMILY.repeat(499)).characters, 1);
  assertEquals(leftInMessage("x".repeat(502)).characters, -2);
  const piece = fc.constantFrom(
    "x",
    " ",
    FAMILY,
    "\u0301",
    "\u200b",
    "字",
    "\n",
  );
  const typed = fc.array(
    fc.tuple(piece, fc.integer({ min: 1, max: 300 })),
    { maxLength: 4 },
  ).map((runs) => runs.map(([one, times]) => one.repeat(times)).join(""));
  fc.assert(fc.property(typed, (text) => {
    const left = leftInMessage(text);
    assertEquals(
      faultInMessage(tidy(text)) === "long",
      left.characters < 0 || left.bytes < 0,
    );
    assertEquals(tidy(tidy(text)), tidy(text));
  }));
});
