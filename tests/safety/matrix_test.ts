import { assert, assertEquals } from "@std/assert";
import type { AgeProvider } from "../../lib/age/mod.ts";
import { type Call, calls } from "../../lib/calls/mod.ts";
import { type AccountId, DAY, HOUR } from "../../lib/kernel/mod.ts";
import {
  addCaseNote,
  answerAppeal,
  answerBan,
  askAgeCheck,
  askAppellant,
  askSecond,
  awaitedFor,
  beginRequested,
  claimAppeal,
  claimCase,
  decideAge,
  decideCase,
  escalate,
  fileAppeal,
  fileReport,
  lapseBans,
  listAppeals,
  listCases,
  loadCase,
  objectByCheck,
  putOff,
  releaseCase,
  replyToQuestion,
  settleRequested,
  tellReporters,
  undoDecision,
  withdrawAppeal,
  withdrawReport,
} from "../../lib/safety/mod.ts";
import { decisions } from "../../lib/safety/records.ts";
import type { Actor, Role, Staff } from "../../lib/staff/mod.ts";
import { dumpOf } from "../helpers/dump.ts";
import {
  actorFor,
  addCall,
  filing,
  openSafety,
  reported,
  ruling,
  sameActor,
  type TestSafety,
} from "../helpers/safety.ts";

/** A case in some situation, with all who can do something to it. */
interface Cell {
  deps: TestSafety;
  number: string;
  team: "general" | "child_safety";
  call: Call & { a: AccountId; b: AccountId };
  reporter: AccountId;
  person: AccountId;
  report: string;
  /** Made the decision, where there is one. */
  first: Staff;
  /** Had no part in it. */
  other: Staff;
  decision: string | null;
  appeal: string | null;
  /** The provider's name for a check of the person's age. */
  check: string | null;
}

const ROLES: readonly Role[] = ["moderator", "child-safety"];

async function open(
  team: Cell["team"],
  reason: "nudity" | "under_18",
): Promise<Cell> {
  const deps = await openSafety();
  const call = await addCall(deps);
  const filed = await fileReport(
    deps,
    call.a,
    filing({ call: call.id, reason }),
  );
  assert(filed.ok);
  const first = (await actorFor(deps, ROLES, "admin.enter")).staff;
  const other = (await actorFor(deps, ROLES, "admin.enter")).staff;
  return {
    ...{ deps, call, team, first, other, number: filed.value.case },
    ...{ reporter: call.a, person: call.b, report: filed.value.report },
    ...{ decision: null, appeal: null, check: null },
  };
}

const general = () => open("general", "nudity");
const flag = () => open("child_safety", "under_18");

function claimant(
  { deps, team }: Cell,
  staff: Staff,
): Actor<"case.claim"> | Actor<"age.read"> {
  return team === "general"
    ? sameActor(deps, { staff }, "case.claim")
    : sameActor(deps, { staff }, "age.read");
}

/** Takes the case; what comes after it is what is judged. */
async function take(cell: Cell, staff: Staff): Promise<boolean> {
  return (await claimCase(cell.deps, claimant(cell, staff), cell.number)).ok;
}

async function openIn({ deps, number }: Cell): Promise<string[]> {
  const { state } = (await loadCase(deps.store, number))!;
  return state.open.map(({ report }) => report);
}

async function decide(
  cell: Cell,
  step: "warn" | "days_7" | "ban",
  staff = cell.first,
): Promise<boolean> {
  const { deps, number } = cell;
  const actor = sameActor(deps, { staff }, "case.decide");
  const ban = step === "ban" ? sameActor(deps, actor, "case.ban") : null;
  const reports = await openIn(cell);
  const made = await decideCase(
    deps,
    actor,
    ruling({ number, reports, measures: [step] }),
    ban,
  );
  if (!made.ok) return false;
  await tellReporters(deps, made.value.id);
  cell.decision = made.value.id;
  return true;
}

async function decideFlag(
  cell: Cell,
  isUnder18: boolean,
  staff = cell.first,
): Promise<boolean> {
  const { deps, number } = cell;
  const actor = sameActor(deps, { staff }, "age.decide");
  const made = await decideAge(deps, actor, {
    ...{ number, isUnder18, facts: "Seen.", locale: "en" },
    reports: await openIn(cell),
  });
  if (!made.ok) return false;
  await tellReporters(deps, made.value.id);
  cell.decision = made.value.id;
  return true;
}

