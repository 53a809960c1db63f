import { assert, assertEquals } from "@std/assert";
import {
  type AccountId,
  DAY,
  HOUR,
  newAccountId,
} from "../../lib/kernel/mod.ts";
import { type Actor } from "../../lib/staff/mod.ts";
import {
  answerAppeal,
  askAppellant,
  claimAppeal,
  fileAppeal,
  fileReport,
  loadCase,
  type NewAppeal,
  replyToQuestion,
  suggestionFor,
  withdrawAppeal,
} from "../../lib/safety/mod.ts";
import { appeals, decisions, evidence } from "../../lib/safety/records.ts";
import { findStanding, isBarred, noteMark } from "../../lib/standing/mod.ts";
import {
  actorFor,
  addCall,
  addLine,
  caseValue,
  decided,
  filing,
  openSafety,
  reported,
  sameActor,
  tellAllReporters,
  type TestSafety,
} from "../helpers/safety.ts";

const ANSWER = {
  outcome: "overturned",
  lessenedTo: null,
  toPerson: "You answered a question. That is not selling.",
  toReporter: "The decision about your report was taken back.",
} as const;

async function withDecision(deps: TestSafety) {
  const filed = await reported(deps);
  const { decision, by } = await decided(deps, filed.case);
  const appeal: NewAppeal = {
    decision: decision.id,
    by: "person",
    report: null,
    appellant: filed.reported,
    claim: "not_so",
    words: "It was not like that.",
  };
  return { ...filed, decision, by, appeal };
}

async function answerer(
  deps: TestSafety,
  appeal: string,
): Promise<Actor<"appeal.answer">> {
  const actor = await actorFor(deps, ["moderator"], "appeal.answer");
  assert((await claimAppeal(deps, actor, appeal)).ok);
  return actor;
}

async function isOut(deps: TestSafety, person: AccountId): Promise<boolean> {
  const now = deps.clock.now();
  return (await findStanding(deps.store, person, now)).out !== null;
}

Deno.test("M17: an appeal is filed for 184 days, and not on the next", async () => {
  await using deps = await openSafety();
  const { appeal } = await withDecision(deps);
  deps.clock.pass(184 * DAY);
  assert((await fileAppeal(deps, appeal)).ok);
  const late = await withDecision(deps);
  deps.clock.pass(184 * DAY + 1);
  assertEquals(await fileAppeal(deps, late.appeal), {
    ok: false,
    refusal: "late",
  });
});

Deno.test("M17: each side appeals once", async () => {
  await using deps = await openSafety();
  const { appeal, reporter, report } = await withDecision(deps);
  assert((await fileAppeal(deps, appeal)).ok);
  const again = { ok: false, refusal: "again" } as const;
  assertEquals(await fileAppeal(deps, appeal), again);
  const other = {
    ...appeal,
    by: "reporter",
    appellant: reporter,
    report,
  } as const;
  assert((await fileAppeal(deps, other)).ok);
  assertEquals(await fileAppeal(deps, other), again);
});

Deno.test("M34: an appeal shows on the case at once, with its clock", async () => {
  await using deps = await openSafety();
  const { case: number, appeal } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  assertEquals(filed.value.dueAt, deps.clock.now() + 2 * DAY);
  assertEquals((await caseValue(deps, number)).openAppeals, 1);
  const { items } = await deps.store.list(appeals, "open", {
    of: ["general"],
    limit: 9,
  });
  assertEquals(items.map(({ value }) => value.id), [filed.value.id]);
});

Deno.test("M17: whoever decided does not answer, nor the second person of a ban", async () => {
  await using deps = await openSafety();
  const { appeal, by } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const self = sameActor(deps, by, "appeal.answer");
  const refused = { ok: false, refusal: "own_decision" } as const;
  assertEquals(await claimAppeal(deps, self, filed.value.id), refused);
  assertEquals(await answerAppeal(deps, self, filed.value.id, ANSWER), refused);
});

Deno.test("M31: overturning ends the sanction, voids the strike and opens the reports", async () => {
  await using deps = await openSafety();
  const { case: number, appeal, reported: person, report, decision } =
    await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const actor = await answerer(deps, filed.value.id);
  assert((await answerAppeal(deps, actor, filed.value.id, ANSWER)).ok);
  await tellAllReporters(deps);
  assertEquals(await isOut(deps, person), false);
  const loaded = (await loadCase(deps.store, number))!;
  assertEquals(loaded.state.open.map((one) => one.report), [report]);
  assertEquals((await suggestionFor(deps, loaded))?.points, 3);
  const stored = await deps.store.get(decisions, [decision.id]);
  assertEquals(stored?.value.state, "overturned");
  assertEquals(loaded.value.openAppeals, 0);
});

