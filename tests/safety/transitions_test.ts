import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { HOUR } from "../../lib/kernel/mod.ts";
import {
  type CaseEvent,
  type CaseEventKind,
} from "../../lib/safety/case_events.ts";
import {
  apply,
  type CaseState,
  stateOf,
  statusOf,
} from "../../lib/safety/case_state.ts";
import { refusalOf } from "../../lib/safety/transitions.ts";

const NOW = 1_800_000_000_000;
const LATER = NOW + HOUR;
const INES = "ines".padEnd(26, "0");
const JONAS = "jonas".padEnd(26, "0");

const reported = (report: string, reporter = "x"): CaseEvent => ({
  kind: "reported",
  report,
  reporter,
  reason: "nudity",
  at: NOW,
  upheld: 0,
  barred: false,
});
const decided = (
  decision: string,
  reports: string[],
  measures: Extract<CaseEvent, { kind: "decided" }>["measures"] = ["warn"],
): CaseEvent => ({
  kind: "decided",
  staff: INES,
  decision,
  reports,
  measures,
  provisionalUntil: measures.includes("ban") ? LATER : null,
});
const appealed: CaseEvent = {
  kind: "appealed",
  appeal: "a",
  decision: "d",
  by: "person",
};

/** A case in every situation that an event can meet. */
const STATES: Record<string, CaseEvent[]> = {
  "without reports": [],
  "open": [reported("r")],
  "put off": [reported("r"), { kind: "snoozed", staff: INES, until: LATER }],
  "put off till now": [
    reported("r"),
    { kind: "snoozed", staff: INES, until: NOW },
  ],
  "awaiting a check": [
    reported("r"),
    { kind: "check_asked", staff: INES, until: LATER },
  ],
  "decided": [reported("r"), decided("d", ["r"])],
  "decided and reported again": [
    reported("q"),
    decided("d", ["q"]),
    reported("r"),
  ],
  "undone": [
    reported("r"),
    decided("d", ["r"]),
    { kind: "undone", staff: INES, decision: "d" },
  ],
  "banned, one person only": [reported("r"), decided("d", ["r"], ["ban"])],
  "banned and reported again": [
    reported("q"),
    decided("d", ["q"], ["ban"]),
    reported("r"),
  ],
  "banned by two": [
    reported("r"),
    decided("d", ["r"], ["ban"]),
    { kind: "ban_confirmed", staff: JONAS, decision: "d" },
  ],
  "appealed": [reported("r"), decided("d", ["r"]), appealed],
  "asked back": [
    reported("r"),
    decided("d", ["r"]),
    appealed,
    { kind: "appeal_asked", appeal: "a", staff: JONAS },
  ],
  "answered": [
    reported("r"),
    decided("d", ["r"]),
    appealed,
    { kind: "appeal_asked", appeal: "a", staff: JONAS },
    { kind: "appeal_replied", appeal: "a" },
  ],
  "overturned": [
    reported("r"),
    decided("d", ["r"]),
    appealed,
    {
      kind: "appeal_decided",
      appeal: "a",
      decision: "d",
      staff: JONAS,
      outcome: "overturned",
      reopens: ["r"],
    },
  ],
  "upheld": [
    reported("r"),
    decided("d", ["r"]),
    appealed,
    {
      kind: "appeal_decided",
      appeal: "a",
      decision: "d",
      staff: JONAS,
      outcome: "upheld",
      reopens: [],
    },
  ],
  "merged": [
    reported("r"),
    { kind: "merged", staff: INES, into: "MC-0000-0000" },
  ],
  "of nobody any more": [reported("r"), { kind: "erased" }],
};

/** One of each kind; they name report `r`, decision `d` and appeal `a`. */
const EVENTS: Record<CaseEventKind, CaseEvent> = {
  reported: reported("new"),
  report_added: { kind: "report_added", report: "r", reason: "hate" },
  report_withdrawn: { kind: "report_withdrawn", report: "r" },
  claimed: { kind: "claimed", staff: INES },
  released: { kind: "released", staff: INES },
  noted: { kind: "noted", staff: INES },
  snoozed: { kind: "snoozed", staff: INES, until: LATER },
  second_asked: { kind: "second_asked", staff: INES },
  reporter_barred: { kind: "reporter_barred", staff: INES, decision: "b" },
  bar_ended: { kind: "bar_ended", decision: "d" },
  decided: decided("new", ["r"]),
  undone: { kind: "undone", staff: INES, decision: "d" },
  ban_confirmed: { kind: "ban_confirmed", staff: JONAS, decision: "d" },
  ban_declined: { kind: "ban_declined", staff: JONAS, decision: "d" },
  ban_lapsed: { kind: "ban_lapsed", decision: "d" },
  appealed: { ...appealed, appeal: "new" },
  appeal_withdrawn: { kind: "appeal_withdrawn", appeal: "a" },
  appeal_asked: { kind: "appeal_asked", appeal: "a", staff: JONAS },
  appeal_replied: { kind: "appeal_replied", appeal: "a" },
  appeal_decided: {
    kind: "appeal_decided",
    appeal: "a",
    decision: "d",
    staff: JONAS,
    outcome: "upheld",
    reopens: [],
  },
  escalated: { kind: "escalated", staff: INES },
  check_asked: { kind: "check_asked", staff: INES, until: LATER },
  check_passed: { kind: "check_passed", decision: "d" },
  check_failed: { kind: "check_failed", decision: "d" },
  merged: { kind: "merged", staff: INES, into: "MC-1111-1111" },
  erased: { kind: "erased" },
};

