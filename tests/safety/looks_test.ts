import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { HOUR, MINUTE, SECOND } from "../../lib/kernel/mod.ts";
import {
  endLook,
  fileReport,
  lookAtEvidence,
  lookTally,
} from "../../lib/safety/mod.ts";
import { evidence } from "../../lib/safety/records.ts";
import {
  actorFor,
  addCall,
  filing,
  openSafety,
  type TestSafety,
} from "../helpers/safety.ts";

const STILL = new Uint8Array([0xff, 0xd8, 7, 0xff, 0xd9]);

async function withStill(deps: TestSafety) {
  const call = await addCall(deps);
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, reason: "threat", still: STILL }),
  );
  assert(filed.ok);
  const [{ value }] = await Array.fromAsync(deps.store.each(evidence));
  const ines = await actorFor(deps, ["moderator"], "evidence.open");
  return { number: filed.value.case, still: value.id, ines };
}

const tally = (deps: TestSafety, { staffId }: { staffId: string }) =>
  lookTally(deps.store, staffId, deps.clock.now());

Deno.test("M21: each look is in the log, and counted with its seconds", async () => {
  await using deps = await openSafety();
  const { number, still, ines } = await withStill(deps);
  assertEquals(await tally(deps, ines), { looks: 0, seconds: 0 });
  for (const seconds of [3, 4]) {
    const look = (await lookAtEvidence(deps, ines, number, still))!;
    assertEquals([...look.image], [...STILL]);
    deps.clock.pass(seconds * SECOND);
    assert(await endLook(deps, ines, { id: look.id, evidence: still }));
  }
  assertEquals(await tally(deps, ines), { looks: 2, seconds: 7 });
  const entries = (await Array.fromAsync(deps.store.each(auditEntries)))
    .map(({ value }) => value)
    .filter(({ action }) => action === "evidence.open");
  assertEquals(entries.map(({ object }) => object), [number, number]);
});

Deno.test("a look counts 30 seconds at most, and as many where nobody told its end", async () => {
  await using deps = await openSafety();
  const { number, still, ines } = await withStill(deps);
  const first = (await lookAtEvidence(deps, ines, number, still))!;
  deps.clock.pass(MINUTE);
  assertEquals(await tally(deps, ines), { looks: 1, seconds: 30 });
  assert(await endLook(deps, ines, { id: first.id, evidence: still }));
  assertEquals(await tally(deps, ines), { looks: 1, seconds: 30 });
  await lookAtEvidence(deps, ines, number, still);
  deps.clock.pass(10 * SECOND);
  assertEquals(await tally(deps, ines), { looks: 2, seconds: 40 });
});

Deno.test("looks are counted for 8 hours, whoever signs out meanwhile", async () => {
  await using deps = await openSafety();
  const { number, still, ines } = await withStill(deps);
  await lookAtEvidence(deps, ines, number, still);
  deps.clock.pass(8 * HOUR - 1);
  assertEquals((await tally(deps, ines)).looks, 1);
  deps.clock.pass(1);
  assertEquals(await tally(deps, ines), { looks: 0, seconds: 0 });
});

Deno.test("nobody ends a look of somebody else, of another still, or twice", async () => {
  await using deps = await openSafety();
  const { number, still, ines } = await withStill(deps);
  const { id } = (await lookAtEvidence(deps, ines, number, still))!;
  const jonas = await actorFor(deps, ["moderator"], "evidence.open");
  assertEquals(await endLook(deps, jonas, { id, evidence: still }), false);
  assertEquals(await endLook(deps, ines, { id, evidence: "other" }), false);
  assertEquals(await endLook(deps, ines, { id, evidence: still }), true);
  assertEquals(await endLook(deps, ines, { id, evidence: still }), false);
  assertEquals((await tally(deps, jonas)).looks, 0);
});

Deno.test("A12: whoever is of another team opens nothing, and no look is counted", async () => {
  await using deps = await openSafety();
  const { number, still } = await withStill(deps);
  const noor = await actorFor(deps, ["child-safety"], "evidence.open");
  assertEquals(await lookAtEvidence(deps, noor, number, still), null);
  assertEquals(await lookAtEvidence(deps, noor, "MC-NONE-NONE", still), null);
  assertEquals(await tally(deps, noor), { looks: 0, seconds: 0 });
});
