import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import {
  type AgeRuling,
  claimCase,
  decideAge,
  undoDecision,
} from "../../lib/safety/mod.ts";
import { sanctions } from "../../lib/standing/records.ts";
import {
  actorFor,
  caseValue,
  openSafety,
  reported,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";

const ROLES = ["child-safety", "moderator"] as const;

function age(number: string, report: string, isUnder18: boolean): AgeRuling {
  const words = { facts: "A school uniform.", locale: "en" };
  return { number, reports: [report], isUnder18, ...words };
}

/** Somebody with both roles has a flag. */
async function withFlag(deps: TestSafety) {
  const { case: number, report } = await reported(deps, { reason: "under_18" });
  const actor = await actorFor(deps, ROLES, "age.decide");
  await claimCase(deps, sameActor(deps, actor, "age.read"), number);
  return { number, report, actor };
}

for (const isUnder18 of [true, false]) {
  Deno.test(`a decision of child safety has no undo (${isUnder18})`, async () => {
    await using deps = await openSafety();
    const { number, report, actor } = await withFlag(deps);
    const made = await decideAge(deps, actor, age(number, report, isUnder18));
    assert(made.ok);
    const moderator = sameActor(deps, actor, "case.decide");
    assertEquals(await undoDecision(deps, moderator, made.value.id), {
      ok: false,
      refusal: "unknown",
    });
    const entries = await Array.fromAsync(deps.store.each(auditEntries));
    const actions = entries.map(({ value }) => value.action);
    assert(actions.includes(isUnder18 ? "age.confirm" : "age.dismiss"));
  });
}

Deno.test("child safety decides about no case of the general team", async () => {
  await using deps = await openSafety();
  const { case: number, report } = await reported(deps);
  const actor = await actorFor(deps, ROLES, "age.decide");
  await claimCase(deps, sameActor(deps, actor, "case.claim"), number);
  assertEquals(await decideAge(deps, actor, age(number, report, true)), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("whoever does not have the flag decides nothing about it", async () => {
  await using deps = await openSafety();
  const { number, report, actor } = await withFlag(deps);
  const others = await actorFor(deps, ROLES, "age.decide");
  assertEquals(await decideAge(deps, others, age(number, report, true)), {
    ok: false,
    refusal: "lapsed",
  });
  assert((await decideAge(deps, actor, age(number, report, true))).ok);
});

Deno.test("M22: a hold by a report names its rule, and lasts until a person has looked", async () => {
  await using deps = await openSafety();
  const { number, report, actor } = await withFlag(deps);
  const entries = await Array.fromAsync(deps.store.each(auditEntries));
  const imposed = entries.map(({ value }) => value)
    .filter(({ action }) => action === "sanction.impose");
  assertEquals(imposed.map(({ actorKind, object }) => [actorKind, object]), [
    ["system", number],
  ]);
  assertEquals(imposed[0].details, {
    kind: "review",
    rule: "held-for-age",
    version: 1,
  });
  const [hold] = await Array.fromAsync(deps.store.each(sanctions));
  assertEquals([hold.value.kind, hold.value.endedAt], ["review", null]);
  const { dueAt } = await caseValue(deps, number);
  assertEquals(dueAt, deps.clock.now() + 15 * MINUTE);
  assert((await decideAge(deps, actor, age(number, report, false))).ok);
  const [ended] = await Array.fromAsync(deps.store.each(sanctions));
  assertEquals(ended.value.endedAt, deps.clock.now());
});

Deno.test("M22: no number of reports does more than hold", async () => {
  await using deps = await openSafety();
  const { reported: person } = await reported(deps, { reason: "under_18" });
  for (let n = 0; n < 12; n++) {
    await reported(deps, { reported: person, reason: "under_18" });
    await reported(deps, { reported: person, reason: "nudity" });
  }
  const all = await Array.fromAsync(deps.store.each(sanctions));
  assertEquals(all.map(({ value }) => value.kind), ["review"]);
});
