import { assert, assertEquals } from "@std/assert";
import {
  DOCUMENTS,
  fillTables,
  type PolicyDocument,
  type Table,
} from "../../lib/consent/mod.ts";
import { section, table } from "../../lib/consent/text.ts";

const TABLES: Record<"data" | "providers", Table> = {
  data: { caption: "Data", columns: ["What"], rows: [["Names"]] },
  providers: { caption: "Providers", columns: ["Who"], rows: [["Servers"]] },
};

function documentOf(...body: PolicyDocument["body"]): PolicyDocument {
  return {
    ...{ slug: "privacy", version: 1, title: "Privacy" },
    ...{ inForceSince: "2026-11-23", summary: ["a", "b", "c", "d", "e"], body },
  };
}

Deno.test("a table of a text is written as it is read", () => {
  assertEquals(table("Kinds", "What | How long", "Name | a year", "Mail | -"), {
    kind: "table",
    caption: "Kinds",
    columns: ["What", "How long"],
    rows: [["Name", "a year"], ["Mail", "-"]],
  });
});

Deno.test("a bar within a word is no border of a cell", () => {
  const read = table("Signs", "Sign", "a|b");
  assertEquals(read.kind === "table" && read.rows, [["a|b"]]);
});

Deno.test("lines of a section are paragraphs, and blocks stay what they are", () => {
  const list = { kind: "list", items: ["one"] } as const;
  assertEquals(section("id", "Title", "A line.", list, "Another."), {
    id: "id",
    title: "Title",
    blocks: [
      { kind: "text", text: "A line." },
      list,
      { kind: "text", text: "Another." },
    ],
  });
});

Deno.test("tables are filled in at their places, and nothing else is touched", () => {
  const whole = documentOf(
    section(
      "one",
      "One",
      "Before.",
      { kind: "generated", of: "data" },
      "After.",
    ),
    section("two", "Two", { kind: "generated", of: "providers" }),
    section("three", "Three", "Words."),
  );
  const filled = fillTables(whole, TABLES);
  assertEquals(
    filled.body.map(({ blocks }) => blocks.map(({ kind }) => kind)),
    [["text", "table", "text"], ["table"], ["text"]],
  );
  const [, data] = filled.body[0].blocks;
  assertEquals(data, { kind: "table", ...TABLES.data });
  assertEquals(filled.body[1].blocks, [{ kind: "table", ...TABLES.providers }]);
  assertEquals({ ...filled, body: [] }, { ...whole, body: [] });
  assertEquals(filled.body[2], whole.body[2]);
});

Deno.test("what is filled has no place left to fill, and filling again changes nothing", () => {
  for (const document of DOCUMENTS) {
    const filled = fillTables(document, TABLES);
    const kinds = filled.body.flatMap(({ blocks }) => blocks)
      .map(({ kind }) => kind);
    assertEquals(kinds.includes("generated"), false);
    assertEquals(fillTables(filled, TABLES), filled);
  }
});

Deno.test("every text can be gone through: sections by name, tables without a gap", () => {
  for (const { slug, version, body, summary } of DOCUMENTS) {
    const name = `${slug} ${version}`;
    const ids = body.map(({ id }) => id);
    assertEquals(new Set([...ids, "short"]).size, ids.length + 1, name);
    assert(ids.every((id) => /^[a-z][a-z-]*$/.test(id)), name);
    assertEquals(summary.length, 5);
    for (const block of body.flatMap(({ blocks }) => blocks)) {
      if (block.kind !== "table") continue;
      for (const row of block.rows) {
        assertEquals(row.length, block.columns.length, `${name}: ${row}`);
        assert(row.every((cell) => cell.trim()), `${name}: ${row}`);
      }
    }
  }
});