Deno.test("an upheld decision stays as it is", async () => {
  await using deps = await openSafety();
  const { appeal, reported: person } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const actor = await answerer(deps, filed.value.id);
  const upheld = { ...ANSWER, outcome: "upheld" } as const;
  assert((await answerAppeal(deps, actor, filed.value.id, upheld)).ok);
  assert(await isOut(deps, person));
});

Deno.test("a lessened decision is shorter, never longer, and counts less", async () => {
  await using deps = await openSafety();
  const { appeal, reported: person, decision } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const actor = await answerer(deps, filed.value.id);
  const ask = (lessenedTo: "days_30" | "days_7" | "day_1") =>
    answerAppeal(deps, actor, filed.value.id, {
      ...ANSWER,
      outcome: "lessened",
      lessenedTo,
    });
  for (const longer of ["days_30", "days_7"] as const) {
    assertEquals(await ask(longer), { ok: false, refusal: "longer" });
  }
  assert((await ask("day_1")).ok);
  assert(await isOut(deps, person));
  deps.clock.pass(DAY);
  assertEquals(await isOut(deps, person), false);
  const stored = (await deps.store.get(decisions, [decision.id]))!.value;
  assertEquals([stored.lessenedTo, stored.state], ["day_1", "in_force"]);
});

Deno.test("what one side's appeal made milder, the other side's makes no longer", async () => {
  await using deps = await openSafety();
  const { appeal, reporter, report, reported: person } = await withDecision(
    deps,
  );
  const theirs = { ...appeal, by: "reporter", appellant: reporter, report };
  const one = await fileAppeal(deps, appeal);
  const two = await fileAppeal(deps, { ...theirs, by: "reporter" });
  assert(one.ok && two.ok);
  const lessened = { ...ANSWER, outcome: "lessened" } as const;
  const first = await answerer(deps, one.value.id);
  const warned = { ...lessened, lessenedTo: "warn" } as const;
  assert((await answerAppeal(deps, first, one.value.id, warned)).ok);
  assertEquals(await isOut(deps, person), false);
  const second = await answerer(deps, two.value.id);
  for (const lessenedTo of ["day_1", "warn", "dismiss"] as const) {
    const again = { ...lessened, lessenedTo };
    assertEquals(
      await answerAppeal(deps, second, two.value.id, again),
      { ok: false, refusal: "longer" },
      lessenedTo,
    );
  }
  assertEquals(await isOut(deps, person), false);
});

Deno.test("a decision that was overturned stays so, whatever the other side's appeal comes to", async () => {
  await using deps = await openSafety();
  const { appeal, reporter, report, reported: person, case: number } =
    await withDecision(deps);
  const one = await fileAppeal(deps, appeal);
  const two = await fileAppeal(deps, {
    ...appeal,
    by: "reporter",
    appellant: reporter,
    report,
  });
  assert(one.ok && two.ok);
  const first = await answerer(deps, one.value.id);
  assert((await answerAppeal(deps, first, one.value.id, ANSWER)).ok);
  const second = await answerer(deps, two.value.id);
  const lessened = { ...ANSWER, outcome: "lessened" } as const;
  assertEquals(
    await answerAppeal(deps, second, two.value.id, {
      ...lessened,
      lessenedTo: "day_1",
    }),
    { ok: false, refusal: "longer" },
  );
  assertEquals(await isOut(deps, person), false);
  assert((await answerAppeal(deps, second, two.value.id, ANSWER)).ok);
  const { state, value } = (await loadCase(deps.store, number))!;
  assertEquals(state.open.map((one) => one.report), [report]);
  assertEquals(value.openAppeals, 0);
});

Deno.test("a ban that an appeal makes shorter waits for no second person", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps);
  const { decision } = await decided(deps, number, { measures: ["ban"] });
  const filed = await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: person, claim: "too_long", words: null },
  });
  assert(filed.ok);
  const actor = await answerer(deps, filed.value.id);
  const lessened = { outcome: "lessened", lessenedTo: "days_7" } as const;
  assert(
    (await answerAppeal(deps, actor, filed.value.id, {
      ...ANSWER,
      ...lessened,
    })).ok,
  );
  const { state, value } = (await loadCase(deps.store, number))!;
  assertEquals([state.second, value.status], [null, "closed"]);
  deps.clock.pass(2 * DAY);
  assert(await isOut(deps, person), "for the seven days");
});

