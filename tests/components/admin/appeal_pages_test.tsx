import { assertEquals } from "@std/assert";
import {
  AppealPage,
  type AppealPageProps,
} from "../../../components/admin/appeals/AppealPage.tsx";
import {
  AppealsPage,
  type AppealsPageProps,
} from "../../../components/admin/appeals/AppealsPage.tsx";
import { HOUR, MINUTE } from "../../../lib/kernel/mod.ts";
import {
  type AppealView,
  appealView,
  claimAppeal,
  fileAppeal,
} from "../../../lib/safety/mod.ts";
import {
  actorFor,
  decided,
  openSafety,
  reported,
} from "../../helpers/safety.ts";
import { change, outline } from "../outline.ts";

type Changes<Part> = Partial<Part>;

/** An appeal as the store has it; tests change what they are about. */
async function appealed() {
  await using deps = await openSafety();
  const filed = await reported(deps);
  const { decision } = await decided(deps, filed.case);
  const sent = await fileAppeal(deps, {
    ...{ decision: decision.id, by: "person", report: null },
    ...{ appellant: filed.reported, claim: "not_so", words: "It was a fan." },
  });
  if (!sent.ok) throw new Error("Cannot appeal");
  const actor = await actorFor(deps, ["moderator"], "appeal.answer");
  await claimAppeal(deps, actor, sent.value.id);
  const view = (await appealView(deps, sent.value.id, ["general"]))!;
  return { view, me: actor.staffId, now: deps.clock.now() };
}

const { view: VIEW, me: ME, now: NOW } = await appealed();
const NAMES = new Map([[ME, "Ada"], [VIEW.decision.staff, "Ines"]]);

function appealWith(changes: Changes<AppealView["appeal"]>): AppealView {
  return { ...VIEW, appeal: { ...VIEW.appeal, ...changes } };
}

/** What is said of the appeal itself; the case beside it has its own tests. */
function page(changes: Changes<AppealPageProps> = {}): string[] {
  const lines = outline((t) => (
    <AppealPage
      {...{ t, locale: "en", now: NOW, view: VIEW, names: NAMES, me: ME }}
      {...{ closed: null, mayOpen: false, values: {}, errors: {} }}
      milder={["warn", "day_1"]}
      {...changes}
    />
  ));
  return lines.map((line) => line.replaceAll(VIEW.appeal.id, "ID"));
}

const ANSWER = [
  "form post /admin/appeals/ID/answer",
  "group admin.appeal.answer",
  "h2 admin.appeal.answer",
  "radio admin.appeal.outcome.upheld admin.appeal.hint.upheld outcome=upheld, required",
];

function has(lines: readonly string[], part: readonly string[]): boolean {
  return part.every((line) => lines.includes(line));
}

Deno.test("whoever took an appeal asks or answers it", () => {
  const lines = page();
  const from = lines.indexOf("form post /admin/appeals/ID/question");
  assertEquals(lines.slice(from), [
    "form post /admin/appeals/ID/question",
    "textarea admin.appeal.ask; admin.appeal.askHint",
    "admin.appeal.askHint",
    "button admin.appeal.askAct",
    "form post /admin/appeals/ID/answer",
    "group admin.appeal.answer",
    "radio admin.appeal.outcome.upheld admin.appeal.hint.upheld outcome=upheld, required",
    "radio admin.appeal.outcome.lessened admin.appeal.hint.lessened outcome=lessened, required",
    "radio admin.appeal.outcome.overturned admin.appeal.hint.overturned outcome=overturned, required",
    "select admin.appeal.lessenedTo",
    "option admin.appeal.lessenedEmpty",
    "option admin.measure.warn",
    "option admin.measure.day_1",
    "textarea admin.appeal.toPerson, required",
    "textarea admin.appeal.toReporter, required",
    "button admin.appeal.send",
    "admin.appeal.noUndo",
  ]);
});

Deno.test("nobody else is offered an answer: they take it, or see who has it", () => {
  const other = page({ me: "somebody" });
  assertEquals(has(other, ANSWER), false);
  assertEquals(change(page(), other).here, ["admin.case.takenBy(Ada)"]);
  const free = page({ me: "somebody", view: { ...VIEW, claim: null } });
  assertEquals(change(page(), free).here, [
    "form post /admin/appeals/ID/claim",
    "button admin.appeal.take",
  ]);
});

Deno.test("each reason not to answer is said in place of the form", () => {
  for (
    const closed of [
      "forbidden",
      "own",
      "own_decision",
      "unknown",
      "unproven",
    ] as const
  ) {
    const lines = page({ closed });
    assertEquals(has(lines, ANSWER), false, closed);
    assertEquals(change(page(), lines).here, [`admin.appeal.closed.${closed}`]);
  }
});

Deno.test("the question that was asked and its reply stand with what they said", () => {
  const asked = appealWith({
    question: "Which call?",
    reply: "The first one.",
  });
  assertEquals(change(page(), page({ view: asked })), {
    gone: [
      "form post /admin/appeals/ID/question",
      "textarea admin.appeal.ask; admin.appeal.askHint",
      "admin.appeal.askHint",
      "button admin.appeal.askAct",
    ],
    here: [
      "admin.appeal.question Which call?",
      "admin.appeal.reply The first one.",
    ],
  });
});

