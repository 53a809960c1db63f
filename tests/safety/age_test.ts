import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import {
  type AgeRuling,
  claimCase,
  decideAge,
  undoDecision,
} from "../../lib/safety/mod.ts";
import {
  actorFor,
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
