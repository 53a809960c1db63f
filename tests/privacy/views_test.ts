import { assertEquals } from "@std/assert";
import { registry } from "../../lib/data_map/mod.ts";
import { receiptView } from "../../lib/privacy/mod.ts";

const NONE = { deleted: 0, unlinked: 0, kept: 0 };
const NUMBER = "0".repeat(64);

type Erasure = Parameters<typeof receiptView>[2];

/** An erasure as a person may be told of it. */
function erasure(
  tallies: Erasure["tallies"],
  given: Partial<Erasure> = {},
): Erasure {
  return {
    subjectHash: NUMBER,
    step: "removed",
    startedAt: 1_000,
    removedAt: 2_000,
    proof: null,
    tallies,
    ...given,
  };
}

const PROOF = {
  at: 3_000,
  compacted: true,
  searchTerms: 4,
  keys: 50,
  files: 6,
  bytes: 7_000,
  hits: 0,
};

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

Deno.test("a receipt says how far an erasure is proven to have come, no further", () => {
  const stepOf = (given: Partial<Erasure>) => {
    const { step, at } = receiptView(registry, NUMBER, erasure({}, given));
    return [step, at];
  };
  assertEquals(stepOf({ step: "running", removedAt: null }), ["running", null]);
  assertEquals(stepOf({}), ["records", 2_000]);
  assertEquals(stepOf({ step: "done", proof: PROOF }), ["files", 3_000]);
  const found = { ...PROOF, hits: 1 };
  assertEquals(stepOf({ step: "done", proof: found }), ["filesLeft", 3_000]);
  assertEquals(stepOf({ proof: found }), ["filesLeft", 3_000]);
  const elsewhere = { ...PROOF, compacted: false };
  assertEquals(stepOf({ step: "done", proof: elsewhere }), ["server", 3_000]);
});

Deno.test("what is counted of a collection that is gone still counts", () => {
  const tallies = { gone_since: { ...NONE, deleted: 7 } };
  const view = receiptView(registry, NUMBER, erasure(tallies));
  assertEquals([view.kinds, view.erased], [[], 7]);
});
