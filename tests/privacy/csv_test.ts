import { assertEquals } from "@std/assert";
import { csvOf } from "../../lib/privacy/csv.ts";

Deno.test("P09: a cell that a spreadsheet would run as a formula is escaped", () => {
  for (
    const start of ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
  ) {
    const evil = `${start}HYPERLINK("http://evil.example","x")`;
    const [head, row] = csvOf([{ text: evil, [evil]: "name" }]).split("\r\n");
    assertEquals(
      row.startsWith(`"'${start}`) || row.startsWith(`'${start}`),
      true,
      row,
    );
    assertEquals(/(^|,)"?[=+\-@\t\r＝＋－＠]/.test(head), false, head);
  }
});

Deno.test("P09: what is no formula stays as it is", () => {
  const rows = [
    {
      day: 1_795_000_000_000,
      tags: ["a", "=b"],
      none: null,
      said: 'a, "b"\nc',
    },
    { other: true },
  ];
  assertEquals(
    csvOf(rows),
    'day,tags,none,said,other\r\n1795000000000,"[""a"",""=b""]",,"a, ""b""\nc",\r\n,,,,true\r\n',
  );
});
