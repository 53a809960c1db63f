import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { HOUR, MINUTE, newAccountId, SECOND } from "../../lib/kernel/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { alerts, cases } from "../../lib/safety/records.ts";
import {
  Alerter,
  alertsFor,
  alertState,
  answerAlert,
  claimCase,
  escalate,
  fileReport,
  lastAlert,
  MAX_ROUNDS,
  ROUND,
} from "../../lib/safety/mod.ts";
import {
  changeRoles,
  endShift,
  goOnCall,
  removeStaff,
} from "../../lib/staff/mod.ts";
import {
  actorFor,
  addCall,
  addLine,
  decided,
  filing,
  openSafety,
  reported,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";
import { proveAlertAddress } from "../helpers/staff.ts";
import { settled } from "../helpers/turns.ts";

/** Cases, an alerter, and two who may answer: Noor is on call, Mei is not. */
async function openAlerts() {
  const deps = await openSafety();
  const faults: string[] = [];
  const alerter = new Alerter({
    safety: deps,
    onError: (what) => faults.push(what),
  });
  const noor = await actorFor(deps, ["moderator"], "alert.answer");
  const mei = await actorFor(deps, ["moderator"], "alert.answer");
  await proveAlertAddress(deps, noor.staffId, "noor@example.org");
  await proveAlertAddress(deps, mei.staffId, "mei@example.org");
  await goOnCall(deps, noor, 8);
  return {
    ...{ deps, alerter, faults, noor, mei },
    alert: async () => (await lastAlert(deps.store, ["general"]))!,
    mailed: () => mailed(deps),
    seenBy: async ({ staff }: typeof noor) =>
      (await alertsFor(deps, staff)).alerts.map((alert) => alert.case),
    [Symbol.asyncDispose]: () => deps[Symbol.asyncDispose](),
  };
}

/** Whom the mails that wait go to, in the order in which they are sent. */
async function mailed({ store }: TestSafety): Promise<(string | null)[]> {
  const { items } = await store.list(mails, "byDue", { limit: 99 });
  return items.map(({ value }) => value.to);
}

async function clearMail({ store }: TestSafety): Promise<void> {
  for await (const mail of store.each(mails)) {
    assert((await store.write().remove(mail).commit()).ok);
  }
}

async function entriesOf({ store }: TestSafety, action: string) {
  const all = await Array.fromAsync(store.each(auditEntries));
  return all.map(({ value }) => value).filter((one) => one.action === action);
}

Deno.test("M39: a report of danger raises its alert in the same write", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps, { reason: "danger" });
  const alert = await open.alert();
  assertEquals([alert.case, alert.cause, alert.reason], [
    ...[number, "reported", "danger"],
  ]);
  assertEquals(alertState(alert), "waiting");
  assertEquals((await entriesOf(open.deps, "alert.raise"))[0].object, number);
});

Deno.test("other reasons alert nobody", async () => {
  await using open = await openAlerts();
  for (const reason of ["nudity", "threatened", "under_18", "other"] as const) {
    await reported(open.deps, { reason });
  }
  assertEquals(await lastAlert(open.deps.store, ["general"]), null);
  assertEquals(await open.alerter.run(), 0);
});

Deno.test("M39: whoever is on call gets a mail without a word about anybody", async () => {
  await using open = await openAlerts();
  const { case: number, reporter, reported: about } = await reported(
    open.deps,
    {
      reason: "danger",
      words: "He said where he lives",
    },
  );
  assertEquals(await open.alerter.run(), 1);
  assertEquals(await open.mailed(), ["noor@example.org"]);
  const [{ value }] = await Array.fromAsync(open.deps.store.each(mails));
  assertEquals(value.values, {
    ...{ number, cause: "reported", reason: "Somebody is in danger now" },
    ...{ time: "12:34:56", nobody: 0, to: `/admin/cases/${number}` },
  });
  const text = JSON.stringify(value);
  for (const told of [reporter, about, "where he lives"]) {
    assert(!text.includes(told));
  }
  assertEquals(alertState(await open.alert()), "sent");
  assertEquals(open.faults, []);
});

