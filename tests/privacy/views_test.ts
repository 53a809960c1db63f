import { assertEquals } from "@std/assert";
import { registry } from "../../lib/data_map/mod.ts";
import { receiptView } from "../../lib/privacy/mod.ts";

const NONE = { deleted: 0, unlinked: 0, kept: 0, held: 0 };
const NUMBER = "0".repeat(64);

type Erasure = Parameters<typeof receiptView>[2];

/** An erasure as it is recorded, about somebody whose id must not show. */
function erasure(
  tallies: Erasure["tallies"],
  step: Erasure["step"] = "done",
): Erasure {
  return {
    subjectHash: NUMBER,
    subjectId: "ann",
    searchTerms: ["Ann Example"],
    step,
    startedAt: 1_000,
    touchedAt: 2_000,
    tallies,
  };
}

const [first, second, third] = registry;

Deno.test("a receipt counts what became of the records, by kind", () => {
  const view = receiptView(
    registry,
    NUMBER,
    erasure({
      [second.name]: { ...NONE, deleted: 2, unlinked: 1 },
      [first.name]: { ...NONE, deleted: 3 },
      [third.name]: { ...NONE, kept: 4, held: 5 },
    }),
  );
  assertEquals(view.kinds.map(({ erased }) => erased), [3, 2]);
  assertEquals(view.kinds[0].about, first.spec.about);
  assertEquals([view.erased, view.unlinked, view.kept], [5, 1, 9]);
});

Deno.test("a receipt does not tell a hold from another duty to keep", () => {
  const held = erasure({ [first.name]: { ...NONE, held: 1 } });
  const kept = erasure({ [first.name]: { ...NONE, kept: 1 } });
  assertEquals(
    receiptView(registry, NUMBER, held),
    receiptView(registry, NUMBER, kept),
  );
});

Deno.test("a receipt names nobody, and nothing that was searched for", () => {
  const shown = JSON.stringify(receiptView(registry, NUMBER, erasure({})));
  for (const told of ["ann", "Ann Example"]) {
    assertEquals(shown.includes(told), false, told);
  }
});

Deno.test("an erasure is done only when its last step is", () => {
  for (const step of ["running", "held", "done"] as const) {
    const view = receiptView(registry, NUMBER, erasure({}, step));
    assertEquals(view.done, step === "done", step);
  }
});

Deno.test("what is counted of a collection that is gone still counts", () => {
  const tallies = { gone_since: { ...NONE, deleted: 7 } };
  const view = receiptView(registry, NUMBER, erasure(tallies));
  assertEquals([view.kinds, view.erased], [[], 7]);
});
