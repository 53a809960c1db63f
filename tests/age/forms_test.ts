import { assertEquals } from "@std/assert";
import { birthDateForm } from "../../lib/age/mod.ts";

function read(day: string, month: string, year: string) {
  const parsed = birthDateForm.safeParse({ day, month, year });
  return parsed.success
    ? [parsed.data.day, parsed.data.month, parsed.data.year]
    : parsed.error.issues.map(({ path }) => path[0]);
}

Deno.test("a birth date is the same in the digits of every script", () => {
  const written = [
    ["5", "6", "1990"],
    ["05", "06", " 1990 "],
    ["٥", "٦", "١٩٩٠"],
    ["۵", "۶", "۱۹۹۰"],
    ["５", "６", "１９９０"],
    ["५", "६", "१९९०"],
    ["৫", "৬", "১৯৯০"],
    ["๕", "๖", "๑๙๙๐"],
    ["᠕", "᠖", "᠑᠙᠙᠐"],
    ["𞥕", "𞥖", "𞥑𞥙𞥙𞥐"],
    ["\u200f٥", "6\u200b", "1९9０"],
  ];
  for (const [day, month, year] of written) {
    assertEquals(read(day, month, year), [5, 6, 1990], year);
  }
});

Deno.test("what is no number is said for each field", () => {
  assertEquals(read("", "x", "90"), ["day", "month", "year"]);
  assertEquals(read("五", "½", "MCMXC"), ["day", "month", "year"]);
  assertEquals(read("٠", "١٣", "١٨٩٩"), ["day", "month", "year"]);
  assertEquals(read("32", "0", "19900"), ["day", "month", "year"]);
  assertEquals(read("-5", "6.5", "+1990"), ["day", "month", "year"]);
});