const ALWAYS =
  "reported report_added claimed released noted erased reporter_barred".split(
    " ",
  );
const BACK = "undone bar_ended".split(" ");
const WAITS = "report_withdrawn decided escalated".split(" ");
const FREE = "snoozed second_asked check_asked merged".split(" ");
const BAN = "ban_confirmed ban_declined ban_lapsed".split(" ");
const CHECK = "check_passed check_failed".split(" ");
const ANSWER = "appeal_withdrawn appeal_decided".split(" ");

/** What may happen in each situation; everything else may not. */
const MAY: Record<string, string[]> = {
  "without reports": [...ALWAYS, "merged"],
  "open": [...ALWAYS, ...WAITS, ...FREE],
  "put off": [...ALWAYS, ...WAITS, ...FREE],
  "put off till now": [...ALWAYS, ...WAITS, ...FREE],
  "awaiting a check": [...ALWAYS, ...WAITS],
  "decided": [...ALWAYS, ...CHECK, ...BACK, "appealed", "merged"],
  "decided and reported again": [
    ...ALWAYS,
    ...WAITS,
    ...FREE,
    ...CHECK,
    ...BACK,
    "appealed",
  ],
  "undone": [...ALWAYS, ...WAITS, ...FREE],
  "banned, one person only": [...ALWAYS, ...BAN, ...BACK, "appealed"],
  "banned and reported again": [
    ...ALWAYS,
    ...WAITS,
    ...FREE,
    ...BAN,
    ...CHECK,
    ...BACK,
    "appealed",
  ],
  "banned by two": [...ALWAYS, ...CHECK, ...BACK, "appealed", "merged"],
  "appealed": [
    ...ALWAYS,
    ...CHECK,
    ...ANSWER,
    ...BACK,
    "appeal_asked",
    "merged",
  ],
  "asked back": [
    ...ALWAYS,
    ...CHECK,
    ...ANSWER,
    ...BACK,
    "appeal_replied",
    "merged",
  ],
  "answered": [...ALWAYS, ...CHECK, ...ANSWER, ...BACK, "merged"],
  "overturned": [...ALWAYS, ...WAITS, ...FREE],
  "upheld": [...ALWAYS, ...CHECK, ...BACK, "merged"],
  "merged": [],
  "of nobody any more": [
    ...ALWAYS,
    ...WAITS,
    ...FREE.filter((kind) => kind !== "check_asked"),
  ],
};

for (const [name, events] of Object.entries(STATES)) {
  Deno.test(`M10: what may happen to a case ${name}, and nothing else`, () => {
    const state = stateOf(events);
    const may = Object.values(EVENTS)
      .filter((event) => refusalOf(state, event, NOW) === null)
      .map(({ kind }) => kind);
    assertEquals(may.sort(), [...MAY[name]].sort() as CaseEventKind[]);
  });
}

Deno.test("every situation was reached by events that may happen", () => {
  for (const [name, events] of Object.entries(STATES)) {
    let state = stateOf([]);
    for (const event of events) {
      assertEquals(refusalOf(state, event, NOW - 1), null, name);
      state = apply(state, event);
    }
  }
});

Deno.test("M33: a report shows in the queue, whatever came before it", () => {
  for (const [name, events] of Object.entries(STATES)) {
    if (name === "merged") continue;
    const state = apply(stateOf(events), reported("new"));
    assertEquals(statusOf(state, NOW), "open", name);
    assert(state.open.some(({ report }) => report === "new"), name);
  }
});

Deno.test("M33: what is added to a decided report opens it again", () => {
  const state = stateOf([
    reported("r"),
    reported("s"),
    decided("d", ["r", "s"]),
    { kind: "report_added", report: "r", reason: "threat" },
  ]);
  assertEquals(state.open.map(({ report, reason }) => [report, reason]), [
    ["r", "threat"],
  ]);
  assertEquals(state.closed.d.map(({ report }) => report), ["s"]);
});

