import { assertEquals } from "@std/assert";
import { readSuite } from "./helpers/checks.ts";
import { normalise } from "./helpers/compare.ts";
import { observe } from "./helpers/observe.ts";

const suite = await readSuite("differences");

/** What a stand-in gets wrong most easily, and an app then relies on. */
Deno.test("Fresh has the traps that upstream has", async (t) => {
  const observed = await observe(suite);
  for (const check of suite.checks) {
    await t.step(`${check.id} ${check.title}`, () => {
      assertEquals(
        normalise(observed(check), check),
        normalise(check.observed, check),
      );
    });
  }
});
