import { assert, assertEquals } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import {
  DAY,
  HOUR,
  MINUTE,
  newAccountId,
  newId,
  SECOND,
} from "../../lib/kernel/mod.ts";
import { queueEntries } from "../../lib/matching/mod.ts";
import { loadCase } from "../../lib/safety/case_store.ts";
import {
  addNote,
  claimCase,
  decideCase,
  fileReport,
  openNumber,
  ownReportView,
  type ReasonId,
  REASONS,
  reportsBy,
  statusOf,
  tellReporters,
  withdrawReport,
} from "../../lib/safety/mod.ts";
import { cases, evidence, reports } from "../../lib/safety/records.ts";
import {
  addSanction,
  endReviews,
  findBlocked,
  findStanding,
  isInForce,
  listSanctions,
} from "../../lib/standing/mod.ts";
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
} from "../helpers/safety.ts";

Deno.test("M01: whom a report is about is known from the call alone", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  const filed = await fileReport(deps, call.a, filing({ call: call.id }));
  assert(filed.ok);
  assertEquals(filed.value.reported, call.b);
  const stored = await deps.store.get(reports, [filed.value.report]);
  assertEquals(
    [stored?.value.reporter, stored?.value.reported, stored?.value.callSeconds],
    [call.a, call.b, 60],
  );
  assertEquals(await findBlocked(deps.store, [[call.b, call.a]]), [true]);
  const { team, severity, dueAt } = await caseValue(deps, filed.value.case);
  const due = deps.clock.now() + REASONS.nudity.deadline;
  assertEquals([team, severity, dueAt], ["general", "severe", due]);
});

Deno.test("a stranger to the call, and one whose record has ended, report nothing", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  const refused = { ok: false, refusal: "unknown" } as const;
  const asked = filing({ call: call.id });
  assertEquals(await fileReport(deps, newAccountId(), asked), refused);
  assertEquals(
    await fileReport(deps, call.a, filing({ call: newId() })),
    refused,
  );
  deps.clock.pass(2 * DAY);
  assertEquals(await fileReport(deps, call.a, asked), refused);
  assertEquals(await Array.fromAsync(deps.store.each(reports)), []);
});

Deno.test("M04: a second report of one call is more to the first", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  const first = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, words: "Undressed." }),
  );
  const second = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, reason: "threat", words: "And threatened me." }),
  );
  assert(first.ok && second.ok);
  assertEquals([first.value.added, second.value.added], [false, true]);
  assertEquals(first.value.number, second.value.number);
  const all = await Array.fromAsync(deps.store.each(reports));
  assertEquals(
    all.map(({ value: { reason, words } }) => [reason, words]),
    [["threat", "Undressed.\n\nAnd threatened me."]],
  );
  const loaded = (await loadCase(deps.store, first.value.case))!;
  assertEquals(loaded.state.open.length, 1);
});

Deno.test("M05: all reports about one person are one case, which weighs more", async () => {
  await using deps = await openSafety();
  const one = await reported(deps);
  const before = await caseValue(deps, one.case);
  const two = await reported(deps, { reported: one.reported });
  assertEquals(two.case, one.case);
  const after = await caseValue(deps, one.case);
  assertEquals(after.openReports, 2);
  assert(after.score > before.score && after.rank! < before.rank!);
  assertEquals((await Array.fromAsync(deps.store.each(cases))).length, 1);
});

Deno.test("M05: ten reporters at once make one case with ten reports", async () => {
  await using deps = await openSafety();
  const person = newAccountId();
  const all = await Promise.all(
    Array.from({ length: 10 }, () => reported(deps, { reported: person })),
  );
  assertEquals(new Set(all.map((one) => one.case)).size, 1);
  const { openReports } = await caseValue(deps, all[0].case);
  assertEquals(openReports, 10);
});

Deno.test("M05: the report of somebody who may not report is read where it cannot wait, and adds nothing", async () => {
  await using deps = await openSafety();
  const { case: number, reported: person } = await reported(deps, {
    reason: "threatened",
  });
  const { score } = await caseValue(deps, number);
  const barred = newAccountId();
  const imposed = await deps.auditLog.transact((write, audit) => {
    addSanction(write, {
      accountId: barred,
      kind: "reporting_bar",
      from: deps.clock.now(),
      until: deps.clock.now() + DAY,
      provisionalUntil: null,
      decision: null,
    });
    audit({ actor: { kind: "system" }, action: "sanction.impose" });
  });
  assert(imposed.ok);
  await reported(deps, { reported: person, by: barred, reason: "danger" });
  const after = await caseValue(deps, number);
  assertEquals([after.openReports, after.score], [2, score]);
});

