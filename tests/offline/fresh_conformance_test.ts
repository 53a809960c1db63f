import { assertEquals } from "@std/assert";
import { LEFT_OUT } from "./left_out.ts";
import { type Check, readSuite } from "./helpers/checks.ts";
import { normalise } from "./helpers/compare.ts";
import { observe } from "./helpers/observe.ts";

const suite = await readSuite("conformance");

function judge(check: Check, found: unknown) {
  const expected = normalise(check.observed);
  const actual = normalise(found);
  const left = LEFT_OUT.find(({ ids }) => ids.includes(check.id));
  if (!left) return assertEquals(actual, expected);
  const holds = JSON.stringify(actual) === JSON.stringify(expected);
  assertEquals(holds, false, `${check.id} holds: take it off left_out.ts`);
}

Deno.test("Fresh behaves as upstream was observed to", async (t) => {
  const observed = await observe(suite);
  for (const check of suite.checks) {
    await t.step(`${check.id} ${check.title}`, () => {
      judge(check, observed(check));
    });
  }
});

Deno.test("every check that is left out exists and says why", () => {
  const known = new Set(suite.checks.map(({ id }) => id));
  for (const { ids, reason } of LEFT_OUT) {
    assertEquals(ids.filter((id) => !known.has(id)), []);
    assertEquals(reason.length > 10, true, reason);
  }
});
