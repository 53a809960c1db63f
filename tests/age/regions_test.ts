import { assert, assertEquals } from "@std/assert";
import {
  ageOn,
  ANYWHERE,
  METHODS,
  regionIn,
  REGIONS,
  ruleOf,
  todayOf,
} from "../../lib/age/mod.ts";
import { HOUR } from "../../lib/kernel/mod.ts";

const NOON = Date.UTC(2026, 10, 23, 12);

Deno.test("A05: every region ends in a rule, the default one where no row is", () => {
  for (const region of [null, "FR", "US", "US-CA", "ZZ"]) {
    assertEquals(ruleOf(region), ANYWHERE);
  }
  assertEquals(ruleOf("US-MS").limit, 21);
  assertEquals(ruleOf("GB-SCT"), REGIONS.GB);
  for (const rule of [ANYWHERE, ...Object.values(REGIONS)]) {
    assert(rule.limit >= 18);
    assert(METHODS.includes(rule.method));
    // One's own word never opens a gate that another method guards.
    assertEquals(rule.declared === "enough", rule.method === "self-declared");
  }
});

Deno.test("a header that names no region names none", () => {
  assertEquals(regionIn("gb"), "GB");
  assertEquals(regionIn(" us-ms "), "US-MS");
  for (const odd of [null, "", "G", "GBR", "GB;US", "US-MSXX", "__proto__"]) {
    assertEquals(regionIn(odd), null);
  }
});

Deno.test("A04: the visitor's own clock says which day it is, before all else", () => {
  const day = (offset: number | null, region: string | null) =>
    todayOf(NOON, offset, region).day;
  assertEquals(day(14 * 60, "US"), 24);
  assertEquals(day(-12 * 60, "JP"), 23);
  assertEquals(day(null, null), 23);
});

Deno.test("A04: without it the country's zones do, and of two days the earlier", () => {
  const at = (hour: number) => NOON + (hour - 12) * HOUR;
  assertEquals(todayOf(at(16), null, "JP").day, 24);
  assertEquals(todayOf(at(14), null, "JP").day, 23);
  // At 05:00 UTC it is the 23rd in New York and still the 22nd in Honolulu.
  assertEquals(todayOf(at(5), null, "US").day, 22);
  // Between two months and two years the earlier day counts as well.
  assertEquals(todayOf(Date.UTC(2026, 11, 1, 5), null, "US"), {
    ...{ year: 2026, month: 11, day: 30 },
  });
  assertEquals(todayOf(Date.UTC(2027, 0, 1, 5), null, "US"), {
    ...{ year: 2026, month: 12, day: 31 },
  });
  const yearEnd = Date.UTC(2026, 11, 31, 16);
  assertEquals(todayOf(yearEnd, null, "JP"), { year: 2027, month: 1, day: 1 });
  const born = { year: 2009, month: 1, day: 1 };
  assertEquals(ageOn(born, todayOf(yearEnd, null, "JP")), 18);
  assertEquals(ageOn(born, todayOf(yearEnd, null, "FR")), 17);
});
