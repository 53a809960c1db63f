import { assert, assertEquals } from "@std/assert";
import { accounts } from "../../lib/accounts/records.ts";
import { pictures, profiles } from "../../lib/accounts/profile/records.ts";
import { saveProfile } from "../../lib/accounts/profile/actions.ts";
import { Member } from "../../lib/accounts/actions.ts";
import { type AccountId, DAY, MINUTE } from "../../lib/kernel/mod.ts";
import {
  answerAppeal,
  claimAppeal,
  fileAppeal,
  ownStandingView,
  undoDecision,
} from "../../lib/safety/mod.ts";
import { removals, reports } from "../../lib/safety/records.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import {
  actorFor,
  caseValue,
  decided,
  openSafety,
  reported,
  tellAllReporters,
  type TestSafety,
} from "../helpers/safety.ts";

const IMAGE = new Uint8Array([0xff, 0xd8, 1, 2, 3, 0xff, 0xd9]);

/** Gives an account a name and a picture. */
async function dressed(deps: TestSafety, accountId: AccountId) {
  const day = Math.floor(deps.clock.now() / DAY) * DAY;
  const about = { username: "Robin", interests: ["chess"], languages: ["en"] };
  const done = await deps.store.write()
    .add(accounts, { id: accountId, createdDay: day, seenDay: day })
    .add(profiles, { accountId, ...about, seenDay: day })
    .add(pictures, { accountId, image: IMAGE, seenDay: day })
    .commit();
  assert(done.ok);
}

async function profileOf({ store }: TestSafety, accountId: AccountId) {
  const profile = await store.get(profiles, [accountId]);
  const picture = await store.get(pictures, [accountId]);
  return {
    name: profile?.value.username ?? null,
    interests: profile?.value.interests,
    image: picture ? [...picture.value.image] : null,
  };
}

const WHOLE = { name: "Robin", interests: ["chess"], image: [...IMAGE] };
const BARE = { name: null, interests: ["chess"], image: null };

async function withRemovals(deps: TestSafety) {
  const filed = await reported(deps);
  await dressed(deps, filed.reported);
  const measures = ["days_7", "remove_name", "remove_picture"] as const;
  const made = await decided(deps, filed.case, { measures });
  return { ...filed, ...made };
}

async function isOut(deps: TestSafety, person: AccountId): Promise<boolean> {
  const now = deps.clock.now();
  return (await findStanding(deps.store, person, now)).out !== null;
}

Deno.test("M31: one decision keeps out, takes the name and takes the picture", async () => {
  await using deps = await openSafety();
  const { reported: person, decision } = await withRemovals(deps);
  assertEquals(await profileOf(deps, person), BARE);
  assertEquals(await isOut(deps, person), true);
  const { statement } = await ownStandingView(deps, person, decision.id);
  assertEquals(statement?.measures, [
    "days_7",
    "remove_name",
    "remove_picture",
  ]);
});

Deno.test("M31: taken back, each measure is undone and the reports are open again", async () => {
  await using deps = await openSafety();
  const { reported: person, decision, by, case: number } = await withRemovals(
    deps,
  );
  assert((await undoDecision(deps, by, decision.id)).ok);
  await tellAllReporters(deps);
  assertEquals(await profileOf(deps, person), WHOLE);
  assertEquals(await isOut(deps, person), false);
  assertEquals((await caseValue(deps, number)).openReports, 1);
  assertEquals(await Array.fromAsync(deps.store.each(removals)), []);
  await tellAllReporters(deps);
  assertEquals(await profileOf(deps, person), WHOLE);
});

Deno.test("M31: overturned on appeal, each is undone, and nothing new is replaced", async () => {
  await using deps = await openSafety();
  const { reported: person, decision, case: number } = await withRemovals(deps);
  const member = new Member(person, "session", 0);
  const version = (await deps.store.get(profiles, [person]))!.version;
  const saved = await saveProfile(
    deps.store,
    member,
    { username: "Kim", interests: [], languages: [], version },
    deps.clock.now(),
  );
  assert(saved.ok);
  const filed = await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: person, claim: "not_me", words: null },
  });
  assert(filed.ok);
  const other = await actorFor(deps, ["moderator"], "appeal.answer");
  assert((await claimAppeal(deps, other, filed.value.id)).ok);
  const answered = await answerAppeal(deps, other, filed.value.id, {
    ...{ outcome: "overturned", lessenedTo: null },
    ...{ toPerson: "It was not you.", toReporter: "It was somebody else." },
  });
  assert(answered.ok);
  await tellAllReporters(deps);
  const { name, image } = await profileOf(deps, person);
  assertEquals([name, image], ["Kim", [...IMAGE]]);
  assertEquals(await isOut(deps, person), false);
  assertEquals((await caseValue(deps, number)).openReports, 1);
});

Deno.test("a picture that took the place of the one that was taken stays", async () => {
  await using deps = await openSafety();
  const { reported: person, decision, by } = await withRemovals(deps);
  const image = new Uint8Array([9, 9, 9]);
  const seenDay = Math.floor(deps.clock.now() / DAY) * DAY;
  const done = await deps.store.write()
    .create(pictures, { accountId: person, image, seenDay }).commit();
  assert(done.ok);
  assert((await undoDecision(deps, by, decision.id)).ok);
  await tellAllReporters(deps);
  const after = await profileOf(deps, person);
  assertEquals([after.name, after.image], ["Robin", [9, 9, 9]]);
});

Deno.test("where there is nothing to take, nothing is kept of it", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  await decided(deps, number, { measures: ["warn", "remove_name"] });
  assertEquals(await Array.fromAsync(deps.store.each(removals)), []);
  assertEquals((await profileOf(deps, person)).name, null);
});

Deno.test("what was taken ends in the eighth month, when nobody can appeal any more", async () => {
  await using deps = await openSafety();
  const { decision } = await withRemovals(deps);
  deps.clock.pass(8 * 30 * DAY - MINUTE);
  assert(await deps.store.get(removals, [decision.id]));
  deps.clock.pass(MINUTE);
  assertEquals(await deps.store.get(removals, [decision.id]), null);
});

Deno.test("M32: an invalid report touches neither strikes nor the reporter's record", async () => {
  await using deps = await openSafety();
  const { case: number, reporter, reported: person, report } = await reported(
    deps,
  );
  await decided(deps, number, {
    ...{ measures: ["invalid"], rule: null, facts: "There was no such call." },
  });
  const standing = await findStanding(deps.store, reporter, deps.clock.now());
  assertEquals(standing, { out: null, mayReport: true });
  assertEquals(await isOut(deps, person), false);
  const stored = await deps.store.get(reports, [report]);
  assertEquals(stored?.value.state, "invalid");
  // The next report of the same person weighs as if there had been none.
  const again = await reported(deps, { by: reporter });
  assertEquals((await caseValue(deps, again.case)).score, 55);
});
