import { assertEquals } from "@std/assert";
import { newId } from "../../lib/kernel/mod.ts";
import { contactForm } from "../../lib/support/mod.ts";

function read(part: Record<string, string>, inbox = true) {
  const form = { about: "other", text: "Hello", address: "", form: newId() };
  const parsed = contactForm({ inbox }).safeParse({ ...form, ...part });
  return parsed.success
    ? { ...parsed.data, form: "" }
    : parsed.error.issues.map(({ message }) => message);
}

Deno.test("a message is 4,000 characters as people see them", () => {
  for (const one of ["x", "é", "한", "नि", "字", "\r\n"]) {
    const text = `${one.repeat(3999)}.`;
    assertEquals(read({ text }), {
      about: "other",
      text: text.trim(),
      address: null,
      form: "",
    }, one);
    assertEquals(read({ text: `.${one.repeat(3999)}..` }), [
      "contact.error.textLong",
    ]);
  }
});

Deno.test("a message of few characters with marks without end is too long", () => {
  const text = "e" + "\u0301".repeat(30_000);
  assertEquals(read({ text }), ["form.marks"]);
  assertEquals(read({ text: "e" + "\u0301".repeat(20_000) }), ["form.marks"]);
});

Deno.test("a message whose characters take too much room is told so", () => {
  assertEquals(read({ text: "👨‍👩‍👧‍👦".repeat(3_000) }), ["form.bytes"]);
  assertEquals(read({ text: "👨‍👩‍👧‍👦".repeat(5_000) }), ["contact.error.textLong"]);
});

Deno.test("every line break of a message is one", () => {
  for (
    const one of ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"]
  ) {
    const question = read({ text: `${one}a${one}${one}b${one}` });
    assertEquals("text" in question && question.text, "a\n\nb", escape(one));
  }
});

Deno.test("a message that shows nothing is none", () => {
  for (
    const text of ["", " \n ", "\u200b\u2060", "\u3164", "\u2800", "\ufe0f"]
  ) {
    assertEquals(read({ text }), ["contact.error.text"], escape(text));
  }
});

Deno.test("an address may be left out only where there is an inbox", () => {
  for (const address of ["", "  ", "\u200b"]) {
    assertEquals(Array.isArray(read({ address })), false);
    assertEquals(read({ address }, false), ["contact.error.address"]);
  }
  assertEquals(read({ address: "kim" }), ["contact.error.address"]);
});

Deno.test("an address in any script is taken as it is", () => {
  for (const inbox of [true, false]) {
    for (
      const address of [
        "o&m@example.org",
        "info@müller.example",
        "用户@例子.广告",
      ]
    ) {
      const question = read({ address }, inbox);
      assertEquals("address" in question && question.address, address);
    }
  }
});
