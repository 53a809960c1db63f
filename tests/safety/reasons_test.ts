import { assertEquals } from "@std/assert";
import { mayHaveStill, REASONS } from "../../lib/safety/reasons.ts";
import { REASON_IDS } from "../../lib/safety/vocabulary.ts";

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
  const final = REASON_IDS.filter((id) => REASONS[id].final);
  assertEquals(final, ["under_18", "danger", "threatened"]);
});

Deno.test("only child safety sees what is about a minor", () => {
  const ids = REASON_IDS
    .filter((id) => REASONS[id].team === "child_safety");
  assertEquals(ids, ["under_18"]);
  assertEquals(REASON_IDS.filter((id) => REASONS[id].holds), ids);
});

Deno.test("only danger wakes whoever is on call", () => {
  const ids = REASON_IDS.filter((id) => REASONS[id].alerts);
  assertEquals(ids, ["danger"]);
});