Deno.test("M34: one question back stops the clock until it is answered", async () => {
  await using deps = await openSafety();
  const { appeal } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const { id, dueAt } = filed.value;
  const actor = await answerer(deps, id);
  const asked = await askAppellant(deps, actor, id, "Which page?");
  assert(asked.ok);
  assertEquals(asked.value.openDueAt, deps.clock.now() + 7 * DAY);
  deps.clock.pass(3 * DAY);
  const replied = await replyToQuestion(deps, id, "My band's page.");
  assert(replied.ok);
  assertEquals(replied.value.dueAt, dueAt + 3 * DAY);
  const again = await answerer(deps, id);
  assertEquals(await askAppellant(deps, again, id, "And when?"), {
    ok: false,
    refusal: "asked",
  });
  assert((await answerAppeal(deps, again, id, ANSWER)).ok);
});

Deno.test("M34: every answer carries words, and no placeholder", async () => {
  await using deps = await openSafety();
  const { appeal } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const { id } = filed.value;
  const actor = await answerer(deps, id);
  const wrong = [
    [{ ...ANSWER, toPerson: " " }, "words"],
    [{ ...ANSWER, toReporter: "" }, "words"],
    [{ ...ANSWER, toReporter: "On {date}." }, "placeholder"],
  ] as const;
  for (const [given, refusal] of wrong) {
    assertEquals(await answerAppeal(deps, actor, id, given), {
      ok: false,
      refusal,
    });
  }
});

Deno.test("a lease that has ended answers nothing", async () => {
  await using deps = await openSafety();
  const { appeal } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  const actor = await answerer(deps, filed.value.id);
  deps.clock.pass(HOUR);
  assertEquals(await answerAppeal(deps, actor, filed.value.id, ANSWER), {
    ok: false,
    refusal: "lapsed",
  });
});

Deno.test("an appeal that was withdrawn can be filed again, and not answered", async () => {
  await using deps = await openSafety();
  const { appeal } = await withDecision(deps);
  const filed = await fileAppeal(deps, appeal);
  assert(filed.ok);
  assert((await withdrawAppeal(deps, filed.value.id)).ok);
  assertEquals((await withdrawAppeal(deps, filed.value.id)).ok, false);
  assert((await fileAppeal(deps, appeal)).ok);
});

Deno.test("no evidence ends before an open appeal is decided, and 31 days after that", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  await addLine(deps, call, call.b, "look at this");
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, withText: true }),
  );
  assert(filed.ok);
  const { decision } = await decided(deps, filed.value.case);
  const [{ value: { id } }] = await Array.fromAsync(deps.store.each(evidence));
  const isKept = async () => await deps.store.get(evidence, [id]) !== null;
  deps.clock.pass(184 * DAY);
  const appealed = await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null, claim: "not_so" },
    ...{ appellant: call.b, words: null },
  });
  assert(appealed.ok);
  deps.clock.pass(60 * DAY);
  assert(await isKept(), "nobody has answered");
  const actor = await answerer(deps, appealed.value.id);
  const answered = await answerAppeal(deps, actor, appealed.value.id, {
    ...{ outcome: "upheld", lessenedTo: null },
    ...{ toPerson: "It stands.", toReporter: "It stands." },
  });
  assert(answered.ok);
  deps.clock.pass(31 * DAY - HOUR);
  assert(await isKept());
  deps.clock.pass(HOUR);
  assertEquals(await isKept(), false);
});

Deno.test("M17: overturning a ban ends its digests, and a withdrawn appeal leaves it", async () => {
  await using deps = await openSafety();
  const person = newAccountId();
  const mark = await deps.digests.of("browser", "a browser");
  const visit = { accountId: person, mark, now: deps.clock.now() };
  await deps.store.transactOrThrow(
    "note a browser",
    (write) => noteMark(deps.store, write, visit),
  );
  const filed = await reported(deps, { reported: person });
  const { decision } = await decided(deps, filed.case, { measures: ["ban"] });
  const barred = () => isBarred(deps.store, mark, deps.clock.now());
  assertEquals(await barred(), true);
  const appeal = {
    ...{ decision: decision.id, by: "person", report: null } as const,
    ...{ appellant: person, claim: "not_me", words: null } as const,
  };
  const first = await fileAppeal(deps, appeal);
  assert(first.ok);
  assert((await withdrawAppeal(deps, first.value.id)).ok);
  assertEquals(await barred(), true);
  const second = await fileAppeal(deps, appeal);
  assert(second.ok);
  const actor = await answerer(deps, second.value.id);
  assert((await answerAppeal(deps, actor, second.value.id, ANSWER)).ok);
  assertEquals(await barred(), false);
});