const PROVIDER: AgeProvider = {
  start: () => Promise.resolve({ ref: "check", url: "https://age.example" }),
  ask: () => Promise.resolve({ state: "pending" }),
  readCallback: () => Promise.resolve(null),
};
const CHECK = { limit: 18, returnTo: "https://a/x", tellTo: "https://a/y" };

async function askCheck(cell: Cell, staff: Staff): Promise<boolean> {
  const { deps, number, person } = cell;
  const actor = sameActor(deps, { staff }, "age.decide");
  const reports = await openIn(cell);
  const asked = await askAgeCheck(deps, actor, {
    ...{ number, reports, locale: "en" },
  });
  if (!asked.ok) return false;
  const request = (await awaitedFor(deps.store, person))!.value;
  await beginRequested(deps, PROVIDER, request.id, CHECK);
  cell.check = "check";
  return true;
}

async function settle(
  cell: Cell,
  state: "passed" | "failed",
): Promise<boolean> {
  const { deps, check, number } = cell;
  if (check === null) return false;
  const before = (await loadCase(deps.store, number))!.state.seq;
  const expiresAt = deps.clock.now() + DAY;
  await settleRequested(deps, check, { state, expiresAt });
  const { seq, inForce } = (await loadCase(deps.store, number))!.state;
  cell.decision = inForce.at(-1) ?? cell.decision;
  return seq > before;
}

async function appeal(
  cell: Cell,
  by: "person" | "reporter",
): Promise<boolean> {
  const { deps, decision, person, reporter, report } = cell;
  if (decision === null) return false;
  const filed = await fileAppeal(deps, {
    ...{ decision, by, claim: "not_so", words: null },
    report: by === "person" ? null : report,
    appellant: by === "person" ? person : reporter,
  });
  if (filed.ok) cell.appeal = filed.value.id;
  return filed.ok;
}

async function takeAppeal({ deps, other, appeal }: Cell): Promise<boolean> {
  const actor = sameActor(deps, { staff: other }, "appeal.answer");
  return appeal !== null && (await claimAppeal(deps, actor, appeal)).ok;
}

async function askBack({ deps, other, appeal }: Cell): Promise<boolean> {
  const actor = sameActor(deps, { staff: other }, "appeal.answer");
  return appeal !== null &&
    (await askAppellant(deps, actor, appeal, "What did you say?")).ok;
}

async function answer(
  { deps, other, appeal }: Cell,
  outcome: "upheld" | "overturned",
): Promise<boolean> {
  const actor = sameActor(deps, { staff: other }, "appeal.answer");
  return appeal !== null && (await answerAppeal(deps, actor, appeal, {
    ...{ outcome, lessenedTo: null, toPerson: "Read.", toReporter: "Read." },
  })).ok;
}

async function secondAnswer(cell: Cell, agrees: boolean): Promise<boolean> {
  const { deps, other, decision } = cell;
  const actor = sameActor(deps, { staff: other }, "case.ban");
  return decision !== null &&
    (await answerBan(deps, actor, decision, agrees)).ok;
}

/** Time passes, and whoever works on it then comes with a new session. */
async function wait(cell: Cell, time: number): Promise<void> {
  cell.deps.clock.pass(time);
  cell.other = (await actorFor(cell.deps, ROLES, "admin.enter")).staff;
}

async function reportAgain(cell: Cell): Promise<boolean> {
  const { deps, person, team } = cell;
  const reason = team === "general" ? "nudity" : "under_18";
  const filed = await reported(deps, { reason, reported: person });
  return filed.case !== "";
}

async function addToReport({ deps, call, team, report }: Cell) {
  const reason = team === "general" ? "hate" : "under_18";
  const filed = await fileReport(deps, call.a, {
    ...filing({ call: call.id, reason }),
    words: "More.",
  });
  return filed.ok && filed.value.report === report;
}

/** Does the steps, each of which must work: they make the situation. */
async function after(
  opened: Promise<Cell>,
  ...steps: ((cell: Cell) => Promise<unknown>)[]
): Promise<Cell> {
  const cell = await opened;
  for (const step of steps) {
    assert(await step(cell) !== false, `${step} makes the situation`);
  }
  return cell;
}

const taken = (cell: Cell) => take(cell, cell.first);
const warn = (cell: Cell) => decide(cell, "warn");
const ban = (cell: Cell) => decide(cell, "ban");
const byPerson = (cell: Cell) => appeal(cell, "person");
const confirm = (cell: Cell) => decideFlag(cell, true);
const dismiss = (cell: Cell) => decideFlag(cell, false);
const ask = (cell: Cell) => askCheck(cell, cell.first);

