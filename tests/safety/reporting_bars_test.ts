import { assert, assertEquals } from "@std/assert";
import { type AccountId, DAY } from "../../lib/kernel/mod.ts";
import { notices } from "../../lib/notices/records.ts";
import {
  addNote,
  answerAppeal,
  claimAppeal,
  claimCase,
  decideCase,
  faultInRuling,
  fileAppeal,
  fileReport,
  loadCase,
  ownReportView,
  ownStandingView,
  type Ruling,
  suggestionFor,
  undoDecision,
} from "../../lib/safety/mod.ts";
import { reportingBarAfter } from "../../lib/safety/ladder.ts";
import { decisions, reports } from "../../lib/safety/records.ts";
import { findBlocked, findStanding } from "../../lib/standing/mod.ts";
import {
  actorFor,
  addCall,
  caseValue,
  decided,
  filing,
  openSafety,
  reported,
  sameActor,
  tellAllReporters,
  type TestSafety,
} from "../helpers/safety.ts";

const FACTS = "You reported four people within one minute of meeting them.";

function abusive(reports: string[]): Partial<Ruling> {
  return {
    measures: ["dismiss"],
    rule: null,
    facts: "Nothing of it can be seen.",
    abuse: { reports, rule: "owe", facts: FACTS },
  };
}

async function templates({ store }: TestSafety, person: AccountId) {
  const all = await Array.fromAsync(store.each(notices));
  return all.map(({ value }) => value)
    .filter(({ accountId }) => accountId === person)
    .map(({ template, values }) =>
      template === "decisionMade" ? `${template} ${values.step}` : template
    )
    .sort();
}

async function barred(deps: TestSafety) {
  const filed = await reported(deps);
  const made = await decided(deps, filed.case, abusive([filed.report]));
  return { ...filed, ...made };
}

function standingOf({ store, clock }: TestSafety, person: AccountId) {
  return findStanding(store, person, clock.now());
}

Deno.test("M32: an abusive report keeps its maker from reporting, and from nothing else", async () => {
  await using deps = await openSafety();
  const { reporter, reported: person, report } = await barred(deps);
  assertEquals(await standingOf(deps, reporter), {
    out: null,
    mayReport: false,
  });
  assertEquals(await standingOf(deps, person), { out: null, mayReport: true });
  assertEquals(await templates(deps, person), []);
  assertEquals(await templates(deps, reporter), ["decisionMade abusive"]);
  const stored = await deps.store.get(reports, [report]);
  assertEquals(stored?.value.state, "dismissed");
  const about = await reported(deps, { reported: reporter });
  const suggestion = await suggestionFor(
    deps,
    (await loadCase(deps.store, about.case))!,
  );
  assertEquals(suggestion?.points, 3, "the bar is no strike");
});

Deno.test("M32: whoever is barred reads a statement with its end, and can appeal", async () => {
  await using deps = await openSafety();
  const { reporter, reported: person, report } = await barred(deps);
  const { statement, out, mayReport } = await ownStandingView(
    deps,
    reporter,
    null,
  );
  assertEquals([out, mayReport], [null, false]);
  assertEquals(statement?.measures, ["abusive"]);
  assertEquals(statement?.facts, FACTS);
  assertEquals([statement?.rule, statement?.mayAppeal], ["owe", true]);
  assertEquals(statement?.until, deps.clock.now() + 7 * DAY);
  assert(statement?.number.startsWith("SN-"));
  const own = await ownReportView(deps, reporter, report);
  assertEquals(own?.outcome?.abusive, true);
  assertEquals((await ownStandingView(deps, person, null)).statement, null);
});

Deno.test("the words about a reporter are kept in the decision about them alone", async () => {
  await using deps = await openSafety();
  const { reporter } = await barred(deps);
  const all = await Array.fromAsync(deps.store.each(decisions));
  const holding = all.filter(({ value }) =>
    JSON.stringify(value).includes("four people")
  );
  assertEquals(holding.map(({ value }) => value.reported), [reporter]);
});