Deno.test("M39: an alert's mail goes before whatever waits in the outbox", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps);
  await decided(open.deps, number);
  await reported(open.deps, { reason: "danger" });
  open.deps.clock.pass(SECOND);
  await open.alerter.run();
  const waiting = await open.mailed();
  assert(waiting.length > 1, "there is other mail");
  assertEquals(waiting[0], "noor@example.org");
});

Deno.test("M39: a second run tells nobody twice, and two at once tell once", async () => {
  await using open = await openAlerts();
  await reported(open.deps, { reason: "danger" });
  const other = new Alerter(open.alerter.options);
  await Promise.all([open.alerter.run(), other.run(), open.alerter.run()]);
  open.deps.clock.pass(ROUND - 1);
  await open.alerter.run();
  assertEquals((await open.mailed()).length, 1);
  assertEquals((await open.alert()).rounds, 1);
});

Deno.test("M39: two minutes without an answer tell all who may act", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps, { reason: "danger" });
  await open.alerter.run();
  assertEquals(await open.seenBy(open.noor), [number]);
  assertEquals(await open.seenBy(open.mei), []);
  await clearMail(open.deps);
  open.deps.clock.pass(ROUND);
  await open.alerter.run();
  assertEquals((await open.mailed()).toSorted(), [
    ...["mei@example.org", "noor@example.org"],
  ]);
  assertEquals(await open.seenBy(open.mei), [number]);
});

Deno.test("M39: rounds have an end, which the log is told; the banner stays", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps, { reason: "danger" });
  for (let n = 0; n < MAX_ROUNDS + 3; n++) {
    await open.alerter.run();
    open.deps.clock.pass(ROUND);
  }
  assertEquals((await open.mailed()).length, 1 + 2 * (MAX_ROUNDS - 1));
  const alert = await open.alert();
  assertEquals([alertState(alert), alert.rounds], ["unanswered", MAX_ROUNDS]);
  assertEquals(open.faults, [
    `find anybody who answers alert ${alert.id}`,
  ]);
  assertEquals(await open.seenBy(open.mei), [number]);
});

Deno.test("M39: nobody on call is itself an alert: it goes to all, and says so", async () => {
  await using open = await openAlerts();
  await endShift(open.deps, { staffId: open.noor.staffId, by: "" });
  await open.alerter.run();
  assertEquals((await open.mailed()).length, 2, "the shift ended unfollowed");
  await open.alerter.run();
  assertEquals((await open.mailed()).length, 2, "said once");
  await clearMail(open.deps);
  const { case: number } = await reported(open.deps, { reason: "danger" });
  assertEquals(await open.seenBy(open.mei), [number], "before any round");
  await open.alerter.run();
  const waiting = await Array.fromAsync(open.deps.store.each(mails));
  assertEquals(waiting.map(({ value }) => value.values.nobody), [1, 1]);
  assertEquals((await alertsFor(open.deps, open.mei.staff)).nobodyOnCall, true);
});

Deno.test("a shift that another one outlasts leaves no gap to tell of", async () => {
  await using open = await openAlerts();
  await goOnCall(open.deps, open.mei, 9);
  open.deps.clock.pass(8 * HOUR);
  await open.alerter.run();
  assertEquals(await open.mailed(), []);
  open.deps.clock.pass(HOUR);
  await open.alerter.run();
  assertEquals((await open.mailed()).length, 2);
});

Deno.test("M39: an alert that reaches no address is told to the log", async () => {
  await using deps = await openSafety();
  const faults: string[] = [];
  const alerter = new Alerter({
    safety: deps,
    onError: (what) => faults.push(what),
  });
  await reported(deps, { reason: "danger" });
  await alerter.run();
  const alert = (await lastAlert(deps.store, ["general"]))!;
  assertEquals(faults, [`mail alert ${alert.id} to anybody`]);
});

Deno.test("M39: of several who answer one has, and it is written down", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps, { reason: "danger" });
  await open.alerter.run();
  const { id } = await open.alert();
  open.deps.clock.pass(30 * SECOND);
  const answers = await Promise.all(
    [open.noor, open.mei].map((one) => answerAlert(open.deps, one, id)),
  );
  assertEquals(answers.map(({ ok }) => ok).toSorted(), [false, true]);
  const alert = await open.alert();
  assertEquals(alertState(alert), "answered");
  const [entry] = await entriesOf(open.deps, "alert.answer");
  assertEquals([entry.actor, entry.object, entry.details], [
    ...[alert.answeredBy, number, { alert: id, seconds: 30 }],
  ]);
  open.deps.clock.pass(ROUND);
  assertEquals(await open.alerter.run(), 0);
  assertEquals((await open.mailed()).length, 1, "nobody is told any more");
  assertEquals(await open.seenBy(open.noor), []);
});

