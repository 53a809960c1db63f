import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { ErasurePage } from "../../../../components/pages/account/ErasurePage.tsx";
import type { DeclaredPlan } from "../../../../lib/data_map/mod.ts";
import { elements, nameOf } from "../../html.ts";
import { inBrackets } from "../../specimens.tsx";

const PLAN: DeclaredPlan = {
  tallies: {
    accounts: { deleted: 1, unlinked: 0, kept: 0 },
    calls: { deleted: 2, unlinked: 3, kept: 0 },
  },
  kept: [],
};

Deno.test("what would be erased has a row for each outcome that there is", () => {
  assertEquals(rowsOf(PLAN).map((row) => row.slice(1)), [
    ["1", "[account.erasure.deleted]"],
    ["2", "[account.erasure.deleted]"],
    ["3", "[account.erasure.unlinked]"],
  ]);
});

Deno.test("what the law makes us keep is not called erased", () => {
  const kept = { accounts: { deleted: 0, unlinked: 0, kept: 4 } };
  assertEquals(rowsOf({ ...PLAN, tallies: kept }).map((row) => row.slice(1)), [
    ["4", "[account.erasure.stays]"],
  ]);
});

Deno.test("a kind of data without any outcome has no row", () => {
  const none = { accounts: { deleted: 0, unlinked: 0, kept: 0 } };
  assertEquals(rowsOf({ ...PLAN, tallies: none }), []);
});

function rowsOf(plan: DeclaredPlan): string[][] {
  const html = renderToString(
    <ErasurePage t={inBrackets} locale="en" plan={plan} receipt="0" />,
  );
  const [body] = elements(html, "tbody");
  return elements(body.inner, "tr").map(({ inner }) =>
    elements(inner, "th|td").map(nameOf)
  );
}