Deno.test("M11: a reporting bar grows by its table, and earlier ones are forgotten", () => {
  const now = 1_000 * DAY;
  for (
    const [earlier, days] of [
      [[], 7],
      [[now - DAY], 30],
      [[now - DAY, now - 40 * DAY], 180],
      [[now - 1, now - 2, now - 3, now - 4], 180],
      [[now - 365 * DAY], 7],
      [[now - 365 * DAY + 1], 30],
    ] as const
  ) {
    assertEquals(reportingBarAfter(earlier, now), days * DAY);
  }
});

Deno.test("a bar ends on time, and the next one is longer", async () => {
  await using deps = await openSafety();
  const { reporter } = await barred(deps);
  deps.clock.pass(7 * DAY - 1);
  assertEquals((await standingOf(deps, reporter)).mayReport, false);
  deps.clock.pass(1);
  assertEquals((await standingOf(deps, reporter)).mayReport, true);
  const next = await reported(deps, { by: reporter });
  await decided(deps, next.case, abusive([next.report]));
  const { statement } = await ownStandingView(deps, reporter, null);
  assertEquals(statement?.until, deps.clock.now() + 30 * DAY);
});

Deno.test("M31: a person is warned and one reporter of two is barred, in one decision", async () => {
  await using deps = await openSafety();
  const right = await reported(deps);
  const wrong = await reported(deps, { reported: right.reported });
  const { decision } = await decided(deps, right.case, {
    measures: ["warn"],
    abuse: { reports: [wrong.report], rule: "owe", facts: FACTS },
  });
  assertEquals((await standingOf(deps, wrong.reporter)).mayReport, false);
  assertEquals((await standingOf(deps, right.reporter)).mayReport, true);
  assertEquals(await templates(deps, right.reported), ["decisionMade warn"]);
  assertEquals(await templates(deps, right.reporter), ["reportDecided"]);
  const { statement } = await ownStandingView(deps, right.reported, null);
  assertEquals([statement?.id, statement?.measures], [decision.id, ["warn"]]);
  const states = await Promise.all(
    [right, wrong].map(({ report }) => deps.store.get(reports, [report])),
  );
  assertEquals(states.map((one) => one?.value.state), ["upheld", "dismissed"]);
});

Deno.test("two abusive reports of one person are one bar", async () => {
  await using deps = await openSafety();
  const one = await reported(deps);
  const two = await reported(deps, {
    ...{ reported: one.reported, by: one.reporter },
  });
  await decided(deps, one.case, abusive([one.report, two.report]));
  assertEquals(await templates(deps, one.reporter), ["decisionMade abusive"]);
  const { statement } = await ownStandingView(deps, one.reporter, null);
  assertEquals(statement?.until, deps.clock.now() + 7 * DAY);
});

Deno.test("M31: taken back, the bar ends and the report is open again", async () => {
  await using deps = await openSafety();
  const { reporter, decision, by, case: number } = await barred(deps);
  assert((await undoDecision(deps, by, decision.id)).ok);
  await tellAllReporters(deps);
  assertEquals((await standingOf(deps, reporter)).mayReport, true);
  assertEquals((await caseValue(deps, number)).openReports, 1);
  assertEquals(await templates(deps, reporter), [
    "decisionMade abusive",
    "decisionUndone",
    "reportReopened",
  ]);
  await tellAllReporters(deps);
  assertEquals((await templates(deps, reporter)).length, 3);
});

Deno.test("M31: a bar ends with its decision, also where its report was added to since", async () => {
  await using deps = await openSafety();
  const { reporter, report, decision, by } = await barred(deps);
  const { call } = (await deps.store.get(reports, [report]))!.value;
  const added = await fileReport(
    deps,
    reporter,
    filing({ call, reason: "danger" }),
  );
  assert(added.ok && added.value.added);
  assert((await undoDecision(deps, by, decision.id)).ok);
  await tellAllReporters(deps);
  assertEquals((await standingOf(deps, reporter)).mayReport, true);
});

