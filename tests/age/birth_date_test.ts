import { assertEquals } from "@std/assert";
import { ageOn, dayAt, isPast } from "../../lib/age/mod.ts";

function day(text: string) {
  const [year, month, day] = text.split("-").map(Number);
  return { year, month, day };
}

Deno.test("who turns 18 today is 18, who does tomorrow is not", () => {
  const today = day("2026-11-23");
  assertEquals(ageOn(day("2008-11-23"), today), 18);
  assertEquals(ageOn(day("2008-11-24"), today), 17);
  assertEquals(ageOn(day("2008-12-01"), today), 17);
});

Deno.test("who was born on 29 February turns a year older on 1 March", () => {
  const birth = day("2008-02-29");
  assertEquals(ageOn(birth, day("2026-02-28")), 17);
  assertEquals(ageOn(birth, day("2026-03-01")), 18);
  assertEquals(ageOn(birth, day("2028-02-29")), 20);
});

Deno.test("days that do not exist, are to come or too long ago are no birth dates", () => {
  const today = day("2026-11-23");
  for (
    const wrong of ["1990-04-31", "2023-02-29", "2026-11-24", "1890-01-01"]
  ) {
    assertEquals(isPast(day(wrong), today), false, wrong);
  }
  assertEquals(isPast(day("2024-02-29"), today), true);
});

Deno.test("today is the visitor's day, not the server's", () => {
  const noon = Date.UTC(2026, 10, 23, 12);
  assertEquals(dayAt(noon, 13 * 60), day("2026-11-24"));
  assertEquals(dayAt(noon, 0), day("2026-11-23"));
  assertEquals(dayAt(Date.UTC(2026, 10, 23, 3), -5 * 60), day("2026-11-22"));
});
