import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { DataTable } from "../../../../components/pages/policy/DataTable.tsx";
import { elements, nameOf } from "../../html.ts";
import { inBrackets } from "../../specimens.tsx";

Deno.test("a table of a policy keeps caption, headings and values in place", () => {
  const html = dataTable([["Your account", "5 years"], ["Mail", "1 year"]]);
  assertEquals(elements(html, "caption").map(nameOf), ["Kinds"]);
  assertEquals(
    elements(html, "tr").map(({ inner }) =>
      elements(inner, "th|td").map(nameOf)
    ),
    [["What", "How long"], ["Your account", "5 years"], ["Mail", "1 year"]],
  );
});

for (const [count, folded] of [[9, false], [10, true], [11, true]] as const) {
  Deno.test(`a table of ${count} rows is ${folded ? "" : "not "}folded`, () => {
    const html = dataTable(
      Array.from({ length: count }, (_, n) => [`${n}`, "1 year"]),
    );
    assertEquals(elements(html, "details").length, folded ? 1 : 0);
    assertEquals(elements(html, "tr").length, count + 1);
  });
}

function dataTable(rows: string[][]): string {
  return renderToString(
    <DataTable
      t={inBrackets}
      kind="table"
      caption="Kinds"
      columns={["What", "How long"]}
      rows={rows}
    />,
  );
}