Deno.test("M17: whoever is barred appeals to somebody else, who ends the bar", async () => {
  await using deps = await openSafety();
  const { reporter, by, case: number } = await barred(deps);
  const { statement } = await ownStandingView(deps, reporter, null);
  const filed = await fileAppeal(deps, {
    ...{ decision: statement!.id, by: "person", report: null },
    ...{ appellant: reporter, claim: "not_so", words: null },
  });
  assert(filed.ok);
  assertEquals((await caseValue(deps, number)).openAppeals, 1);
  const self = sameActor(deps, by, "appeal.answer");
  assertEquals(await claimAppeal(deps, self, filed.value.id), {
    ...{ ok: false, refusal: "own_decision" },
  });
  const other = await actorFor(deps, ["moderator"], "appeal.answer");
  assert((await claimAppeal(deps, other, filed.value.id)).ok);
  const answered = await answerAppeal(deps, other, filed.value.id, {
    ...{ outcome: "overturned", lessenedTo: null },
    ...{ toPerson: "You were right.", toReporter: "You were right." },
  });
  assert(answered.ok);
  assertEquals((await standingOf(deps, reporter)).mayReport, true);
  assertEquals((await caseValue(deps, number)).openAppeals, 0);
});

Deno.test("M05: whoever is barred is refused, and still never meets the other again", async () => {
  await using deps = await openSafety();
  const { reporter } = await barred(deps);
  const call = await addCall(deps, reporter);
  const refused = await fileReport(
    deps,
    reporter,
    filing({ call: call.id, reason: "hate" }),
  );
  assertEquals(refused, { ok: false, refusal: "barred" });
  assertEquals(await findBlocked(deps.store, [[reporter, call.b]]), [true]);
  const about = await Array.fromAsync(deps.store.each(reports));
  assertEquals(about.length, 1);
});

Deno.test("M05: danger is taken from everybody, and weighs nothing for who is barred", async () => {
  await using deps = await openSafety();
  const { reporter } = await barred(deps);
  for (const reason of ["danger", "under_18", "threatened"] as const) {
    const filed = await reported(deps, { by: reporter, reason });
    const { state } = (await loadCase(deps.store, filed.case))!;
    assertEquals(state.open.map(({ barred }) => barred), [true]);
    assertEquals((await caseValue(deps, filed.case)).score, 80);
    const second = await reported(deps, {
      ...{ reported: filed.reported, reason },
    });
    // One reporter who counts: nothing is added for a second.
    assertEquals((await caseValue(deps, second.case)).score, 80);
  }
});

Deno.test("a note of whoever is barred opens nothing again", async () => {
  await using deps = await openSafety();
  const { reporter, report, case: number } = await barred(deps);
  const refused = await addNote(deps, reporter, report, "But it was so!");
  assertEquals(refused, { ok: false, refusal: "barred" });
  assertEquals((await caseValue(deps, number)).status, "closed");
});

Deno.test("M09: without reports, rule or finding nobody is barred", async () => {
  await using deps = await openSafety();
  const { case: number, report, reporter } = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.decide");
  assert(
    (await claimCase(deps, sameActor(deps, actor, "case.claim"), number))
      .ok,
  );
  const base = {
    ...{ number, reports: [report], measures: ["dismiss"] as const },
    ...{ rule: null, facts: "Nothing.", reason: null },
    bulk: null,
  };
  const abuse = { reports: [report], rule: "owe", facts: FACTS } as const;
  for (
    const [wrong, refusal] of [
      [{ ...abuse, reports: [] }, "abuse"],
      [{ ...abuse, reports: ["other"] }, "abuse"],
      [{ ...abuse, rule: null }, "abuse_rule"],
      [{ ...abuse, facts: " " }, "abuse_facts"],
      [{ ...abuse, facts: "Until {until}." }, "abuse_placeholder"],
    ] as const
  ) {
    const ruling: Ruling = { ...base, abuse: wrong };
    assertEquals(faultInRuling(ruling), refusal);
    assertEquals(await decideCase(deps, actor, ruling), {
      ...{ ok: false, refusal },
    });
  }
  const invalid = { ...base, measures: ["invalid"] as const, abuse };
  assertEquals(faultInRuling(invalid), "measures");
  assertEquals((await standingOf(deps, reporter)).mayReport, true);
  assertEquals(await Array.fromAsync(deps.store.each(decisions)), []);
});
