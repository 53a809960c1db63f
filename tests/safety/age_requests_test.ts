import { assert, assertEquals } from "@std/assert";
import {
  type AgeOutcome,
  type AgeProvider,
  provenAt,
  ProviderUnavailable,
} from "../../lib/age/mod.ts";
import { agePasses } from "../../lib/age/records.ts";
import {
  type AccountId,
  DAY,
  HOUR,
  newId,
  newSecret,
  sha256,
} from "../../lib/kernel/mod.ts";
import { notices } from "../../lib/notices/records.ts";
import {
  answerAppeal,
  askAgeCheck,
  awaitedFor,
  beginRequested,
  claimAppeal,
  claimCase,
  decideAge,
  fileAppeal,
  fileReport,
  followChecks,
  listCases,
  loadCase,
  nextCase,
  objectByCheck,
  releaseCase,
  settleRequested,
  spendYes,
} from "../../lib/safety/mod.ts";
import {
  ageRequests,
  caseLinks,
  cases,
  decisions,
  evidence,
  reports,
} from "../../lib/safety/records.ts";
import { sanctions } from "../../lib/standing/records.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import {
  actorFor,
  addCall,
  addLine,
  caseValue,
  filing,
  openSafety,
  reported,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";

const CHECK = { limit: 18, returnTo: "https://a/x", tellTo: "https://a/y" };

/** A provider that answers what it is told to, or does not answer at all. */
class StandIn implements AgeProvider {
  outcome: AgeOutcome | null = { state: "pending" };
  started = 0;
  asked = 0;

  start() {
    if (this.outcome === null) return this.#away();
    return Promise.resolve({
      ref: `check-${++this.started}`,
      url: "https://provider.example/1",
    });
  }

  ask() {
    this.asked++;
    return this.outcome === null ? this.#away() : Promise.resolve(this.outcome);
  }

  readCallback = () => Promise.resolve(null);

  #away(): Promise<never> {
    return Promise.reject(new ProviderUnavailable("Cannot reach it"));
  }
}

/** Child safety has a flag; answers what asking for a check needs. */
async function withFlag(deps: TestSafety) {
  const call = await addCall(deps);
  await addLine(deps, call, call.b, "I am fifteen");
  const done = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, reason: "under_18", withText: true }),
  );
  assert(done.ok);
  const filed = { ...done.value, reported: call.b };
  const actor = await actorFor(deps, ["child-safety"], "age.decide");
  await claimCase(deps, sameActor(deps, actor, "age.read"), filed.case);
  const asked = {
    number: filed.case,
    reports: [filed.report],
    locale: "en",
  };
  return { ...filed, number: filed.case, person: filed.reported, actor, asked };
}

/** They were asked for a check and have begun it. */
async function withCheck(deps: TestSafety, provider = new StandIn()) {
  const flag = await withFlag(deps);
  assert((await askAgeCheck(deps, flag.actor, flag.asked)).ok);
  const { value } = (await awaitedFor(deps.store, flag.person))!;
  assert(await beginRequested(deps, provider, value.id, CHECK));
  return { ...flag, provider, id: value.id };
}

function yes(deps: TestSafety): AgeOutcome {
  return { state: "passed", expiresAt: deps.clock.now() + DAY };
}

async function outOf(deps: TestSafety, person: AccountId) {
  return (await findStanding(deps.store, person, deps.clock.now())).out?.kind ??
    null;
}

async function waiting(deps: TestSafety): Promise<string[]> {
  const options = { now: deps.clock.now(), staffId: newId(), cursor: null };
  const filter = { view: "all", reason: null } as const;
  const { rows } = await listCases(
    deps.store,
    "child_safety",
    filter,
    options,
  );
  return rows.map(({ number }) => number);
}

async function told(deps: TestSafety, person: AccountId): Promise<string[]> {
  const all = await Array.fromAsync(deps.store.each(notices));
  return all.map(({ value }) => value)
    .filter(({ accountId, template }) =>
      accountId === person && template !== "held"
    )
    .map(({ template }) => template);
}