Deno.test("an alert of child safety is unknown to whoever may not read it", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps, { reason: "danger" });
  const { id } = await open.alert();
  const stored = (await open.deps.store.get(alerts, [id]))!;
  const team = "child_safety";
  await open.deps.auditLog.transact((write, audit) => {
    write.replace(stored, { ...stored.value, team });
    audit({ actor: { kind: "system" }, action: "alert.raise", object: number });
  });
  assertEquals(await answerAlert(open.deps, open.noor, id), {
    ok: false,
    refusal: "unknown",
  });
  assertEquals(await open.seenBy(open.noor), []);
  assertEquals(await answerAlert(open.deps, open.noor, "x".repeat(26)), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("whoever takes the case has answered its alert", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps, { reason: "danger" });
  const claim = sameActor(open.deps, open.mei, "case.claim");
  assert((await claimCase(open.deps, claim, number)).ok);
  const { answeredBy } = await open.alert();
  assertEquals(answeredBy, open.mei.staffId);
});

Deno.test("going on with a case that one had before answers nothing", async () => {
  await using open = await openAlerts();
  const first = await reported(open.deps);
  const claim = sameActor(open.deps, open.mei, "case.claim");
  await claimCase(open.deps, claim, first.case);
  open.deps.clock.pass(SECOND);
  await reported(open.deps, { reported: first.reported, reason: "danger" });
  await claimCase(open.deps, claim, first.case);
  assertEquals(alertState(await open.alert()), "waiting");
  await open.alerter.run();
  assertEquals(alertState(await open.alert()), "sent");
});

Deno.test("a case that is passed on alerts whoever is on call, in the same write", async () => {
  await using open = await openAlerts();
  const { case: number } = await reported(open.deps);
  const claim = sameActor(open.deps, open.mei, "case.claim");
  await claimCase(open.deps, claim, number);
  assert((await escalate(open.deps, claim, number)).ok);
  await open.alerter.run();
  const { cause, by, told } = await open.alert();
  assertEquals([cause, by, told], [
    "passed_on",
    open.mei.staffId,
    [open.noor.staffId],
  ]);
});

Deno.test("one alert at a time is enough for a case", async () => {
  await using open = await openAlerts();
  const first = await reported(open.deps, { reason: "danger" });
  open.deps.clock.pass(SECOND);
  await reported(open.deps, { reported: first.reported, reason: "danger" });
  await open.alerter.run();
  assertEquals(await open.mailed(), ["noor@example.org"]);
  assertEquals(alertState(await open.alert()), "over");
  assertEquals((await open.seenBy(open.noor)).length, 1);
});

Deno.test("danger that is added to an earlier report alerts as well, and once", async () => {
  await using open = await openAlerts();
  const by = newAccountId();
  const call = await addCall(open.deps, by);
  const add = async (reason: "nudity" | "danger") => {
    const report = filing({ call: call.id, reason });
    assert((await fileReport(open.deps, by, report)).ok);
  };
  await add("nudity");
  assertEquals(await lastAlert(open.deps.store, ["general"]), null);
  await add("danger");
  await add("danger");
  assertEquals((await entriesOf(open.deps, "alert.raise")).length, 1);
});

for (
  const [status, state] of [["closed", "over"], ["merged", "sent"]] as const
) {
  Deno.test(`an alert of a case that is ${status} is ${state}`, async () => {
    await using open = await openAlerts();
    const { deps } = open;
    const { case: object } = await reported(deps, { reason: "danger" });
    const stored = (await deps.store.get(cases, [object]))!;
    await deps.auditLog.transact((write, audit) => {
      write.replace(stored, { ...stored.value, status, openReports: 0 });
      audit({ actor: { kind: "system" }, action: "case.merge", object });
    });
    await open.alerter.run();
    assertEquals(alertState(await open.alert()), state);
    assertEquals((await open.mailed()).length, state === "sent" ? 1 : 0);
  });
}

