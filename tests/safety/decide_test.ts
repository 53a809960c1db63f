import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { DAY, HOUR, MINUTE } from "../../lib/kernel/mod.ts";
import { notices } from "../../lib/notices/records.ts";
import {
  answerBan,
  claimCase,
  decideCase,
  faultInRuling,
  fileReport,
  lapseBans,
  loadCase,
  ownReportView,
  statusOf,
  suggestionFor,
  undoDecision,
} from "../../lib/safety/mod.ts";
import { decisions, evidence, reports } from "../../lib/safety/records.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import {
  actorFor,
  addCall,
  addLine,
  caseValue,
  decided,
  filing,
  openSafety,
  reported,
  ruling,
  sameActor,
  tellAllReporters,
  type TestSafety,
} from "../helpers/safety.ts";

async function told({ store }: TestSafety, person: string): Promise<string[]> {
  const all = await Array.fromAsync(store.each(notices));
  return all.map(({ value }) => value)
    .filter(({ accountId }) => accountId === person)
    .sort((a, b) => a.at - b.at)
    .map(({ template }) => template);
}

async function outOf(
  deps: TestSafety,
  person: Parameters<typeof findStanding>[1],
) {
  const { out } = await findStanding(deps.store, person, deps.clock.now());
  return out?.kind ?? null;
}

Deno.test("M16: a decision keeps the person out and tells both sides at that moment", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person, reporter, report } = await reported(
    deps,
  );
  const { decision } = await decided(deps, number);
  assertEquals(decision.until, deps.clock.now() + 7 * DAY);
  assertEquals(await outOf(deps, person), "suspension");
  assertEquals(await told(deps, person), ["decisionMade"]);
  assertEquals(await told(deps, reporter), ["reportDecided"]);
  const view = await ownReportView(deps, reporter, report);
  assertEquals([view?.state, view?.outcome?.acted], ["decided", true]);
  const value = await caseValue(deps, number);
  assertEquals([value.status, value.rank, value.openReports], [
    "closed",
    null,
    0,
  ]);
});

Deno.test("M12: a suspension ends on time, without a job", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  await decided(deps, number, { measures: ["day_1"] });
  deps.clock.pass(DAY - 1);
  assertEquals(await outOf(deps, person), "suspension");
  deps.clock.pass(1);
  assertEquals(await outOf(deps, person), null);
});

Deno.test("M09: without rule or finding nothing is decided", () => {
  const facts = "You did this.";
  const cases = [
    [{ measures: ["warn"], rule: null, facts }, "rule"],
    [{ measures: ["warn"], rule: "harm", facts: "  " }, "facts"],
    [{ measures: ["dismiss"], rule: null, facts: "" }, "facts"],
    [{ measures: ["dismiss"], rule: null, facts }, null],
    [{ measures: ["invalid"], rule: null, facts }, null],
    [{ measures: [], rule: "harm", facts }, "measures"],
    [{ measures: ["warn", "ban"], rule: "harm", facts }, "measures"],
    [{ measures: ["dismiss", "warn"], rule: "harm", facts }, "measures"],
    [{ measures: ["remove_picture"], rule: "harm", facts }, "measures"],
    [{ measures: ["dismiss", "remove_name"], rule: "harm", facts }, "measures"],
    [{ measures: ["invalid", "remove_name"], rule: "harm", facts }, "measures"],
    [{ measures: ["abusive"], rule: "harm", facts }, "measures"],
    [{ measures: ["under_18"], rule: "harm", facts }, "measures"],
    [{ measures: ["warn", "warn"], rule: "harm", facts }, "measures"],
    [{ measures: ["warn", "remove_picture"], rule: "harm", facts }, null],
    [{ measures: ["warn"], rule: "harm", facts: "On {date}." }, "placeholder"],
  ] as const;
  for (const [given, fault] of cases) {
    assertEquals(
      faultInRuling({ ...given, measures: [...given.measures] }),
      fault,
      JSON.stringify(given),
    );
  }
});

Deno.test("M30: an unresolved placeholder stops the sending, on the server too", async () => {
  await using deps = await openSafety();
  const { case: number, report } = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.decide");
  await claimCase(deps, sameActor(deps, actor, "case.claim"), number);
  const done = await decideCase(
    deps,
    actor,
    ruling({ number, reports: [report], facts: "On {date} you did this." }),
  );
  assertEquals(done, { ok: false, refusal: "placeholder" });
  assertEquals(await Array.fromAsync(deps.store.each(decisions)), []);
});