Deno.test("A08: who seems under 18 is kept out at once, by a case that only child safety sees", async () => {
  await using deps = await openSafety();
  const filed = await reported(deps, { reason: "under_18" });
  const { out } = await findStanding(
    deps.store,
    filed.reported,
    deps.clock.now(),
  );
  assertEquals(out?.kind, "review");
  const { team, severity } = await caseValue(deps, filed.case);
  assertEquals([team, severity], ["child_safety", "critical"]);
});

Deno.test("A12: a person reported for nudity and for their age has two cases", async () => {
  await using deps = await openSafety();
  const nudity = await reported(deps);
  const age = await reported(deps, {
    reported: nudity.reported,
    reason: "under_18",
  });
  assert(age.case !== nudity.case);
  assertEquals((await caseValue(deps, nudity.case)).openReports, 1);
});

Deno.test("a report that turns out to be about a child goes to child safety as well", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  const file = (reason: "nudity" | "under_18") =>
    fileReport(deps, call.a, filing({ call: call.id, reason }));
  const [first, second] = [await file("nudity"), await file("under_18")];
  assert(first.ok && second.ok);
  assert(second.value.added && second.value.case !== first.value.case);
  assertEquals(
    (await caseValue(deps, second.value.case)).team,
    "child_safety",
  );
  const { out } = await findStanding(deps.store, call.b, deps.clock.now());
  assertEquals(out?.kind, "review");
});

Deno.test("a report about a child as well is one more, however often it is pressed", async () => {
  await using deps = await openSafety();
  const numbers: string[] = [];
  for (const call of [await addCall(deps), await addCall(deps)]) {
    const file = (reason: "nudity" | "under_18") =>
      fileReport(deps, call.a, filing({ call: call.id, reason }));
    await file("nudity");
    const [moved, again] = [await file("under_18"), await file("under_18")];
    assert(moved.ok && again.ok);
    assertEquals(again.value, moved.value);
    const { report, case: number } = moved.value;
    assertEquals((await caseValue(deps, number)).openReports, 1);
    assertEquals((await ownReportView(deps, call.a, report))?.final, true);
    const opened = await openNumber(deps, moved.value.number);
    assert(opened?.kind === "report");
    assertEquals(opened.report.id, report);
    numbers.push(moved.value.number);
  }
  assertEquals(new Set(numbers).size, 2);
});

Deno.test("M04: what cannot be taken back cannot be made less first", async () => {
  await using deps = await openSafety();
  for (const reason of ["under_18", "danger", "threatened"] as const) {
    const call = await addCall(deps);
    const file = (reason: ReasonId) =>
      fileReport(deps, call.a, filing({ call: call.id, reason }));
    const [filed, added] = [await file(reason), await file("other")];
    assert(filed.ok && added.ok);
    const { report, case: number } = filed.value;
    assertEquals(
      await withdrawReport(deps, call.a, report),
      { ok: false, refusal: "final" },
    );
    const { reason: kept, severity } = await caseValue(deps, number);
    assertEquals([kept, severity], [reason, "critical"]);
  }
});

Deno.test("A13: whom somebody said to be a child they send no still of, by another reason either", async () => {
  await using deps = await openSafety();
  const still = new Uint8Array([0xff, 0xd8, 0xff]);
  for (const before of [[], ["hate"]] as const) {
    const call = await addCall(deps);
    const file = (reason: ReasonId, still: Uint8Array | null) => {
      const more = { call: call.id, reason, still, clearlyAdult: true };
      return fileReport(deps, call.a, filing(more));
    };
    for (const reason of [...before, "under_18"] as const) {
      assert((await file(reason, null)).ok);
    }
    const filed = await file("other", still);
    assertEquals(filed, { ok: false, refusal: "still" });
  }
  assertEquals(await Array.fromAsync(deps.store.each(evidence)), []);
});

Deno.test("A13: a still is refused where a minor could be in it, and nothing is kept", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  const still = new Uint8Array([0xff, 0xd8, 0xff]);
  for (
    const reason of ["under_18", "nudity", "danger", "threatened"] as const
  ) {
    const filed = await fileReport(
      deps,
      call.a,
      filing({ call: call.id, reason, still }),
    );
    assertEquals(filed, { ok: false, refusal: "still" }, reason);
  }
  assertEquals(await Array.fromAsync(deps.store.each(evidence)), []);
  assertEquals(await Array.fromAsync(deps.store.each(reports)), []);
});

