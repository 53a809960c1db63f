import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  differenceOf,
  DOCUMENTS,
  type PolicyDocument,
  type Section,
  type Span,
} from "../../lib/consent/mod.ts";

const word = fc.constantFrom("one", "two", "three", "four", "five", "six");
const line = fc.array(word, { minLength: 1, maxLength: 8 })
  .map((words) => words.join(" "));
const body = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("who", "why", "when", "where"),
    title: line,
    lines: fc.array(line, { maxLength: 5 }),
  }),
  { selector: ({ id }) => id },
);

function documentOf(
  sections: { id: string; title: string; lines: string[] }[],
): PolicyDocument {
  return {
    slug: "rules",
    version: 1,
    title: "Rules",
    inForceSince: "2026-11-23",
    summary: ["a", "b", "c", "d", "e"],
    body: sections.map(({ id, title, lines }): Section => ({
      id,
      title,
      blocks: lines.map((text) => ({ kind: "text", text })),
    })),
  };
}

function textOf(spans: Span[], without: Span["change"]): string {
  return spans.filter(({ change }) => change !== without)
    .map(({ text }) => text).join("");
}

/** What a reader of only one side would read, section by section. */
function sideOf(
  from: PolicyDocument,
  to: PolicyDocument,
  without: "added" | "removed",
) {
  return Object.fromEntries(
    differenceOf(from, to).map(({ id, title, lines }) => [id, {
      title: textOf(title, without),
      lines: lines.map((spans) => textOf(spans, without)).filter(Boolean),
    }]),
  );
}

function plain(document: PolicyDocument) {
  return Object.fromEntries(document.body.map(({ id, title, blocks }) => [id, {
    title,
    lines: blocks.flatMap((block) => block.kind === "text" ? block.text : []),
  }]));
}

Deno.test("without what came a difference is the old text, without what went the new one", () => {
  fc.assert(fc.property(body, body, (before, after) => {
    const [from, to] = [documentOf(before), documentOf(after)];
    const [old, new_] = [
      sideOf(from, to, "added"),
      sideOf(from, to, "removed"),
    ];
    for (const [id, section] of Object.entries(plain(from))) {
      assertEquals(old[id], section);
    }
    for (const [id, section] of Object.entries(plain(to))) {
      assertEquals(new_[id], section);
    }
  }));
});

Deno.test("a text does not differ from itself", () => {
  for (const document of DOCUMENTS) {
    const sections = differenceOf(document, document);
    assert(sections.every(({ changed }) => !changed));
    assertEquals(sections.length, document.body.length + 1);
  }
});

Deno.test("one changed word is marked as one word", () => {
  const [from, to] = [
    "for one hour after the call",
    "for one day after the call",
  ]
    .map((text) => documentOf([{ id: "keep", title: "Kept", lines: [text] }]));
  const section = differenceOf(from, to).find(({ id }) => id === "keep")!;
  assertEquals(section.lines, [[
    { text: "for one ", change: "same" },
    { text: "hour", change: "removed" },
    { text: "day", change: "added" },
    { text: " after the call", change: "same" },
  ]]);
});

function spansOf(from: string, to: string): Span[] {
  const [before, after] = [from, to].map((text) =>
    documentOf([{ id: "keep", title: "Kept", lines: [text] }])
  );
  const section = differenceOf(before, after).find(({ id }) => id === "keep")!;
  return section.lines.flat();
}

Deno.test("words that were replaced one after the other are one phrase", () => {
  assertEquals(
    spansOf("kept for one whole day here", "kept for two long days here"),
    [
      { text: "kept for ", change: "same" },
      { text: "one whole day", change: "removed" },
      { text: "two long days", change: "added" },
      { text: " here", change: "same" },
    ],
  );
});

Deno.test("a word that stayed between two changes is not marked", () => {
  assertEquals(
    spansOf("one cat and one dog there", "two cat and two dog there"),
    [
      { text: "one", change: "removed" },
      { text: "two", change: "added" },
      { text: " cat and ", change: "same" },
      { text: "one", change: "removed" },
      { text: "two", change: "added" },
      { text: " dog there", change: "same" },
    ],
  );
});

Deno.test("what only came or only went has no other side", () => {
  assertEquals(spansOf("kept for a day", "kept for a whole day"), [
    { text: "kept for a ", change: "same" },
    { text: "whole ", change: "added" },
    { text: "day", change: "same" },
  ]);
  assertEquals(spansOf("kept for a whole day", "kept for a day"), [
    { text: "kept for a ", change: "same" },
    { text: "whole ", change: "removed" },
    { text: "day", change: "same" },
  ]);
});

Deno.test("a line of which less than half stayed is read as the old and the new", () => {
  assertEquals(spansOf("one two three four", "one five six seven eight"), [
    { text: "one two three four", change: "removed" },
    { text: "one five six seven eight", change: "added" },
  ]);
});