Deno.test("M33: a report that came since the form was made is not decided unseen", async () => {
  await using deps = await openSafety();
  const { case: number, report, reported: person } = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.decide");
  await claimCase(deps, sameActor(deps, actor, "case.claim"), number);
  await reported(deps, { reported: person });
  const done = await decideCase(
    deps,
    actor,
    ruling({ number, reports: [report] }),
  );
  assertEquals(done, { ok: false, refusal: "stale" });
  const { state } = (await loadCase(deps.store, number))!;
  assertEquals([state.open.length, statusOf(state, 0)], [2, "open"]);
});

Deno.test("M11: the suggestion follows rule, reporters and what still counts", async () => {
  await using deps = await openSafety();
  const first = await reported(deps);
  await decided(deps, first.case, { measures: ["day_1"] });
  deps.clock.pass(DAY);
  for (let n = 0; n < 3; n++) {
    await reported(deps, { reported: first.reported });
  }
  const loaded = (await loadCase(deps.store, first.case))!;
  const suggestion = await suggestionFor(deps, loaded);
  assertEquals([suggestion?.points, suggestion?.step], [6, "days_7"]);
  deps.clock.pass(180 * DAY);
  const later = await suggestionFor(deps, loaded);
  assertEquals([later?.points, later?.step], [4, "days_7"]);
});

Deno.test("M13: a ban asks for its proof, and holds for a day without a second person", async () => {
  await using deps = await openSafety();
  const { case: number, report, reported: person, reporter } = await reported(
    deps,
  );
  const actor = await actorFor(deps, ["moderator"], "case.decide");
  await claimCase(deps, sameActor(deps, actor, "case.claim"), number);
  const alone = await decideCase(
    deps,
    actor,
    ruling({ number, reports: [report], measures: ["ban"] }),
  );
  assertEquals(alone, { ok: false, refusal: "ban" });
  await decided(deps, number, { measures: ["ban"] }, actor);
  assertEquals(await outOf(deps, person), "ban");
  assertEquals((await caseValue(deps, number)).status, "second_awaited");
  deps.clock.pass(DAY);
  assertEquals(await outOf(deps, person), null);
  assertEquals(await lapseBans(deps), 1);
  assertEquals(await lapseBans(deps), 0);
  await tellAllReporters(deps);
  const { status, openReports } = await caseValue(deps, number);
  assertEquals([status, openReports], ["open", 1]);
  assertEquals(await told(deps, person), ["decisionMade", "decisionUndone"]);
  assertEquals(await told(deps, reporter), ["reportDecided", "reportReopened"]);
});

Deno.test("of two bans before anybody has confirmed one, each lapses unless it was", async () => {
  await using deps = await openSafety();
  const one = await reported(deps);
  const ban = { measures: ["ban"] } as const;
  const { decision: first } = await decided(deps, one.case, ban);
  await reported(deps, { reported: one.reported });
  const { decision: last } = await decided(deps, one.case, ban);
  const second = await actorFor(deps, ["moderator"], "case.ban");
  assert((await answerBan(deps, second, last.id, true)).ok);
  deps.clock.pass(DAY + 1);
  assertEquals(await lapseBans(deps), 1);
  const states = await Promise.all([first, last].map(async ({ id }) => {
    const { value } = (await deps.store.get(decisions, [id]))!;
    return [value.state, value.provisionalUntil];
  }));
  assertEquals(states, [["lapsed", null], ["in_force", null]]);
  const { state } = (await loadCase(deps.store, one.case))!;
  assertEquals(state.open.map(({ report }) => report), [one.report]);
  assertEquals(await lapseBans(deps), 0);
});

Deno.test("M13: somebody else confirms, and then the ban has no end", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  const { decision, by } = await decided(deps, number, { measures: ["ban"] });
  const self = sameActor(deps, by, "case.ban");
  assertEquals(await answerBan(deps, self, decision.id, true), {
    ok: false,
    refusal: "own_decision",
  });
  const other = await actorFor(deps, ["moderator"], "case.ban");
  assert((await answerBan(deps, other, decision.id, true)).ok);
  deps.clock.pass(400 * DAY);
  assertEquals(await outOf(deps, person), "ban");
  assertEquals(await lapseBans(deps), 0);
});

Deno.test("M13: somebody else declines, and nothing is left of it", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  const { decision } = await decided(deps, number, { measures: ["ban"] });
  const other = await actorFor(deps, ["moderator"], "case.ban");
  assert((await answerBan(deps, other, decision.id, false)).ok);
  assertEquals(await outOf(deps, person), null);
  assertEquals((await caseValue(deps, number)).openReports, 1);
});