Deno.test("who is asked for an age check stays held, and the flag waits", async () => {
  await using deps = await openSafety();
  const { person, number, actor, asked } = await withFlag(deps);
  assertEquals(await waiting(deps), [number]);
  assert((await askAgeCheck(deps, actor, asked)).ok);
  assertEquals(await outOf(deps, person), "review");
  assertEquals(await waiting(deps), []);
  assertEquals(await told(deps, person), ["ageCheckAsked"]);
  const { status, dueAt } = await caseValue(deps, number);
  assertEquals([status, dueAt], [
    "check_awaited",
    deps.clock.now() + 7 * DAY,
  ]);
  const request = (await awaitedFor(deps.store, person))!.value;
  assertEquals(request.until, deps.clock.now() + 7 * DAY);
  assertEquals([request.ref, request.staff], [null, actor.staffId]);
});

Deno.test("A10: a yes lets them back, and nothing of the flag names them", async () => {
  await using deps = await openSafety();
  const { person, number, report } = await withCheck(deps);
  assert(await settleRequested(deps, "check-1", yes(deps)));
  assertEquals(await outOf(deps, person), null);
  assertEquals(await waiting(deps), []);
  assert((await told(deps, person)).includes("holdEnded"));
  const about = [cases, reports, evidence, decisions, ageRequests, sanctions];
  for (const collection of [...about, caseLinks]) {
    const all = await Array.fromAsync(
      deps.store.each(collection as typeof cases),
    );
    assert(collection === caseLinks || all.length > 0, collection.name);
    const text = JSON.stringify(all.map(({ value }) => value));
    assertEquals(text.includes(person), false, collection.name);
  }
  const answered = (await deps.store.get(reports, [report]))!.value;
  assertEquals(answered.state, "dismissed");
  assertEquals((await caseValue(deps, number)).status, "closed");
  assertEquals(await provenAt(deps.store, person), deps.clock.now());
});

Deno.test("A10: a later doubt about the same person is a case of its own, and holds again", async () => {
  await using deps = await openSafety();
  const { person, number } = await withCheck(deps);
  await settleRequested(deps, "check-1", yes(deps));
  const again = await reported(deps, { reason: "under_18", reported: person });
  assert(again.case !== number);
  assertEquals(await outOf(deps, person), "review");
  assertEquals(await waiting(deps), [again.case]);
});

Deno.test("A11: what is known of the check goes after a month, and the yes stays", async () => {
  await using deps = await openSafety();
  const { person, id } = await withCheck(deps);
  const day = deps.clock.now();
  await settleRequested(deps, "check-1", yes(deps));
  deps.clock.pass(7 * DAY + 31 * DAY - 1);
  assert(await deps.store.get(ageRequests, [id]));
  deps.clock.pass(1);
  assertEquals(await deps.store.get(ageRequests, [id]), null);
  assertEquals(await provenAt(deps.store, person), day);
  assertEquals(await outOf(deps, person), null);
});

Deno.test("M22: a no erases nobody: a person finds it first in the queue, and confirms", async () => {
  await using deps = await openSafety();
  const { person, number, report, actor } = await withCheck(deps);
  const no = { state: "failed", expiresAt: deps.clock.now() } as const;
  assert(await settleRequested(deps, "check-1", no));
  assertEquals(await waiting(deps), [number]);
  assertEquals(await outOf(deps, person), "review");
  assertEquals((await told(deps, person)).sort(), [
    "ageCheckAsked",
    "ageCheckOver",
  ]);
  assertEquals(await provenAt(deps.store, person), null);
  await claimCase(deps, sameActor(deps, actor, "age.read"), number);
  const words = { facts: "The check said no.", locale: "en" };
  const ruling = { number, reports: [report], isUnder18: true, ...words };
  assert((await decideAge(deps, actor, ruling)).ok);
});

Deno.test("an outcome counts once, and only for a check that has its name", async () => {
  await using deps = await openSafety();
  const { person } = await withCheck(deps);
  assertEquals(await settleRequested(deps, "check-9", yes(deps)), false);
  assertEquals(
    await settleRequested(deps, "check-1", { state: "pending" }),
    false,
  );
  await settleRequested(deps, "check-1", {
    state: "failed",
    expiresAt: deps.clock.now(),
  });
  await settleRequested(deps, "check-1", yes(deps));
  assertEquals(await outOf(deps, person), "review");
});