Deno.test("M03: a still and the text are kept encrypted, and open as what they were", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  await addLine(deps, call, call.b, "just watch");
  deps.clock.pass(1);
  await addLine(deps, call, call.a, "no. put clothes on");
  const still = crypto.getRandomValues(new Uint8Array(65_000));
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, still, clearlyAdult: true, withText: true }),
  );
  assert(filed.ok);
  const items = await Array.fromAsync(deps.store.each(evidence));
  const salt = (await deps.evidenceKeys.saltOf(filed.value.case))!.value.salt;
  const opened: Record<string, Uint8Array> = {};
  for (const { value } of items) {
    const whole = await deps.store.get(evidence, [value.id]);
    const sealed = whole!.value.sealed!;
    const place = { caseNumber: value.case, salt, id: value.id };
    opened[value.kind] = await deps.evidenceKeys.open(place, sealed);
    assert(!new TextDecoder().decode(sealed).includes("just watch"));
    const elsewhere = { ...place, id: newId() };
    const wrong = await deps.evidenceKeys.open(elsewhere, sealed)
      .catch((error) => error.message);
    assertEquals(
      wrong,
      `Cannot open evidence of ${value.case}: it was altered or belongs elsewhere`,
    );
  }
  assertEquals(opened.still, still);
  const lines = JSON.parse(new TextDecoder().decode(opened.text));
  assertEquals(
    lines.map(({ from, text }: Record<string, string>) => [from, text]),
    [["reported", "just watch"], ["reporter", "no. put clothes on"]],
  );
});

Deno.test("M28: what is threatened or said by a child is kept without being asked for", async () => {
  await using deps = await openSafety();
  for (const reason of ["threatened", "under_18", "danger"] as const) {
    const call = await addCall(deps);
    await addLine(deps, call, call.b, "I recorded you");
    assert(
      (await fileReport(deps, call.a, filing({ call: call.id, reason }))).ok,
    );
  }
  const kept = await Array.fromAsync(deps.store.each(evidence));
  assertEquals(kept.map(({ value }) => value.kind), ["text", "text", "text"]);
});

Deno.test("M01: after 15 minutes a report goes without the text", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  deps.clock.pass(15 * MINUTE + 1);
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, withText: true }),
  );
  assert(filed.ok);
  assertEquals(await Array.fromAsync(deps.store.each(evidence)), []);
});

