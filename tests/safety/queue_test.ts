import { assert, assertEquals } from "@std/assert";
import { HOUR, MINUTE, newAccountId } from "../../lib/kernel/mod.ts";
import {
  appealsWaiting,
  askSecond,
  CASE_VIEWS,
  type CaseFilter,
  casesWaiting,
  claimCase,
  countViews,
  fileAppeal,
  listCases,
  MAX_COUNTED,
  nextCase,
  putOff,
  readCaseNumber,
  type ReasonId,
} from "../../lib/safety/mod.ts";
import { addCases } from "../bench/helpers/many_cases.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
  type TestSafety,
} from "../helpers/safety.ts";

const WHOLE: CaseFilter = { view: "all", reason: null };

function asked(deps: TestSafety, staffId = "nobody") {
  return { now: deps.clock.now(), staffId, cursor: null, after: null };
}

async function numbersIn(
  deps: TestSafety,
  filter: Partial<CaseFilter> = {},
  staffId?: string,
): Promise<string[]> {
  const { rows } = await listCases(
    deps.store,
    "general",
    { ...WHOLE, ...filter },
    asked(deps, staffId),
  );
  return rows.map(({ number }) => number);
}

async function caseOf(
  deps: TestSafety,
  reason: ReasonId,
  reported_ = newAccountId(),
): Promise<string> {
  return (await reported(deps, { reason, reported: reported_ })).case;
}

Deno.test("M06: the queue goes by harm, then by deadline, which more reporters bring forward", async () => {
  await using deps = await openSafety();
  const minor = await caseOf(deps, "fraud");
  const first = await caseOf(deps, "nudity");
  deps.clock.pass(3 * MINUTE);
  const person = newAccountId();
  const second = await caseOf(deps, "nudity", person);
  const worst = await caseOf(deps, "danger");
  assertEquals(await numbersIn(deps), [worst, first, second, minor]);
  await caseOf(deps, "nudity", person);
  assertEquals(await numbersIn(deps), [worst, second, first, minor]);
});

Deno.test("M06: each view lists what its name says, and counts the same", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const actor = await actorFor(deps, ["moderator"], "case.claim");
  const plain = await caseOf(deps, "hate");
  const later = await caseOf(deps, "fraud");
  await claimCase(deps, actor, later);
  await putOff(deps, actor, later, clock.now() + HOUR);
  const second = await caseOf(deps, "recording");
  await claimCase(deps, actor, second);
  await askSecond(deps, actor, second);
  const closed = await caseOf(deps, "nudity");
  await decided(deps, closed, { measures: ["dismiss"], rule: null });
  const mine = await caseOf(deps, "threat");
  await claimCase(deps, actor, mine);
  const expected = {
    all: [mine, plain, second],
    mine: [mine],
    second: [second],
    later: [later],
    late: [],
    closed: [closed],
  };
  for (const view of CASE_VIEWS) {
    const found = await numbersIn(deps, { view }, actor.staffId);
    assertEquals(found.toSorted(), expected[view].toSorted(), view);
  }
  const counts = await countViews(store, "general", clock.now());
  assertEquals(counts, { open: 4, all: 3, second: 1, later: 1, late: 0 });
  // What was put off comes back by the clock alone.
  clock.pass(HOUR + 1);
  assertEquals(await numbersIn(deps, { view: "later" }), []);
  assert((await numbersIn(deps)).includes(later));
});

Deno.test("a late case is in its view by deadline, and out of it once decided", async () => {
  await using deps = await openSafety();
  const nudity = await caseOf(deps, "nudity");
  const threat = await caseOf(deps, "threat");
  deps.clock.pass(72 * HOUR);
  await caseOf(deps, "fraud");
  const late = await numbersIn(deps, { view: "late" });
  assertEquals(late.toSorted(), [nudity, threat].toSorted());
  assertEquals(await numbersIn(deps, { view: "late", reason: "nudity" }), [
    nudity,
  ]);
  await decided(deps, nudity);
  await decided(deps, threat);
  assertEquals(await numbersIn(deps, { view: "late" }), []);
  const { late: counted } = await countViews(
    deps.store,
    "general",
    deps.clock.now(),
  );
  assertEquals(counted, 0);
});

