import { assertEquals } from "@std/assert";
import { mayHaveStill, REASONS } from "../../lib/safety/reasons.ts";
import { REASON_CODES } from "../../lib/safety/vocabulary.ts";

Deno.test("A13: no still where a minor could be in it, whatever the reporter says", () => {
  for (const clearlyAdult of [true, false]) {
    assertEquals(mayHaveStill("under_18", { clearlyAdult }), false);
  }
  assertEquals(mayHaveStill("nudity", { clearlyAdult: false }), false);
  assertEquals(mayHaveStill("nudity", { clearlyAdult: true }), true);
  assertEquals(mayHaveStill("other", { clearlyAdult: false }), false);
  assertEquals(mayHaveStill("hate", { clearlyAdult: false }), true);
});

Deno.test("what is pressed in fear or about a child cannot be taken back", () => {
  const final = REASON_CODES.filter((code) => REASONS[code].final);
  assertEquals(final, ["under_18", "danger", "threatened"]);
});

Deno.test("only child safety sees what is about a minor", () => {
  const codes = REASON_CODES
    .filter((code) => REASONS[code].team === "child_safety");
  assertEquals(codes, ["under_18"]);
  assertEquals(REASON_CODES.filter((code) => REASONS[code].holds), codes);
});

Deno.test("only danger wakes whoever is on call", () => {
  const codes = REASON_CODES.filter((code) => REASONS[code].alerts);
  assertEquals(codes, ["danger"]);
});