Deno.test("a yes that is over opens nothing, and the check can begin anew", async () => {
  await using deps = await openSafety();
  const { person, provider, id } = await withCheck(deps);
  const over = { state: "passed", expiresAt: deps.clock.now() } as const;
  await settleRequested(deps, "check-1", over);
  assertEquals(await outOf(deps, person), "review");
  assert(await beginRequested(deps, provider, id, CHECK));
  assertEquals(provider.started, 2);
  await settleRequested(deps, "check-2", yes(deps));
  assertEquals(await outOf(deps, person), null);
});

Deno.test("they are reminded once, and without an answer the flag is back by the clock alone", async () => {
  await using deps = await openSafety();
  const { person, number } = await withCheck(deps);
  deps.clock.pass(5 * DAY - 1);
  await followChecks(deps, null);
  assertEquals((await told(deps, person)).length, 1);
  deps.clock.pass(1);
  await followChecks(deps, null);
  await followChecks(deps, null);
  assertEquals((await told(deps, person)).sort(), [
    "ageCheckAsked",
    "ageCheckReminder",
  ]);
  deps.clock.pass(2 * DAY - 1);
  assertEquals(await waiting(deps), []);
  deps.clock.pass(1);
  assertEquals(await waiting(deps), [number]);
  const next = { now: deps.clock.now(), staffId: newId(), after: null };
  assertEquals(await nextCase(deps.store, "child_safety", next), number);
  await followChecks(deps, null);
  assert((await told(deps, person)).includes("ageCheckOver"));
  assertEquals(await awaitedFor(deps.store, person), null);
  assertEquals(await outOf(deps, person), "review");
});

Deno.test("a yes after the time still lets them back, as long as nobody has decided", async () => {
  await using deps = await openSafety();
  const { person } = await withCheck(deps);
  deps.clock.pass(7 * DAY);
  await followChecks(deps, null);
  await settleRequested(deps, "check-1", yes(deps));
  assertEquals(await outOf(deps, person), null);
});

Deno.test("A07: while the provider is down nobody is let in, and it is asked again", async () => {
  await using deps = await openSafety();
  const { person, provider, id } = await withCheck(deps);
  provider.outcome = null;
  for (let n = 1; n <= 3; n++) {
    deps.clock.pass(HOUR);
    await followChecks(deps, provider);
    assertEquals(provider.asked, n);
    assertEquals(await outOf(deps, person), "review");
    assertEquals((await awaitedFor(deps.store, person))?.value.id, id);
  }
  provider.outcome = yes(deps);
  deps.clock.pass(HOUR);
  provider.outcome = yes(deps);
  await followChecks(deps, provider);
  assertEquals(await outOf(deps, person), null);
});

Deno.test("A07: a check that cannot begin is awaited still, and begins once", async () => {
  await using deps = await openSafety();
  const flag = await withFlag(deps);
  await askAgeCheck(deps, flag.actor, flag.asked);
  const { id } = (await awaitedFor(deps.store, flag.person))!.value;
  const provider = new StandIn();
  provider.outcome = null;
  await beginRequested(deps, provider, id, CHECK).then(
    () => assert(false, "it began"),
    (error) => assert(error instanceof ProviderUnavailable),
  );
  assertEquals((await awaitedFor(deps.store, flag.person))?.value.url, null);
  provider.outcome = { state: "pending" };
  await beginRequested(deps, provider, id, CHECK);
  await beginRequested(deps, provider, id, CHECK);
  assertEquals(provider.started, 1);
  assertEquals(await beginRequested(deps, provider, newId(), CHECK), false);
});

Deno.test("of two windows that begin a check at once one counts", async () => {
  await using deps = await openSafety();
  const flag = await withFlag(deps);
  await askAgeCheck(deps, flag.actor, flag.asked);
  const { id } = (await awaitedFor(deps.store, flag.person))!.value;
  const provider = new StandIn();
  await Promise.all(
    [1, 2].map(() => beginRequested(deps, provider, id, CHECK)),
  );
  assertEquals(provider.started, 2);
  const { ref } = (await awaitedFor(deps.store, flag.person))!.value;
  const other = ref === "check-1" ? "check-2" : "check-1";
  // What the window that came first was sent to is what is asked about.
  assertEquals(ref, "check-1");
  assertEquals(await settleRequested(deps, other, yes(deps)), false);
  assertEquals(await outOf(deps, flag.person), "review");
});