Deno.test("a mistaken tap is taken back for ten seconds, block and all", async () => {
  await using deps = await openSafety();
  const { reporter, reported: person, report, case: number } = await reported(
    deps,
    { words: "oops" },
  );
  deps.clock.pass(10 * SECOND);
  assert((await withdrawReport(deps, reporter, report)).ok);
  const value = await caseValue(deps, number);
  assertEquals([value.openReports, value.rank], [0, null]);
  const pair = [reporter, person] as const;
  assertEquals(await findBlocked(deps.store, [pair]), [false]);
  const view = await ownReportView(deps, reporter, report);
  assertEquals([view?.state, view?.words], ["withdrawn", null]);
  assertEquals(await withdrawReport(deps, reporter, report), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("what came with a report goes when it is taken back, and not before", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  await addLine(deps, call, call.b, "Hello.");
  const kept = async () =>
    (await Array.fromAsync(deps.store.each(evidence))).length;
  const filed = await fileReport(
    deps,
    call.a,
    filing({
      ...{ call: call.id, reason: "hate", withText: true },
      still: new Uint8Array([0xff, 0xd8, 0xff]),
    }),
  );
  assert(filed.ok);
  const { report } = filed.value;
  assert(!(await withdrawReport(deps, call.b, report)).ok);
  assertEquals(await kept(), 2);
  assert((await withdrawReport(deps, call.a, report)).ok);
  assertEquals(await kept(), 0);
});

Deno.test("after ten seconds, and by others, nothing is taken back", async () => {
  await using deps = await openSafety();
  const { reporter, report } = await reported(deps);
  const ask = async (by: typeof reporter) => {
    const done = await withdrawReport(deps, by, report);
    return done.ok ? "ok" : done.refusal;
  };
  assertEquals(await ask(newAccountId()), "unknown");
  deps.clock.pass(13 * SECOND);
  assertEquals(await ask(reporter), "late");
});

Deno.test("what was pressed in fear is not taken back, and takes a note", async () => {
  await using deps = await openSafety();
  for (const reason of ["under_18", "danger", "threatened"] as const) {
    const { reporter, report } = await reported(deps, { reason });
    const done = await withdrawReport(deps, reporter, report);
    assertEquals(done, { ok: false, refusal: "final" });
    assert((await addNote(deps, reporter, report, "I pressed wrong.")).ok);
    const view = await ownReportView(deps, reporter, report);
    assertEquals(view?.words, "I pressed wrong.");
  }
});

Deno.test("a report that was taken back can be made again", async () => {
  await using deps = await openSafety();
  const call = await addCall(deps);
  const file = () => fileReport(deps, call.a, filing({ call: call.id }));
  const first = await file();
  assert(first.ok);
  await withdrawReport(deps, call.a, first.value.report);
  const again = await file();
  assert(again.ok && !again.value.added);
  assertEquals((await caseValue(deps, again.value.case)).openReports, 1);
});

Deno.test("what is added before its maker heard of the decision keeps the report open", async () => {
  await using deps = await openSafety();
  const { case: number, report, reporter } = await reported(deps);
  const actor = await actorFor(deps, ["moderator"], "case.decide");
  await claimCase(deps, sameActor(deps, actor, "case.claim"), number);
  const asked = ruling({ number, reports: [report] });
  const made = await decideCase(deps, actor, asked);
  assert(made.ok);
  assert((await addNote(deps, reporter, report, "He called me, too.")).ok);
  await tellReporters(deps, made.value.id);
  const view = await ownReportView(deps, reporter, report);
  assertEquals([view?.state, view?.outcome], ["received", null]);
  assertEquals((await caseValue(deps, number)).openReports, 1);
  await decided(deps, number);
  const later = await ownReportView(deps, reporter, report);
  assertEquals(later?.state, "decided");
});

Deno.test("a note keeps what was written before, up to its length", async () => {
  await using deps = await openSafety();
  const { reporter, report } = await reported(deps, { words: "First." });
  assert((await addNote(deps, reporter, report, "Second.")).ok);
  const [{ words }] = await reportsBy(deps.store, reporter);
  assertEquals(words, "First.\n\nSecond.");
  const long = "x".repeat(2000);
  assert((await addNote(deps, reporter, report, long)).ok);
  assertEquals(await addNote(deps, reporter, report, long), {
    ok: false,
    refusal: "long",
  });
  assertEquals(await addNote(deps, newAccountId(), report, "x"), {
    ok: false,
    refusal: "unknown",
  });
});

Deno.test("M02: the audit log tells of a report and names neither of the two", async () => {
  await using deps = await openSafety();
  const { reporter, reported: person, case: number } = await reported(deps, {
    words: "She laughed at me.",
  });
  const entries = await Array.fromAsync(deps.store.each(auditEntries));
  const text = JSON.stringify(entries);
  for (const secret of [reporter, person, "laughed"]) {
    assert(!text.includes(secret), secret);
  }
  assertEquals(
    entries.map(({ value: { action, object } }) => [action, object]),
    [["report.file", number]],
  );
});

Deno.test("a case waits in no status that forgets a report", async () => {
  await using deps = await openSafety();
  const { case: number } = await reported(deps);
  const loaded = (await loadCase(deps.store, number))!;
  assertEquals(statusOf(loaded.state, deps.clock.now() + 9 * HOUR), "open");
  assertEquals(loaded.value.seq, loaded.state.seq);
});

Deno.test("M02: a report lets a pair fail that is being made of its reporter, with the heaviest of reports", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const call = await addCall(deps);
  await addLine(deps, call, call.b, "I am fourteen.");
  const waiting = {
    accountId: call.a,
    instance: newId(),
    askedAt: clock.now(),
    waitingSince: clock.now(),
    call: null,
    lastCall: call.id,
  };
  assert((await store.write().create(queueEntries, waiting).commit()).ok);
  const before = await store.get(queueEntries, [call.a]);
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, reason: "under_18", withText: true }),
  );
  assert(filed.ok);
  const after = await store.get(queueEntries, [call.a]);
  assertEquals(after?.value, before?.value);
  assert(after?.version !== before?.version, "what a pair checks has changed");
});

Deno.test("A08: many who say so hold a person once, whatever others decide meanwhile", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const { reported: person, case: number } = await reported(deps);
  for (let n = 0; n < 12; n++) {
    await reported(deps, { reason: "under_18", reported: person });
  }
  const reviews = async () =>
    (await listSanctions(store, person)).filter((sanction) =>
      isInForce(sanction, clock.now())
    ).map(({ kind }) => kind);
  assertEquals(await reviews(), ["review"]);
  await decided(deps, number, { measures: ["dismiss"], rule: null });
  assertEquals(await reviews(), ["review"]);
  const ended = await deps.auditLog.transact(async (write, audit) => {
    audit({ actor: { kind: "system" }, action: "sanction.end" });
    await endReviews(store, write, person, clock.now());
  });
  assert(ended.ok);
  assertEquals(await reviews(), []);
});
