import { assert, assertEquals } from "@std/assert";
import {
  findProofs,
  proofsIn,
  readCompliance,
  unproven,
} from "../../lib/tasks/compliance.ts";

/** With another letter, or this file itself would pass for a proof. */
const SOURCE = [
  'Deno.test("_01: a date leaves nothing", () => {});',
  'callTest(\n  "_02, _03 and _06: a signal is honoured",\n  run,\n);',
  "Deno.test(`_04 every form is ours`, () => {});",
  'assertEquals(code, "_01");',
  'const about = "see _01: there";',
].join("\n").replaceAll("_", "A");

Deno.test("a test proves the ids that its name starts with", () => {
  const proofs = proofsIn(SOURCE, "x_test.ts");
  assertEquals(
    proofs.map(({ id, proof }) => `${id.slice(1)} ${proof.test}`),
    [
      "01 a date leaves nothing",
      "02 a signal is honoured",
      "03 a signal is honoured",
      "06 a signal is honoured",
      "04 every form is ours",
    ],
  );
});

Deno.test("a claim without a test is found, and one of what is no check", () => {
  const checks = { A01: "one", A02: "two", A03: "three" };
  const proofs = new Map([["A01", [{ test: "t", file: "f" }]]]);
  const table = { done: ["A01", "A02", "Z99"], checks };
  assertEquals(unproven(table, proofs), ["A02", "Z99"]);
});

Deno.test("everything that is claimed to hold has a test", async () => {
  const table = await readCompliance();
  assertEquals(unproven(table, await findProofs()), []);
});

Deno.test("every test that names an id names one of the table", async () => {
  const { checks } = await readCompliance();
  const proofs = await findProofs();
  assert(proofs.size > 0);
  assertEquals([...proofs.keys()].filter((id) => !(id in checks)), []);
});