Deno.test("without a claim or words only what there is is shown", () => {
  const bare = appealWith({ claim: null, words: null });
  assertEquals(change(page(), page({ view: bare })), {
    gone: ["standing.claim.not_so", "It was a fan."],
    here: [],
  });
});

Deno.test("an answered appeal shows its outcome and the words to both", () => {
  for (const outcome of ["upheld", "lessened", "overturned"] as const) {
    const view = appealWith({
      ...{ state: "decided", openDueAt: null, outcome },
      ...{ toPerson: "To you.", toReporter: "To them." },
    });
    const lines = page({ view });
    assertEquals(has(lines, ANSWER), false);
    assertEquals(
      lines.filter((line) =>
        line.includes("outcome") || /^To (you|them)\.$/.test(line)
      ),
      [`h2 admin.appeal.outcome.${outcome}`, "To you.", "To them."],
    );
  }
  const withdrawn = page({
    view: appealWith({ state: "withdrawn", openDueAt: null }),
  });
  assertEquals(
    withdrawn.includes("h2 admin.appeal.outcome.withdrawn"),
    true,
  );
});

Deno.test("an answer that comes back keeps what was chosen and typed, and names each fault", () => {
  const back = page({
    values: {
      outcome: "lessened",
      lessenedTo: "day_1",
      toPerson: "To you.",
      toReporter: "To them.",
      question: "Why?",
    },
    errors: {
      lessenedTo: "[milder]",
      toPerson: "[words]",
      question: "[asked]",
    },
  });
  assertEquals(change(page(), back), {
    gone: [
      "textarea admin.appeal.ask; admin.appeal.askHint",
      "radio admin.appeal.outcome.lessened admin.appeal.hint.lessened outcome=lessened, required",
      "select admin.appeal.lessenedTo",
      "option admin.measure.day_1",
      "textarea admin.appeal.toPerson, required",
      "textarea admin.appeal.toReporter, required",
    ],
    here: [
      "alert:",
      "form.errors(3)",
      "link [milder] to #lessenedTo",
      "link [words] to #toPerson",
      "link [asked] to #question",
      "textarea admin.appeal.ask “Why?”, autofocus, invalid; [asked]; admin.appeal.askHint",
      "[asked]",
      "radio admin.appeal.outcome.lessened admin.appeal.hint.lessened outcome=lessened, checked, required",
      "select admin.appeal.lessenedTo, autofocus, invalid; [milder]",
      "option admin.measure.day_1, chosen",
      "[milder]",
      "textarea admin.appeal.toPerson “To you.”, required, autofocus, invalid; [words]",
      "[words]",
      "textarea admin.appeal.toReporter “To them.”, required",
    ],
  });
});

Deno.test("the list says of each appeal what it is about, by whom, until when and who has it", () => {
  const row = (changes: Partial<AppealView> = {}) => ({
    ...{ appeal: VIEW.appeal, decision: VIEW.decision, claim: null },
    ...changes,
  });
  const list = (changes: Changes<AppealsPageProps> = {}) =>
    outline((t) => (
      <AppealsPage
        {...{ t, now: NOW, names: NAMES, me: ME, rows: [row()], next: null }}
        {...changes}
      />
    )).map((line) =>
      line.replaceAll(VIEW.appeal.id, "ID").replaceAll(VIEW.appeal.case, "MC")
    );
  assertEquals(list(), [
    "admin.title(admin.appeals)",
    "h1 admin.appeals",
    "admin.cases.open(1)",
    "table admin.appeals.caption",
    "row admin.appeals.decision | admin.cases.number | admin.appeals.by | admin.cases.due | admin.cases.with",
    "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | ",
    "link admin.measure.days_7 to /admin/appeals/ID",
  ]);
  assertEquals(change(list(), list({ rows: [] })), {
    gone: [
      "admin.cases.open(1)",
      "table admin.appeals.caption",
      "row admin.appeals.decision | admin.cases.number | admin.appeals.by | admin.cases.due | admin.cases.with",
      "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | ",
      "link admin.measure.days_7 to /admin/appeals/ID",
    ],
    here: ["admin.cases.open(0)", "admin.appeals.none"],
  });
  assertEquals(change(list(), list({ next: "/next" })), {
    gone: [],
    here: ["link admin.appeals.more to /next"],
  });
  assertEquals(
    change(list(), list({ rows: [row({ claim: VIEW.claim })] })),
    {
      gone: [
        "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | ",
      ],
      here: [
        "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | admin.cases.mine",
      ],
    },
  );
  assertEquals(
    change(list(), list({ me: VIEW.decision.staff })),
    {
      gone: [
        "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | ",
      ],
      here: [
        "row admin.measure.days_7 admin.appeals.yours | MC | admin.appeals.by.person | admin.time.days(2) | ",
      ],
    },
  );
  const asked = { ...VIEW.appeal, state: "asked" as const };
  assertEquals(change(list(), list({ rows: [row({ appeal: asked })] })), {
    gone: [
      "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | ",
    ],
    here: [
      "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.appeals.asked | ",
    ],
  });
  const late = NOW + 48 * HOUR + 5 * MINUTE;
  assertEquals(change(list(), list({ now: late })), {
    gone: [
      "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.days(2) | ",
    ],
    here: [
      "row admin.measure.days_7 | MC | admin.appeals.by.person | admin.time.late(admin.time.minutes(5)) | ",
    ],
  });
});
