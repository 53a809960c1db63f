import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { type Column, Table } from "../../components/Table.tsx";
import { elements, nameOf } from "./html.ts";

interface Person {
  name: string;
  calls: number;
  note: string | null;
}

const COLUMNS: Column<Person>[] = [
  { heading: "Name", value: ({ name }) => <strong>{name}</strong> },
  { heading: "Calls", value: ({ calls }) => calls },
  { heading: "Note", value: ({ note }) => note },
];

const PEOPLE: Person[] = [
  { name: "Ada", calls: 0, note: "new" },
  { name: "Ben", calls: 3, note: null },
];

Deno.test("a table says what it is, though its caption is not seen", () => {
  const [caption] = elements(table(), "caption");
  assertEquals(caption.inner, "People");
  assertEquals(caption.attributes.class, "visually-hidden");
});

Deno.test("the first column names each row, the others are its values", () => {
  const rows = bodyRows(table());
  assertEquals(rows.map(({ inner }) => textsIn(inner)), [
    ["Ada", "0", "new"],
    ["Ben", "3", ""],
  ]);
  for (const { inner } of rows) {
    const [first, ...others] = elements(inner, "th|td");
    assertEquals([first.name, first.attributes.scope], ["th", "row"]);
    for (const { name } of others) assertEquals(name, "td");
  }
});

Deno.test("a value of zero is shown, for it is not the same as none", () => {
  assertEquals(textsIn(bodyRows(table())[0].inner)[1], "0");
});

Deno.test("each value carries its heading for where rows are blocks", () => {
  for (const { inner } of bodyRows(table())) {
    assertEquals(
      elements(inner, "td").map(({ attributes }) => attributes["data-label"]),
      ["Calls:", "Note:"],
    );
  }
});

Deno.test("every part keeps its role when it is displayed as a block", () => {
  const roles = {
    table: ["table"],
    thead: ["rowgroup"],
    tbody: ["rowgroup"],
    tr: ["row"],
    th: ["columnheader", "rowheader"],
    td: ["cell"],
  };
  for (const [name, allowed] of Object.entries(roles)) {
    const found = elements(table(), name);
    assert(found.length > 0, name);
    for (const { attributes } of found) {
      assert(allowed.includes(attributes.role), `${name}: ${attributes.role}`);
    }
  }
});

Deno.test("a table without rows says so in words", () => {
  const html = table([], "Nobody yet");
  assertEquals(html, '<p class="quiet">Nobody yet</p>');
});

Deno.test("a table that has rows does not say that it is empty", () => {
  assert(!table(PEOPLE, "Nobody yet").includes("Nobody yet"));
});

Deno.test("what a person wrote stands in a cell as text, not as markup", () => {
  const html = table([{ name: "<b>Eve</b>", calls: 1, note: "<script>" }]);
  assertEquals(elements(html, "b|script"), []);
});

function table(rows = PEOPLE, empty?: string): string {
  return renderToString(
    <Table caption="People" columns={COLUMNS} rows={rows} empty={empty} />,
  );
}

function bodyRows(html: string) {
  const [body] = elements(html, "tbody");
  return elements(body.inner, "tr");
}

function textsIn(row: string): string[] {
  return elements(row, "th|td").map(nameOf);
}