Deno.test("whoever lost the role or left is not told, on call or not", async () => {
  await using open = await openAlerts();
  const { deps, noor, mei } = open;
  const boss = await actorFor(deps, ["admin", "moderator"], "staff.write");
  await changeRoles(deps, boss, {
    ...{ id: noor.staffId, roles: ["triage"], version: 0 },
  });
  await removeStaff(deps, boss, mei.staffId);
  await reported(deps, { reason: "danger" });
  await open.alerter.run();
  assertEquals((await open.alert()).told, [boss.staffId]);
  assertEquals(await open.mailed(), []);
});

Deno.test("started, it tells at the very commit, and stopped it does not", async () => {
  await using open = await openAlerts();
  open.alerter.start();
  await reported(open.deps, { reason: "danger" });
  await open.alerter.stop();
  assertEquals(await open.mailed(), ["noor@example.org"]);
  open.deps.clock.pass(MINUTE);
  await reported(open.deps, { reason: "danger" });
  assertEquals((await open.mailed()).length, 1);
});

Deno.test("M39: a report of danger with the text of the call fits in one write, first or not", async () => {
  await using open = await openAlerts();
  const { deps } = open;
  const about = newAccountId();
  for (const reason of ["danger", "nudity", "danger"] as const) {
    const call = await addCall(deps, newAccountId(), about);
    await addLine(deps, call, call.b, "I will not be here tomorrow");
    const report = filing({
      ...{ call: call.id, reason, withText: true, words: "Please help" },
    });
    assert((await fileReport(deps, call.a, report)).ok);
    const more = { ...report, reason: "danger" } as const;
    assert((await fileReport(deps, call.a, more)).ok);
  }
  assertEquals((await entriesOf(deps, "alert.raise")).length, 3);
});

Deno.test("whoever takes a case with many alerts has it, and the rest of them end", async () => {
  await using open = await openAlerts();
  const about = newAccountId();
  const numbers = new Set<string>();
  for (let n = 0; n < 6; n++) {
    const filed = await reported(open.deps, {
      reported: about,
      reason: "danger",
    });
    numbers.add(filed.case);
    open.deps.clock.pass(1);
  }
  const [number] = numbers;
  assertEquals(numbers.size, 1);
  const claim = sameActor(open.deps, open.mei, "case.claim");
  assert((await claimCase(open.deps, claim, number)).ok);
  assertEquals((await open.alert()).answeredBy, open.mei.staffId);
  await open.alerter.run();
  assertEquals(await open.mailed(), []);
  const left = await Array.fromAsync(open.deps.store.each(alerts));
  assertEquals(
    left.map(({ value }) => value.answeredBy),
    Array.from({ length: 6 }, () => open.mei.staffId),
  );
});

Deno.test("a gap is one of the team whose alerts concern one", async () => {
  await using open = await openAlerts();
  const sana = await actorFor(open.deps, ["child-safety"], "alert.answer");
  const tom = await actorFor(open.deps, ["triage"], "case.read");
  const gaps = async () =>
    await Promise.all(
      [open.mei, sana, tom].map(async ({ staff }) =>
        (await alertsFor(open.deps, staff)).nobodyOnCall
      ),
    );
  assertEquals(await gaps(), [false, true, null]);
  await goOnCall(open.deps, sana, 1);
  assertEquals(await gaps(), [false, false, null]);
});

Deno.test("a store that does not answer is told, and the next look does what was due", async () => {
  await using open = await openAlerts();
  open.alerter.start();
  const { store } = open.deps;
  const { list } = store;
  let asked = 0;
  store.list = ((...given: Parameters<typeof list>) => {
    if (given[0] === alerts && asked++ === 0) throw new Error("away");
    return list.apply(store, given);
  }) as typeof list;
  await reported(open.deps, { reason: "danger" });
  await settled(() => open.faults.length === 1, "the fault is told");
  assertEquals(open.faults, ["tell of an alert"]);
  assertEquals(await open.alerter.run(), 1);
  assertEquals(await open.mailed(), ["noor@example.org"]);
  await open.alerter.stop();
});
