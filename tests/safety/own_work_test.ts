import { assert, assertEquals } from "@std/assert";
import { HOUR, MINUTE, newAccountId } from "../../lib/kernel/mod.ts";
import {
  askSecond,
  casesWaiting,
  claimAppeal,
  claimCase,
  escalate,
  fileAppeal,
  LEASE,
  ownWork,
  putOff,
} from "../../lib/safety/mod.ts";
import { type Actor, findStaff, noteOwnAccount } from "../../lib/staff/mod.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";
import { staffSession } from "../helpers/staff.ts";

async function openWork() {
  const deps = await openSafety();
  const mei = await actorFor(deps, ["moderator"], "case.claim");
  const noor = await actorFor(deps, ["moderator"], "case.claim");
  return {
    ...{ deps, mei, noor },
    work: (of: Actor<"case.claim">) => workOf(deps, of),
    [Symbol.asyncDispose]: () => deps[Symbol.asyncDispose](),
  };
}

/** What waits for somebody: what it is, which case, and until when. */
async function workOf(
  { store, clock }: TestSafety,
  { staff }: Pick<Actor<"case.read">, "staff">,
) {
  const now = clock.now();
  return (await ownWork(store, staff, now)).map((one) => [
    one.what,
    "case" in one ? one.case.number : one.appeal.case,
    one.until === null ? null : one.until - now,
  ]);
}

Deno.test("a case that one has waits for oneself, until the claim ends", async () => {
  await using open = await openWork();
  const { case: number } = await reported(open.deps);
  assertEquals(await open.work(open.mei), []);
  assert((await claimCase(open.deps, open.mei, number)).ok);
  assertEquals(await open.work(open.mei), [["case", number, LEASE]]);
  assertEquals(await open.work(open.noor), []);
  open.deps.clock.pass(LEASE);
  assertEquals(await open.work(open.mei), []);
});

Deno.test("what one put off comes back to oneself, and to nobody else by name", async () => {
  await using open = await openWork();
  const { case: number } = await reported(open.deps);
  await claimCase(open.deps, open.mei, number);
  const until = open.deps.clock.now() + HOUR;
  assert((await putOff(open.deps, open.mei, number, until)).ok);
  assertEquals(await open.work(open.mei), [["later", number, HOUR]]);
  assertEquals(await open.work(open.noor), []);
  open.deps.clock.pass(HOUR);
  assertEquals(await open.work(open.mei), [], "it is back in the queue");
});

Deno.test("a second opinion is for everybody but whoever asked for it", async () => {
  await using open = await openWork();
  const { case: number } = await reported(open.deps);
  await claimCase(open.deps, open.mei, number);
  assert((await askSecond(open.deps, open.mei, number)).ok);
  assertEquals(await open.work(open.mei), []);
  assertEquals(await open.work(open.noor), [["opinion", number, 2 * HOUR]]);
  const tom = await actorFor(open.deps, ["triage"], "case.claim");
  assertEquals(await open.work(tom), [], "triage decides nothing");
});

Deno.test("a ban waits for a second person, who is not the first", async () => {
  await using open = await openWork();
  const { case: number } = await reported(open.deps);
  const by = sameActor(open.deps, open.mei, "case.decide");
  await decided(open.deps, number, { measures: ["ban"] }, by);
  assertEquals(await open.work(open.mei), []);
  assertEquals(await open.work(open.noor), [["ban", number, 24 * HOUR]]);
});

Deno.test("nothing about an account of one's own waits for oneself", async () => {
  await using open = await openWork();
  const { deps, mei } = open;
  const own = newAccountId();
  const { case: number } = await reported(deps, { reported: own });
  const by = sameActor(deps, mei, "case.decide");
  await decided(deps, number, { measures: ["ban"] }, by);
  const noor = await actorFor(deps, ["moderator"], "case.read");
  await noteOwnAccount(
    deps.store,
    noor.staff,
    subjectHashOf(own),
    deps.clock.now(),
  );
  const token = await staffSession(deps, noor.staffId);
  const staff = (await findStaff(deps.store, token, deps.clock.now()))!;
  assertEquals(await workOf(deps, { staff }), []);
});

Deno.test("child safety's cases wait for nobody else, by name neither", async () => {
  await using open = await openWork();
  const { case: number } = await reported(open.deps, { reason: "under_18" });
  const sana = await actorFor(open.deps, ["child-safety"], "age.read");
  assert((await claimCase(open.deps, sana, number)).ok);
  assertEquals(await workOf(open.deps, sana), [["case", number, LEASE]]);
  assertEquals(await open.work(open.noor), []);
});

Deno.test("what ends soonest comes first", async () => {
  await using open = await openWork();
  const later = await reported(open.deps);
  await claimCase(open.deps, open.mei, later.case);
  await putOff(open.deps, open.mei, later.case, open.deps.clock.now() + HOUR);
  const held = await reported(open.deps);
  await claimCase(open.deps, open.mei, held.case);
  const passed = await reported(open.deps);
  await claimCase(open.deps, open.noor, passed.case);
  assert((await escalate(open.deps, open.noor, passed.case)).ok);
  assertEquals((await open.work(open.mei)).map(([what]) => what), [
    ...["case", "later"],
  ]);
});

Deno.test("the longest late are named, three at most, and all are counted", async () => {
  await using deps = await openSafety();
  const numbers: string[] = [];
  for (let n = 0; n < 5; n++) {
    numbers.push((await reported(deps)).case);
    deps.clock.pass(MINUTE);
  }
  const waiting = () => casesWaiting(deps.store, "general", deps.clock.now());
  assertEquals((await waiting()).latest, []);
  deps.clock.pass(3 * HOUR);
  const { open, late, latest, next } = await waiting();
  assertEquals([open, late], [5, 5]);
  assertEquals(latest.map(({ item }) => item.number), numbers.slice(0, 3));
  assertEquals(next?.item.number, numbers[0]);
});

Deno.test("an appeal that one took waits for oneself, with its case", async () => {
  await using open = await openWork();
  const filed = await reported(open.deps);
  const { decision } = await decided(open.deps, filed.case);
  const appeal = await fileAppeal(open.deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: filed.reported, claim: "not_so", words: "It was not so." },
  });
  assert(appeal.ok);
  const answer = sameActor(open.deps, open.noor, "appeal.answer");
  assert((await claimAppeal(open.deps, answer, appeal.value.id)).ok);
  assertEquals(await open.work(open.noor), [["appeal", filed.case, LEASE]]);
  assertEquals(await open.work(open.mei), []);
});