/** Every situation of a case, made by what people and the staff really do. */
const SITUATIONS: Record<string, () => Promise<Cell>> = {
  "open": general,
  "taken by somebody": () => after(general(), taken),
  "withdrawn": () => after(general(), (cell) => ACTIONS.withdraw.do(cell)),
  "put off": () =>
    after(general(), taken, (cell) => ACTIONS.later.do(cell, cell.first)),
  "left to a second opinion": () =>
    after(general(), taken, (cell) => ACTIONS.second.do(cell, cell.first)),
  "passed on": () =>
    after(general(), taken, (cell) => ACTIONS.escalate.do(cell, cell.first)),
  "decided": () => after(general(), taken, warn),
  "decided and reported again": () =>
    after(general(), taken, warn, reportAgain),
  "decided long ago": () =>
    after(
      general(),
      taken,
      warn,
      (cell) => wait(cell, HOUR),
    ),
  "undone": () =>
    after(general(), taken, warn, (cell) => ACTIONS.undo.do(cell)),
  "banned by one": () => after(general(), taken, ban),
  "banned by one and reported again": () =>
    after(general(), taken, ban, reportAgain),
  "banned by two": () =>
    after(general(), taken, ban, (cell) => secondAnswer(cell, true)),
  "banned and declined": () =>
    after(general(), taken, ban, (cell) => secondAnswer(cell, false)),
  "appealed": () => after(general(), taken, warn, byPerson),
  "appealed and withdrawn": () =>
    after(
      general(),
      taken,
      warn,
      byPerson,
      (cell) => ACTIONS.withdrawAppeal.do(cell),
    ),
  "appealed and reported again": () =>
    after(general(), taken, warn, byPerson, reportAgain),
  "asked back": () =>
    after(general(), taken, warn, byPerson, takeAppeal, askBack),
  "asked back and answered": () =>
    after(
      general(),
      ...[taken, warn, byPerson, takeAppeal, askBack],
      (cell) => ACTIONS.reply.do(cell),
    ),
  "upheld": () =>
    after(
      general(),
      ...[taken, warn, byPerson, takeAppeal],
      (cell) => answer(cell, "upheld"),
    ),
  "overturned": () =>
    after(
      general(),
      ...[taken, warn, byPerson, takeAppeal],
      (cell) => answer(cell, "overturned"),
    ),
  "a flag": flag,
  "a flag that waits for a check": () => after(flag(), taken, ask),
  "a flag whose check ran out": () =>
    after(
      flag(),
      taken,
      ask,
      (cell) => wait(cell, 7 * DAY),
    ),
  "a flag whose check said no": () =>
    after(flag(), taken, ask, (cell) => settle(cell, "failed")),
  "a flag whose check said yes": () =>
    after(flag(), taken, ask, (cell) => settle(cell, "passed")),
  "a dismissed flag": () => after(flag(), taken, dismiss),
  "a dismissed flag that a reporter appeals": () =>
    after(flag(), taken, dismiss, (cell) => appeal(cell, "reporter")),
  "a confirmed flag": () => after(flag(), taken, confirm),
};

interface Action {
  /** What comes before it and is not judged, such as taking the case. */
  first?: (cell: Cell, by: Staff) => Promise<unknown>;
  do: (cell: Cell, by?: Staff) => Promise<boolean>;
}

const takeFirst = (cell: Cell, by: Staff) => take(cell, by);

