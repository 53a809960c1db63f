import { assertEquals } from "@std/assert";
import { birthDateForm } from "../../lib/age/mod.ts";
import { outcomeForm } from "../../lib/age/forms.ts";

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

Deno.test("a clock counts as long as it may be some place's, else it is none", () => {
  const zone = (typed?: string) =>
    birthDateForm.parse({ day: "5", month: "6", year: "1990", zone: typed })
      .zone;
  const read: [string | undefined, number | null][] = [
    ["0", 0],
    ["60", 60],
    ["+60", 60],
    ["-60", -60],
    ["840", 840],
    ["841", null],
    ["-720", -720],
    ["-721", null],
    ["1440", null],
    ["", null],
    ["1.5", null],
    ["NaN", null],
    ["٦٠", null],
    [undefined, null],
  ];
  for (const [typed, minutes] of read) {
    assertEquals(zone(typed), minutes, `${typed}`);
  }
});

Deno.test("a provider tells of a check by its name, yes or no, and until when", () => {
  const told = { ref: "r1", state: "passed", expiresAt: 5 } as const;
  assertEquals(outcomeForm.parse(told), told);
  const wrong: Record<string, unknown>[] = [
    { ref: "" },
    { ref: "r".repeat(201) },
    { state: "pending" },
    { expiresAt: 1.5 },
    { expiresAt: "5" },
    { expiresAt: undefined },
  ];
  for (const fault of wrong) {
    const [name] = Object.keys(fault);
    const read = outcomeForm.safeParse({ ...told, ...fault });
    assertEquals(read.error?.issues.map(({ path }) => path[0]), [name]);
  }
});
