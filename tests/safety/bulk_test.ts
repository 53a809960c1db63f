import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { notices } from "../../lib/notices/records.ts";
import {
  type BulkActors,
  claimCase,
  decideInBulk,
  decisionsInBulk,
  loadCase,
  previewBulk,
  undoableUntil,
  undoBulk,
} from "../../lib/safety/mod.ts";
import { claims, decisions } from "../../lib/safety/records.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";

const WARN = { measure: "warn", rule: "harm", facts: "You shouted." } as const;

async function moderator(deps: TestSafety): Promise<BulkActors> {
  const bulk = await actorFor(deps, ["moderator"], "case.bulk");
  return {
    bulk,
    claim: sameActor(deps, bulk, "case.claim"),
    decide: sameActor(deps, bulk, "case.decide"),
  };
}

async function open(deps: TestSafety, count: number) {
  const filed = [];
  for (let n = 0; n < count; n++) filed.push(await reported(deps));
  return filed;
}

/** The cases as a preview has seen them. */
async function chosen(deps: TestSafety, actors: BulkActors, numbers: string[]) {
  return (await previewBulk(deps, actors.bulk, numbers)).flatMap((row) =>
    row.shown ? [{ number: row.number, seq: row.shown.seq }] : []
  );
}

async function bulk(deps: TestSafety, actors: BulkActors, numbers: string[]) {
  const cases = await chosen(deps, actors, numbers);
  const done = await decideInBulk(deps, actors, {
    ...{ ...WARN, cases, reason: null },
  });
  assert(done.ok);
  return done.value;
}

Deno.test("M19: each person gets the statement of a page of its own, and each reporter the outcome", async () => {
  await using deps = await openSafety();
  const actors = await moderator(deps);
  const filed = await open(deps, 3);
  const done = await bulk(deps, actors, filed.map((one) => one.case));
  assertEquals(done.decided, filed.map((one) => one.case));
  assertEquals(done.left, []);
  const told = (await Array.fromAsync(deps.store.each(notices)))
    .map(({ value }) => [value.accountId, value.template]);
  for (const { reported: person, reporter } of filed) {
    assert(told.some(([id, what]) => id === person && what === "decisionMade"));
    assert(
      told.some(([id, what]) => id === reporter && what === "reportDecided"),
    );
  }
  assertEquals(told.length, 6);
});

Deno.test("M19: a case of one's own stays one's own where it is left out", async () => {
  await using deps = await openSafety();
  const actors = await moderator(deps);
  const [mine] = await open(deps, 1);
  const cases = await chosen(deps, actors, [mine.case]);
  assert((await claimCase(deps, actors.claim, mine.case)).ok);
  // The claim is an event that the preview has not seen.
  const done = await decideInBulk(deps, actors, {
    ...{ ...WARN, cases, reason: null },
  });
  assert(done.ok);
  assertEquals(done.value.left, [{ number: mine.case, refusal: "stale" }]);
  const claim = await deps.store.get(claims, [mine.case]);
  assertEquals(claim?.value.staff, actors.claim.staffId);
});

Deno.test("M19: a lease that has ended keeps nobody's case", async () => {
  await using deps = await openSafety();
  const [first, second] = [await moderator(deps), await moderator(deps)];
  const [one] = await open(deps, 1);
  assert((await claimCase(deps, first.claim, one.case)).ok);
  const [taken] = await previewBulk(deps, second.bulk, [one.case]);
  assertEquals(taken.refusal, "taken");
  deps.clock.pass(6 * MINUTE);
  assertEquals((await bulk(deps, second, [one.case])).decided, [one.case]);
});

Deno.test("M19: of two who decide the same cases at once, each case has one decision", async () => {
  await using deps = await openSafety();
  const both = [await moderator(deps), await moderator(deps)];
  const numbers = (await open(deps, 4)).map((one) => one.case);
  const cases = await chosen(deps, both[0], numbers);
  const done = await Promise.all(
    both.map((actors) =>
      decideInBulk(deps, actors, { ...WARN, cases, reason: null })
    ),
  );
  const won = done.flatMap((one) => one.ok ? one.value.decided : []);
  assertEquals(won.toSorted(), numbers.toSorted());
  const made = await Array.fromAsync(deps.store.each(decisions));
  assertEquals(made.length, 4);
});

Deno.test("M19: words that fit no decision write nothing, not even that it was tried", async () => {
  await using deps = await openSafety();
  const actors = await moderator(deps);
  const [one] = await open(deps, 1);
  const cases = await chosen(deps, actors, [one.case]);
  const before = await Array.fromAsync(deps.store.each(auditEntries));
  for (
    const [changed, refusal] of [
      [{ rule: null }, "rule"],
      [{ facts: "  " }, "facts"],
      [{ facts: "You {what}." }, "placeholder"],
      [{ measure: "ban" as "warn" }, "measures"],
      [{ cases: Array(51).fill(cases[0]) }, "many"],
    ] as const
  ) {
    const given = { ...WARN, cases, reason: null, ...changed };
    const done = await decideInBulk(deps, actors, given);
    assertEquals(done, { ok: false, refusal }, refusal);
  }
  const after = await Array.fromAsync(deps.store.each(auditEntries));
  assertEquals(after.length, before.length);
});

Deno.test("M19: undo counts what it could take back, and leaves another's decisions", async () => {
  await using deps = await openSafety();
  const actors = await moderator(deps);
  const numbers = (await open(deps, 3)).map((one) => one.case);
  const { id } = await bulk(deps, actors, numbers);
  const other = await moderator(deps);
  assertEquals(await undoBulk(deps, other.decide, id), { undone: 0, left: 3 });
  deps.clock.pass(9 * MINUTE);
  const made = await decisionsInBulk(deps.store, id);
  const now = deps.clock.now();
  const { staffId } = actors.decide;
  assertEquals(undoableUntil(made, staffId, now), now + MINUTE);
  assertEquals(undoableUntil(made, other.decide.staffId, now), null);
  assertEquals(undoableUntil(made, staffId, now + MINUTE + 1), null);
  assertEquals(await undoBulk(deps, actors.decide, id), { undone: 3, left: 0 });
  assertEquals(await undoBulk(deps, actors.decide, id), { undone: 0, left: 3 });
  for (const number of numbers) {
    const loaded = (await loadCase(deps.store, number))!;
    assertEquals([loaded.state.open.length, loaded.state.inForce], [1, []]);
  }
});

Deno.test("M19: what was decided alone is in no batch", async () => {
  await using deps = await openSafety();
  const actors = await moderator(deps);
  const [alone, other] = await open(deps, 2);
  const { decision } = await decided(deps, alone.case, { measures: ["warn"] });
  assertEquals(decision.bulk, null);
  const { id } = await bulk(deps, actors, [other.case]);
  const made = await decisionsInBulk(deps.store, id);
  assertEquals(made.map((one) => one.case), [other.case]);
});