/** Everything that anybody can do to a case. */
const ACTIONS = {
  report: { do: reportAgain },
  add: { do: addToReport },
  withdraw: {
    do: async ({ deps, reporter, report }) =>
      (await withdrawReport(deps, reporter, report)).ok,
  },
  claim: { do: (cell, by = cell.other) => take(cell, by) },
  release: {
    first: takeFirst,
    do: (cell, by = cell.other) =>
      releaseCase(cell.deps, claimant(cell, by), cell.number),
  },
  note: {
    do: async (cell, by = cell.other) =>
      (await addCaseNote(cell.deps, claimant(cell, by), {
        ...{ number: cell.number, text: "Seen.", aboutPerson: false },
      })).ok,
  },
  later: {
    first: takeFirst,
    do: async ({ deps, number }, by) => {
      const actor = sameActor(deps, { staff: by! }, "case.claim");
      const until = deps.clock.now() + HOUR;
      return (await putOff(deps, actor, number, until)).ok;
    },
  },
  second: {
    first: takeFirst,
    do: async ({ deps, number }, by) => {
      const actor = sameActor(deps, { staff: by! }, "case.claim");
      return (await askSecond(deps, actor, number)).ok;
    },
  },
  escalate: {
    first: takeFirst,
    do: async (cell, by) =>
      (await escalate(cell.deps, claimant(cell, by!), cell.number)).ok,
  },
  decide: { first: takeFirst, do: (cell, by) => decide(cell, "days_7", by) },
  undo: {
    do: async ({ deps, first, decision }) => {
      const actor = sameActor(deps, { staff: first }, "case.decide");
      if (decision === null) return false;
      const { ok } = await undoDecision(deps, actor, decision);
      if (ok) await tellReporters(deps, decision);
      return ok;
    },
  },
  agree: { do: (cell) => secondAnswer(cell, true) },
  decline: { do: (cell) => secondAnswer(cell, false) },
  lapse: {
    first: ({ deps }) => Promise.resolve(deps.clock.pass(DAY)),
    do: async ({ deps }) => await lapseBans(deps) > 0,
  },
  appealByPerson: { do: byPerson },
  appealByReporter: { do: (cell) => appeal(cell, "reporter") },
  withdrawAppeal: {
    do: async ({ deps, appeal }) =>
      appeal !== null && (await withdrawAppeal(deps, appeal)).ok,
  },
  askBack: { first: takeAppeal, do: askBack },
  reply: {
    do: async ({ deps, appeal }) =>
      appeal !== null && (await replyToQuestion(deps, appeal, "Nothing.")).ok,
  },
  uphold: { first: takeAppeal, do: (cell) => answer(cell, "upheld") },
  overturn: { first: takeAppeal, do: (cell) => answer(cell, "overturned") },
  ask: { first: takeFirst, do: (cell, by) => askCheck(cell, by!) },
  pass: { do: (cell) => settle(cell, "passed") },
  fail: { do: (cell) => settle(cell, "failed") },
  object: {
    do: async ({ deps, decision }) =>
      decision !== null && await objectByCheck(deps, decision) !== null,
  },
  confirm: { first: takeFirst, do: (cell, by) => decideFlag(cell, true, by) },
  dismiss: { first: takeFirst, do: (cell, by) => decideFlag(cell, false, by) },
} as const satisfies Record<string, Action>;

type ActionName = keyof typeof ACTIONS;

const ALWAYS = "report add claim release note";
const OPEN = "later second escalate decide";
const BOTH = "appealByPerson appealByReporter";
const ANSWER = "withdrawAppeal uphold overturn";

/** What may happen in each situation. Everything else is refused, unwritten. */
const MAY: Record<keyof typeof SITUATIONS, string> = {
  "open": `${ALWAYS} ${OPEN} withdraw`,
  "taken by somebody": "report add note withdraw",
  "withdrawn": `${ALWAYS}`,
  "put off": `${ALWAYS} ${OPEN} withdraw`,
  "left to a second opinion": `${ALWAYS} ${OPEN} withdraw`,
  "passed on": `${ALWAYS} ${OPEN} withdraw`,
  "decided": `${ALWAYS} undo ${BOTH}`,
  "decided and reported again": `${ALWAYS} ${OPEN} undo ${BOTH}`,
  "decided long ago": `${ALWAYS} ${BOTH}`,
  "undone": `${ALWAYS} ${OPEN} withdraw`,
  "banned by one": `${ALWAYS} undo agree decline lapse ${BOTH}`,
  "banned by one and reported again":
    `${ALWAYS} ${OPEN} undo agree decline lapse ${BOTH}`,
  "banned by two": `${ALWAYS} undo ${BOTH}`,
  "banned and declined": `${ALWAYS} ${OPEN}`,
  "appealed": `${ALWAYS} undo appealByReporter askBack ${ANSWER}`,
  "appealed and withdrawn": `${ALWAYS} undo ${BOTH}`,
  "appealed and reported again":
    `${ALWAYS} ${OPEN} undo appealByReporter askBack ${ANSWER}`,
  "asked back": `${ALWAYS} undo appealByReporter reply ${ANSWER}`,
  "asked back and answered": `${ALWAYS} undo appealByReporter ${ANSWER}`,
  "upheld": `${ALWAYS} undo appealByReporter`,
  "overturned": `${ALWAYS} ${OPEN}`,
  "a flag": `${ALWAYS} escalate ask confirm dismiss`,
  "a flag that waits for a check":
    `${ALWAYS} escalate pass fail confirm dismiss`,
  "a flag whose check ran out":
    `report claim release note escalate ask pass fail confirm dismiss`,
  "a flag whose check said no": `${ALWAYS} escalate ask confirm dismiss`,
  "a flag whose check said yes": `${ALWAYS} ${BOTH}`,
  "a dismissed flag that a reporter appeals":
    `${ALWAYS} appealByPerson askBack ${ANSWER}`,
  "a dismissed flag": `${ALWAYS} ${BOTH}`,
  "a confirmed flag": `${ALWAYS} object ${BOTH}`,
};