Deno.test("M33: an appeal stays open through all that happens beside it", () => {
  const beside: CaseEvent[] = [
    reported("s"),
    { kind: "snoozed", staff: INES, until: LATER },
    decided("e", ["s"]),
    { kind: "noted", staff: INES },
    { kind: "erased" },
  ];
  let state = stateOf(STATES.appealed);
  for (const event of beside) {
    assertEquals(refusalOf(state, event, NOW), null, event.kind);
    state = apply(state, event);
    assertEquals(state.appeals.map(({ appeal }) => appeal), ["a"], event.kind);
  }
});

Deno.test("a decision that leaves out a report, or names another, is stale", () => {
  const state = stateOf([reported("r"), reported("s")]);
  for (const reports of [[], ["r"], ["r", "s", "t"], ["r", "t"]]) {
    assertEquals(refusalOf(state, decided("d", reports), NOW), "stale");
  }
  assertEquals(refusalOf(state, decided("d", ["s", "r"]), NOW), null);
});

Deno.test("M13: nobody is the second person of their own ban", () => {
  const state = stateOf(STATES["banned, one person only"]);
  for (const kind of ["ban_confirmed", "ban_declined"] as const) {
    const event = { kind, decision: "d", staff: INES };
    assertEquals(refusalOf(state, event, NOW), "own_decision");
    const other = { ...event, decision: "e", staff: JONAS };
    assertEquals(refusalOf(state, other, NOW), "no_second");
  }
});

Deno.test("M13: a ban that nobody confirms opens its reports again", () => {
  const state = apply(
    stateOf(STATES["banned, one person only"]),
    { kind: "ban_lapsed", decision: "d" },
  );
  assertEquals(statusOf(state, NOW), "open");
  assertEquals(state.inForce, []);
});

Deno.test("M31: overturning opens again what the decision had closed", () => {
  const state = stateOf(STATES.overturned);
  assertEquals(state.open.map(({ report }) => report), ["r"]);
  assertEquals([state.inForce, state.appeals], [[], []]);
});

Deno.test("M17: each side appeals once, unless it withdrew", () => {
  const state = stateOf(STATES.appealed);
  const again: CaseEvent = { ...EVENTS.appealed } as CaseEvent;
  assertEquals(refusalOf(state, again, NOW), "appealed");
  const other = { ...appealed, appeal: "b", by: "reporter" } as CaseEvent;
  assertEquals(refusalOf(state, other, NOW), null);
  const withdrawn = apply(state, EVENTS.appeal_withdrawn);
  assertEquals(refusalOf(withdrawn, again, NOW), null);
  assertEquals(refusalOf(stateOf(STATES.upheld), again, NOW), "appealed");
});

Deno.test("every event counts, so that a form knows what it was made from", () => {
  for (const events of Object.values(STATES)) {
    assertEquals(stateOf(events).seq, events.length);
  }
});

/** Whatever happens in whatever order, as long as it may happen. */
const histories = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.keys(EVENTS) as CaseEventKind[]),
    report: fc.constantFrom("r", "s", "t"),
    decision: fc.constantFrom("d", "e"),
    appeal: fc.constantFrom("a", "b"),
    ban: fc.boolean(),
    staff: fc.constantFrom(INES, JONAS),
  }),
  { maxLength: 40 },
);

Deno.test("M33: no report is ever lost: it is open, answered, withdrawn or merged", () => {
  fc.assert(fc.property(histories, (history) => {
    let state = stateOf([]);
    const filed = new Set<string>();
    let n = 0;
    for (const step of history) {
      const names = { report: step.report, decision: `${step.decision}${n}` };
      const event = eventOf(step, names, state);
      if (refusalOf(state, event, NOW) !== null) continue;
      state = apply(state, event);
      n++;
      if (event.kind === "reported") filed.add(event.report);
      if (event.kind === "report_withdrawn") filed.delete(event.report);
      if (state.mergedInto !== null) return;
      const known = [state.open, ...Object.values(state.closed)].flat()
        .map(({ report }) => report);
      assertEquals(new Set(known), filed);
      assertEquals(known.length, filed.size);
      const waits = state.open.length > 0 || state.second !== null;
      assertEquals(statusOf(state, NOW) === "closed", !waits);
    }
  }));
});

function eventOf(
  step: { kind: CaseEventKind; appeal: string; ban: boolean; staff: string },
  { report, decision }: { report: string; decision: string },
  state: CaseState,
): CaseEvent {
  const inForce = state.inForce.at(-1) ?? decision;
  const { kind, appeal, ban, staff } = step;
  switch (kind) {
    case "reported":
      return reported(`${report}${state.seq}`);
    case "report_added":
    case "report_withdrawn":
      return {
        ...EVENTS[kind],
        report: state.open.at(0)?.report ?? report,
      } as CaseEvent;
    case "decided":
      return decided(
        decision,
        state.open.map((one) => one.report),
        ban ? ["ban"] : ["warn"],
      );
    default:
      return { ...EVENTS[kind], decision: inForce, appeal, staff } as CaseEvent;
  }
}
