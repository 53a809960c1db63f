import { assertEquals } from "@std/assert";
import { registry } from "../../lib/data_map/mod.ts";
import { receiptView } from "../../lib/privacy/mod.ts";

const NONE = { deleted: 0, unlinked: 0, kept: 0 };
const NUMBER = "0".repeat(64);

type Erasure = Parameters<typeof receiptView>[2];

/** An erasure as a person may be told of it. */
function erasure(
  tallies: Erasure["tallies"],
  step: Erasure["step"] = "done",
): Erasure {
  return { subjectHash: NUMBER, step, startedAt: 1_000, tallies };
}

const [first, second, third] = registry;

Deno.test("a receipt counts what became of the records, by kind", () => {
  const view = receiptView(
    registry,
    NUMBER,
    erasure({
      [second.name]: { ...NONE, deleted: 2, unlinked: 1 },
      [first.name]: { ...NONE, deleted: 3 },
      [third.name]: { ...NONE, kept: 4 },
    }),
  );
  assertEquals(view.kinds.map(({ erased }) => erased), [3, 2]);
  assertEquals(view.kinds[0].collection, first.name);
  assertEquals([view.erased, view.unlinked, view.kept], [5, 1, 4]);
});

Deno.test("an erasure is done only when its last step is", () => {
  for (const step of ["running", "done"] as const) {
    const view = receiptView(registry, NUMBER, erasure({}, step));
    assertEquals(view.done, step === "done", step);
  }
});

Deno.test("what is counted of a collection that is gone still counts", () => {
  const tallies = { gone_since: { ...NONE, deleted: 7 } };
  const view = receiptView(registry, NUMBER, erasure(tallies));
  assertEquals([view.kinds, view.erased], [[], 7]);
});
