import { assertEquals } from "@std/assert";
import {
  DAY,
  dayOf,
  HOUR,
  hourOf,
  MINUTE,
  ok,
  refuse,
  SECOND,
} from "../../lib/kernel/mod.ts";

Deno.test("times are milliseconds", () => {
  assertEquals([SECOND, MINUTE, HOUR, DAY], [
    1_000,
    60_000,
    3_600_000,
    86_400_000,
  ]);
});

Deno.test("an hour and a day begin in UTC, and are their own beginning", () => {
  const at = Date.UTC(2026, 10, 23, 12, 34, 56, 789);
  const hour = Date.UTC(2026, 10, 23, 12);
  const day = Date.UTC(2026, 10, 23);
  for (
    const [time, itsHour, itsDay] of [
      [at, hour, day],
      [hour, hour, day],
      [hour + HOUR - 1, hour, day],
      [hour + HOUR, hour + HOUR, day],
      [day, day, day],
      [day - 1, day - HOUR, day - DAY],
    ]
  ) {
    assertEquals([hourOf(time), dayOf(time)], [itsHour, itsDay], `${time}`);
  }
});

Deno.test("an answer is a value or a refusal, and says which", () => {
  assertEquals(ok(3), { ok: true, value: 3 });
  assertEquals(refuse("stale"), { ok: false, refusal: "stale" });
});