Deno.test("what waits is counted from the list by deadline, cases and appeals", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const soon = await caseOf(deps, "danger");
  await caseOf(deps, "fraud");
  const judged = await reported(deps, { reason: "hate" });
  const { decision } = await decided(deps, judged.case);
  await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: judged.reported, claim: "not_me", words: null },
  });
  const waiting = await casesWaiting(store, "general", clock.now());
  assertEquals([waiting.open, waiting.late], [2, 0]);
  assertEquals(waiting.next?.item.number, soon);
  const appeals = await appealsWaiting(store, ["general"], clock.now());
  assertEquals([appeals.open, appeals.late], [1, 0]);
  clock.pass(2 * HOUR);
  const passed = await casesWaiting(store, "general", clock.now());
  assertEquals([passed.open, passed.late], [2, 1]);
  clock.pass(72 * HOUR);
  const lateAppeals = await appealsWaiting(store, ["general"], clock.now());
  assertEquals(lateAppeals.late, 1);
  const none = await casesWaiting(store, "child_safety", clock.now());
  assertEquals(none, { open: 0, late: 0, next: null, latest: [] });
});

Deno.test("a queue of more than is counted ends on its last page, with every case once", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  await addCases(store, clock, MAX_COUNTED + 120);
  const counts = await countViews(store, "general", clock.now());
  assertEquals([counts.open, counts.all], [MAX_COUNTED, MAX_COUNTED]);
  const seen: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const list = await listCases(store, "general", WHOLE, {
      ...{ now: clock.now(), staffId: "nobody", cursor },
    });
    seen.push(...list.rows.map(({ number }) => number));
    cursor = list.cursor;
    pages++;
  } while (cursor !== null && pages < 100);
  const later = await countViews(store, "general", clock.now());
  assertEquals(seen.length, MAX_COUNTED + 120 - later.later);
  assertEquals(new Set(seen).size, seen.length);
});

Deno.test("the next case is looked for behind a page that others have", async () => {
  await using deps = await openSafety();
  const { store, clock } = deps;
  const others = await actorFor(deps, ["moderator"], "case.claim");
  for (let n = 0; n < 60; n++) {
    await claimCase(deps, others, await caseOf(deps, "threat"));
  }
  const free = await caseOf(deps, "fraud");
  clock.pass(1);
  const more = await caseOf(deps, "fraud");
  const next = (changes: object = {}) =>
    nextCase(store, "general", { ...asked(deps, "me"), ...changes });
  assertEquals(await next(), free);
  assertEquals(await next({ after: free }), more);
  const filter = { view: "all", reason: "threat" } as const;
  assertEquals(await next({ filter }), null);
  assertEquals(await next({ filter: { ...WHOLE, view: "late" } }), null);
  // A view of decided cases has none to take.
  assertEquals(await next({ filter: { ...WHOLE, view: "closed" } }), free);
  clock.pass(10 * MINUTE);
  assert((await next({ filter })) !== null);
});

Deno.test("a case number is read as it is typed, spoken or copied", () => {
  const number = "MC-7K30-Q1ZD";
  for (
    const typed of [
      number,
      "mc-7k30-q1zd",
      " MC 7K30 Q1ZD ",
      "7k30q1zd",
      "mc7k3oqlzd",
    ]
  ) assertEquals(readCaseNumber(typed), number, typed);
  for (const typed of ["", "MC-", "MC-7K30", "RN-7K30-Q1ZD", "7k30q1z", "x"]) {
    assertEquals(readCaseNumber(typed), null, typed);
  }
  assertEquals(readCaseNumber("7".repeat(5_000)), null);
});