Deno.test("a report that comes meanwhile is seen at once, and the check goes on", async () => {
  await using deps = await openSafety();
  const { person, number, actor, report } = await withCheck(deps);
  const more = await reported(deps, { reason: "under_18", reported: person });
  assertEquals(more.case, number);
  assertEquals(await waiting(deps), [number]);
  await claimCase(deps, sameActor(deps, actor, "age.read"), number);
  const stale = { number, reports: [report], locale: "en" };
  assertEquals(await askAgeCheck(deps, actor, stale), {
    ok: false,
    refusal: "stale",
  });
  const whole = { ...stale, reports: [more.report, report] };
  deps.clock.pass(1);
  assert((await askAgeCheck(deps, actor, whole)).ok);
  const all = await Array.fromAsync(deps.store.each(ageRequests));
  assertEquals(all.map(({ value }) => [value.ref, value.until]), [
    ["check-1", deps.clock.now() + 7 * DAY],
  ]);
  await settleRequested(deps, "check-1", yes(deps));
  assertEquals((await loadCase(deps.store, number))?.state.open, []);
});

Deno.test("nobody asks without the flag, for another team's case, or of nobody", async () => {
  await using deps = await openSafety();
  const { number, actor, asked } = await withFlag(deps);
  const others = await actorFor(deps, ["child-safety"], "age.decide");
  const refusal = async (by: typeof actor, changes: Partial<typeof asked>) => {
    const done = await askAgeCheck(deps, by, { ...asked, ...changes });
    return done.ok ? null : done.refusal;
  };
  assertEquals(await refusal(others, {}), "lapsed");
  const general = await reported(deps);
  assertEquals(await refusal(actor, { number: general.case }), "unknown");
  assertEquals(await refusal(actor, { number: "MC-0000-0000" }), "unknown");
  assertEquals(await refusal(actor, { reports: [] }), "stale");
  await releaseCase(deps, sameActor(deps, actor, "age.read"), number);
  assertEquals(await refusal(actor, {}), "lapsed");
  assertEquals(await Array.fromAsync(deps.store.each(ageRequests)), []);
  const gone = (await deps.store.get(cases, [number]))!;
  await deps.auditLog.transact((write, audit) => {
    write.replace(gone, { ...gone.value, reported: null });
    audit({ actor: { kind: "system" }, action: "age.forget", object: number });
  });
  await claimCase(deps, sameActor(deps, actor, "age.read"), number);
  assertEquals(await refusal(actor, {}), "erased");
});

/** Somebody was confirmed to be under 18. */
async function confirmed(deps: TestSafety) {
  const flag = await withFlag(deps);
  const { number, report, actor } = flag;
  const words = { facts: "A school uniform.", locale: "en" };
  const ruling = { number, reports: [report], isUnder18: true, ...words };
  const made = await decideAge(deps, actor, ruling);
  assert(made.ok);
  return { ...flag, decision: made.value.id };
}

Deno.test("A10: a confirmed flag is overturned by a check, and its reports are answered anew", async () => {
  await using deps = await openSafety();
  const { person, decision, report, number } = await confirmed(deps);
  assertEquals(await outOf(deps, person), "ban");
  const request = (await objectByCheck(deps, decision))!;
  assertEquals(request.accountId, null);
  assertEquals((await objectByCheck(deps, decision))?.id, request.id);
  await beginRequested(deps, new StandIn(), request.id, CHECK);
  await settleRequested(deps, "check-1", yes(deps));
  assertEquals(await outOf(deps, person), null);
  const { value } = (await deps.store.get(decisions, [decision]))!;
  assertEquals([value.state, value.facts], ["overturned", null]);
  assertEquals(
    (await deps.store.get(reports, [report]))?.value.state,
    "dismissed",
  );
  assertEquals((await loadCase(deps.store, number))?.state.open, []);
  const browser = sha256(newSecret());
  assert(await spendYes(deps, decision, browser));
  assertEquals(await spendYes(deps, decision, sha256("other")), false);
  const pass = await deps.store.get(agePasses, [browser]);
  assertEquals(pass?.value.method, "external");
});

