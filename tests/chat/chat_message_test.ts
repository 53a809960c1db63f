import { assertEquals } from "@std/assert";
import { faultInLine, tidy } from "../../lib/chat/chat_message.ts";

Deno.test("a line stays one line, without controls and disguises", () => {
  assertEquals(tidy("  a\u0000b\nc\u202egnp.exe\u2066 "), "a b cgnp.exe");
});

Deno.test("stacked marks are cut, languages that need marks are not", () => {
  assertEquals(tidy("e" + "\u0301".repeat(40)), "e" + "\u0301".repeat(4));
  assertEquals(tidy("नमस्ते"), "नमस्ते");
});

Deno.test("nothing and too much are refused, 500 is not", () => {
  assertEquals(faultInLine(tidy(" \u0007 ")), "empty");
  assertEquals(faultInLine("x".repeat(500)), null);
  assertEquals(faultInLine("x".repeat(501)), "long");
});