Deno.test("M32: an invalid report touches nobody's record", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person, reporter, report } = await reported(
    deps,
  );
  const { decision } = await decided(deps, number, {
    measures: ["invalid"],
    rule: null,
    facts: "There was no call between these two.",
  });
  assertEquals([decision.strike, decision.until], [null, null]);
  assertEquals(await outOf(deps, person), null);
  assertEquals(await told(deps, person), []);
  const stored = await deps.store.get(reports, [report]);
  assertEquals(stored?.value.state, "invalid");
  assertEquals(await told(deps, reporter), ["reportDecided"]);
});

Deno.test("a dismissal is not told to the person, and is to the reporter", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person, reporter } = await reported(deps);
  await decided(deps, number, {
    measures: ["dismiss"],
    rule: null,
    facts: "Nothing of it can be seen.",
  });
  assertEquals(await told(deps, person), []);
  assertEquals(await told(deps, reporter), ["reportDecided"]);
});

Deno.test("M18: a decision is taken back within ten minutes, whole", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person, reporter, report } = await reported(
    deps,
  );
  const { decision, by } = await decided(deps, number);
  deps.clock.pass(10 * MINUTE);
  const other = await actorFor(deps, ["moderator"], "case.decide");
  assertEquals(await undoDecision(deps, other, decision.id), {
    ok: false,
    refusal: "not_yours",
  });
  assert((await undoDecision(deps, by, decision.id)).ok);
  await tellAllReporters(deps);
  assertEquals(await outOf(deps, person), null);
  const { state } = (await loadCase(deps.store, number))!;
  assertEquals(state.open.map((one) => one.report), [report]);
  assertEquals(await told(deps, person), ["decisionMade", "decisionUndone"]);
  assertEquals(await told(deps, reporter), ["reportDecided", "reportReopened"]);
  const suggestion = await suggestionFor(
    deps,
    (await loadCase(deps.store, number))!,
  );
  assertEquals(suggestion?.points, 3, "the strike counts nothing");
});

Deno.test("after ten minutes a decision stands", async () => {
  await using deps = await openSafety();
  const { case: number } = await reported(deps);
  const { decision, by } = await decided(deps, number);
  deps.clock.pass(10 * MINUTE + 1);
  assertEquals(await undoDecision(deps, by, decision.id), {
    ok: false,
    refusal: "late",
  });
});

Deno.test("many reporters are all told, also when the process ends in between", async () => {
  await using deps = await openSafety();
  const first = await reported(deps);
  const reporters = [first.reporter];
  for (let n = 0; n < 14; n++) {
    const { reporter } = await reported(deps, { reported: first.reported });
    reporters.push(reporter);
  }
  const actor = await actorFor(deps, ["moderator"], "case.decide");
  await claimCase(deps, sameActor(deps, actor, "case.claim"), first.case);
  const { state } = (await loadCase(deps.store, first.case))!;
  const done = await decideCase(
    deps,
    actor,
    ruling({
      number: first.case,
      reports: state.open.map(({ report }) => report),
    }),
  );
  assert(done.ok);
  for (const reporter of reporters) {
    assertEquals(await told(deps, reporter), []);
  }
  assertEquals(await tellAllReporters(deps), 1);
  assertEquals(await tellAllReporters(deps), 0);
  for (const reporter of reporters) {
    assertEquals(await told(deps, reporter), ["reportDecided"]);
  }
});

Deno.test("evidence ends 31 days after nobody can appeal any more", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  await addLine(deps, call, call.b, "look at this");
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, withText: true }),
  );
  assert(filed.ok);
  await decided(deps, filed.value.case);
  const [{ value }] = await Array.fromAsync(deps.store.each(evidence));
  assertEquals(value.keepFrom, deps.clock.now() + 184 * DAY);
  deps.clock.pass((184 + 31) * DAY - HOUR);
  assert(await deps.store.get(evidence, [value.id]));
  deps.clock.pass(HOUR);
  assertEquals(await deps.store.get(evidence, [value.id]), null);
});

Deno.test("E02: the log of a decision has ids, and no word of what was found", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  await decided(deps, number, { reason: "Second time this autumn." });
  const entries = await Array.fromAsync(deps.store.each(auditEntries));
  const text = JSON.stringify(entries);
  for (const secret of [person, "undressed", "autumn"]) {
    assert(!text.includes(secret), secret);
  }
  const entry = entries.find(({ value }) => value.action === "case.decide");
  assert(entry?.value.noteDigest);
  assertEquals(entry.value.details.measures, "days_7");
});