Deno.test("A10: a check that passes after an appeal was right answers what that opened", async () => {
  await using deps = await openSafety();
  const { decision, person, number } = await confirmed(deps);
  const request = (await objectByCheck(deps, decision))!;
  await beginRequested(deps, new StandIn(), request.id, CHECK);
  const appeal = await fileAppeal(deps, {
    ...{ decision, by: "person", report: null, appellant: person },
    ...{ claim: "not_so", words: null },
  });
  assert(appeal.ok);
  const other = await actorFor(deps, ["child-safety"], "appeal.answer");
  await claimAppeal(deps, other, appeal.value.id);
  const answered = await answerAppeal(deps, other, appeal.value.id, {
    ...{ outcome: "overturned", lessenedTo: null },
    ...{ toPerson: "We look again.", toReporter: "We look again." },
  });
  assert(answered.ok);
  assertEquals((await loadCase(deps.store, number))?.state.open.length, 1);
  assert(await settleRequested(deps, "check-1", yes(deps)));
  assertEquals((await loadCase(deps.store, number))?.state.open, []);
  assertEquals(await waiting(deps), []);
});

Deno.test("an objection by check has its time, and one try", async () => {
  await using deps = await openSafety();
  const { decision, person } = await confirmed(deps);
  assertEquals(await objectByCheck(deps, newId()), null);
  const request = (await objectByCheck(deps, decision))!;
  await beginRequested(deps, new StandIn(), request.id, CHECK);
  await settleRequested(deps, "check-1", {
    state: "failed",
    expiresAt: deps.clock.now(),
  });
  assertEquals((await objectByCheck(deps, decision))?.state, "failed");
  assertEquals(await outOf(deps, person), "ban");
  assertEquals(await spendYes(deps, decision, sha256("mine")), false);
});

Deno.test("an objection that ran out unanswered begins anew while there is time", async () => {
  await using deps = await openSafety();
  const { decision } = await confirmed(deps);
  const first = (await objectByCheck(deps, decision))!;
  deps.clock.pass(7 * DAY);
  await followChecks(deps, null);
  const second = (await objectByCheck(deps, decision))!;
  assertEquals(second.state, "awaited");
  assert(second.id !== first.id);
  assertEquals((await objectByCheck(deps, decision))?.id, second.id);
});

Deno.test("after six months a confirmed flag is final, and a dismissed one was never to object to", async () => {
  await using deps = await openSafety();
  const { decision } = await confirmed(deps);
  deps.clock.pass(184 * DAY + 1);
  assertEquals(await objectByCheck(deps, decision), null);
  const { number, report, actor } = await withFlag(deps);
  const words = { facts: "A film.", locale: "en" };
  const ruling = { number, reports: [report], isUnder18: false, ...words };
  const dismissed = await decideAge(deps, actor, ruling);
  assert(dismissed.ok);
  assertEquals(await objectByCheck(deps, dismissed.value.id), null);
});

Deno.test("whoever is held reads so at once, and once", async () => {
  await using deps = await openSafety();
  const { reported: person } = await reported(deps, { reason: "under_18" });
  await reported(deps, { reason: "under_18", reported: person });
  const all = await Array.fromAsync(deps.store.each(notices));
  const read = all.map(({ value }) => value)
    .filter(({ accountId }) => accountId === person);
  assertEquals(read.map(({ template }) => template), ["held"]);
});

Deno.test("whoever was held reads that they are not any more, after a dismissal too", async () => {
  await using deps = await openSafety();
  const { number, report, actor, person } = await withFlag(deps);
  const words = { facts: "A quotation.", locale: "en" };
  const ruling = { number, reports: [report], isUnder18: false, ...words };
  assert((await decideAge(deps, actor, ruling)).ok);
  assertEquals(await told(deps, person), ["holdEnded"]);
});

Deno.test("an erased person's check ends with the next look of the timetable", async () => {
  await using deps = await openSafety();
  const { id } = await withCheck(deps);
  const found = (await deps.store.get(ageRequests, [id]))!;
  await deps.auditLog.transact((write, audit) => {
    write.replace(found, {
      ...found.value,
      ...{ accountId: null, ref: null, url: null },
    });
    audit({ actor: { kind: "system" }, action: "age.forget" });
  });
  deps.clock.pass(HOUR);
  await followChecks(deps, new StandIn());
  assertEquals((await deps.store.get(ageRequests, [id]))?.value.state, "over");
});