for (const [situation, make] of Object.entries(SITUATIONS)) {
  Deno.test(`M10: of a case ${situation}: what is refused writes nothing`, async () => {
    const may: string[] = [];
    for (const [name, action] of Object.entries(ACTIONS)) {
      const cell = await make();
      await using _ = cell.deps;
      const by = cell.other;
      await (action as Action).first?.(cell, by);
      const before = await dumpOf(cell.deps.store);
      if (await (action as Action).do(cell, by)) may.push(name);
      else assertEquals(await dumpOf(cell.deps.store), before, name);
    }
    assertEquals(may.sort(), MAY[situation].split(" ").sort());
  });

  Deno.test(`M33: of a case ${situation}: a report that comes shows in the queue`, async () => {
    for (const arrival of ["report", "add"] as const) {
      const cell = await make();
      await using _ = cell.deps;
      const { deps, team, call } = cell;
      // A week later there is nothing left to add to.
      const isGone = await deps.store.get(calls, [call.id]) === null;
      if (arrival === "add" && isGone) continue;
      assert(await ACTIONS[arrival].do(cell), arrival);
      const { rows } = await listCases(
        deps.store,
        team,
        { view: "all", reason: null },
        { now: deps.clock.now(), staffId: cell.other.staffId, cursor: null },
      );
      assertEquals(rows.length, 1, arrival);
      assert(rows[0].openReports > 0, arrival);
    }
  });
}

for (
  const situation of [
    "decided",
    "banned by one",
    "a confirmed flag",
    "a dismissed flag",
  ]
) {
  Deno.test(`M33: of a case ${situation}: an appeal that comes shows, whatever comes upon it`, async () => {
    for (const arrival of ["appealByPerson", "appealByReporter"] as const) {
      for (const upon of [null, "report", "claim", "undo", "lapse"] as const) {
        const cell = await SITUATIONS[situation]();
        await using _ = cell.deps;
        const { deps, team, decision } = cell;
        assert(await ACTIONS[arrival].do(cell), arrival);
        if (upon) {
          await (ACTIONS[upon] as Action).first?.(cell, cell.other);
          await ACTIONS[upon].do(cell);
        }
        const now = deps.clock.now();
        const { rows } = await listAppeals(deps.store, team, now, null);
        assertEquals(
          rows.map(({ appeal }) => appeal.decision),
          [decision],
          `${arrival}, then ${upon}`,
        );
      }
    }
  });
}

Deno.test("M10: the table names every action of every situation, and no other", () => {
  assertEquals(Object.keys(MAY).sort(), Object.keys(SITUATIONS).sort());
  const known = Object.keys(ACTIONS) as ActionName[];
  for (const [situation, may] of Object.entries(MAY)) {
    for (const name of may.split(" ")) {
      assert(known.includes(name as ActionName), `${situation}: ${name}`);
    }
  }
});

Deno.test("M33: a decision that is made while a report comes does not answer it unseen", async () => {
  const cell = await after(general(), taken);
  await using _ = cell.deps;
  const seen = await openIn(cell);
  const actor = sameActor(cell.deps, { staff: cell.first }, "case.decide");
  const [made] = await Promise.all([
    decideCase(
      cell.deps,
      actor,
      ruling({ number: cell.number, reports: seen, measures: ["warn"] }),
    ),
    reportAgain(cell),
  ]);
  const left = await openIn(cell);
  assertEquals(left.length, made.ok ? 1 : 2);
  const all = await Array.fromAsync(cell.deps.store.each(decisions));
  for (const { value } of all) assertEquals(value.reports, seen);
});
