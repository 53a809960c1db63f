import { assertEquals } from "@std/assert";
import { noteForm, reportForm } from "../../lib/safety/mod.ts";

function read(words: string) {
  const parsed = reportForm.safeParse({ reason: "nudity", words });
  return parsed.success
    ? parsed.data.words
    : parsed.error.issues.map(({ message }) => message);
}

Deno.test("the words of a report are bounded, and told by which bound", () => {
  assertEquals(read("x".repeat(2000)), "x".repeat(2000));
  for (const count of [2001, 50_000]) {
    assertEquals(read("x".repeat(count)), ["report.error.long"]);
  }
  assertEquals(read("👨‍👩‍👧‍👦".repeat(1500)), ["form.bytes"]);
  assertEquals(read("e" + "\u0301".repeat(10_000)), ["form.marks"]);
  const { error } = noteForm.safeParse({ words: "x".repeat(2001) });
  assertEquals(error?.issues.map(({ message }) => message), [
    "report.error.long",
  ]);
});

Deno.test("every line break in a report is one, and words that show nothing are none", () => {
  assertEquals(read("\u0085a\u2028b\r\n"), "a\nb");
  assertEquals(read(" \u200b"), null);
});
