import { assert, assertEquals } from "@std/assert";
import { StandingPage } from "../../../../components/pages/standing/StandingPage.tsx";
import { translator } from "../../../../lib/i18n/mod.ts";
import type {
  OwnStandingView,
  StatementView,
} from "../../../../lib/safety/mod.ts";
import { STATEMENT } from "../../account_specimens.tsx";
import { type Element, elements, nameOf } from "../../html.ts";
import { render } from "../../specimens.tsx";

const t = translator();
const AT = Date.UTC(2026, 10, 23, 12, 34);

interface Given {
  view?: Partial<OwnStandingView>;
  statement?: Partial<StatementView> | null;
  values?: Record<string, string>;
  errors?: Record<string, string>;
}

function page({ view, statement, values = {}, errors = {} }: Given): string {
  const whole: OwnStandingView = {
    out: { kind: "ban", from: AT, until: null },
    mayReport: false,
    checkUntil: null,
    others: [],
    ...view,
    statement: statement === null ? null : { ...STATEMENT, ...statement },
  };
  return render((t) => (
    <StandingPage
      t={t}
      locale="en"
      view={whole}
      values={values}
      errors={errors}
    />
  ), t);
}

/** The facts of the decision, by their names. */
function factsIn(html: string): Map<string, string> {
  const facts = elements(html, "dl").find(({ attributes }) =>
    attributes.class === "facts"
  );
  return new Map(
    elements(facts?.inner ?? "", "div").map(({ inner }) => [
      nameOf(elements(inner, "dt")[0]),
      nameOf(elements(inner, "dd")[0]),
    ]),
  );
}

function appealForm(html: string): Element | undefined {
  return elements(html, "form").find(({ attributes }) =>
    attributes.action === "/account/standing/appeal"
  );
}

const APPEAL: NonNullable<StatementView["appeal"]> = {
  id: "appeal",
  at: AT,
  dueAt: AT + 1,
  state: "open",
  words: "I did <b>not</b>",
  question: null,
  reply: null,
  outcome: null,
  lessenedTo: null,
  decidedAt: null,
  answer: null,
};

Deno.test("a statement of reasons has all that Article 17 DSA asks for", () => {
  const html = page({});
  assertEquals([...factsIn(html).keys()], [
    "Measure",
    "Began",
    "Ends by itself",
    "Provisional: ends unless a second person agrees by",
    "Where it holds",
    "Rule",
    "What was found",
    "Evidence",
    "What it counts",
    "Decided by",
    "On what ground",
    "Number",
  ]);
  const facts = factsIn(html);
  assertEquals(
    facts.get("Measure"),
    "A ban from calls, Your picture was removed",
  );
  assertEquals(
    facts.get("Evidence"),
    [
      "2 reports.",
      "A still picture chosen by a reporter.",
      "Text as our server saw it.",
    ].join(" "),
  );
});

Deno.test("what a decision has not is left out, and not said to be nothing", () => {
  const facts = factsIn(page({
    statement: {
      ...{ until: null, provisionalUntil: null, rule: null, points: 0 },
      ...{ reports: 1, evidence: { stills: 0, texts: 0 } },
    },
  }));
  for (const name of ["Rule", "What it counts"]) {
    assertEquals(facts.has(name), false, name);
  }
  assertEquals(facts.get("Ends by itself"), "It has no end.");
  assertEquals(facts.get("Evidence"), "One report.");
});

Deno.test("the rule is linked to its section", () => {
  const rules = elements(page({ statement: { rule: "record" } }), "a")
    .map(({ attributes }) => attributes.href)
    .filter((href) => href.startsWith("/rules#"));
  assertEquals(rules, ["/rules#record"]);
});

Deno.test("title and lead say what keeps a person out, or that nothing does", () => {
  const said = (out: OwnStandingView["out"], mayReport = true) => {
    const html = page({ view: { out, mayReport } });
    const lead = elements(html, "p").find(({ attributes }) =>
      attributes.class === "lead measure"
    );
    return lead?.inner.split(/[.,;]/)[0];
  };
  const from = AT;
  assertEquals(said(null), "Nothing keeps you out of calls");
  assertEquals(
    said({ kind: "review", from, until: null }),
    "A person is checking something about your account",
  );
  assertEquals(said(null, false), "You can meet people");
});

Deno.test("whoever is out is told what still works, others need not be", () => {
  const ways = (html: string) =>
    elements(html, "a").map(({ attributes }) => attributes.href)
      .filter((href) => href === "/account/data/erasure");
  assertEquals(ways(page({})).length, 1);
  assertEquals(ways(page({ view: { out: null } })), []);
});

Deno.test("an appeal can be made as long as it can be made", () => {
  const form = appealForm(page({}));
  assert(form);
  const [decision] = elements(form.inner, "input").filter(({ attributes }) =>
    attributes.type === "hidden"
  );
  assertEquals(
    [decision.attributes.name, decision.attributes.value],
    ["decision", STATEMENT.id],
  );
  assertEquals(
    appealForm(page({ statement: { mayAppeal: false } })),
    undefined,
  );
  assertEquals(appealForm(page({ statement: { appeal: APPEAL } })), undefined);
});

Deno.test("an appeal needs no reason from the list and keeps the one that was chosen", () => {
  const radios = (values: Record<string, string>) =>
    elements(appealForm(page({ values }))!.inner, "input")
      .filter(({ attributes }) => attributes.type === "radio");
  const none = radios({});
  assertEquals(none.map(({ attributes }) => attributes.value), [
    "not_me",
    "not_so",
    "not_broken",
    "too_long",
  ]);
  assert(
    none.every(({ attributes }) =>
      !("required" in attributes) && !("checked" in attributes)
    ),
  );
  const chosen = radios({ claim: "not_so" })
    .filter(({ attributes }) => "checked" in attributes);
  assertEquals(chosen.map(({ attributes }) => attributes.value), ["not_so"]);
});

Deno.test("after the time to appeal a court is named, unless nothing is in force", () => {
  const court = t("standing.appeal.court");
  assert(page({ statement: { mayAppeal: false } }).includes(court));
  const undone = page({ statement: { mayAppeal: false, state: "undone" } });
  assertEquals(undone.includes(court), false);
  assert(undone.includes(t("standing.state.undone")));
});

Deno.test("an appeal shows where it stands, and when an answer comes", () => {
  const waiting = page({ statement: { appeal: APPEAL } });
  assert(waiting.includes(t("standing.appeal.state.open")));
  assert(waiting.includes(t("standing.appeal.by")));
  assert(waiting.includes("I did &lt;b>not&lt;/b>"));
  const answered = page({
    statement: {
      appeal: {
        ...APPEAL,
        ...{ state: "decided", outcome: "upheld", decidedAt: AT },
        answer: "Because",
      },
    },
  });
  assert(answered.includes(t("standing.appeal.state.upheld")));
  assert(answered.includes("Because"));
  assertEquals(answered.includes(t("standing.appeal.by")), false);
  assert(answered.includes(t("standing.appeal.court")));
});

Deno.test("a question is answered for the decision that it is about", () => {
  const html = page({
    statement: { appeal: { ...APPEAL, state: "asked", question: "Who?" } },
    errors: { words: "Say something" },
  });
  const [form] = elements(html, "form").filter(({ attributes }) =>
    attributes.action?.startsWith("/account/standing/reply")
  );
  assertEquals(
    form.attributes.action,
    `/account/standing/reply?decision=${STATEMENT.id}`,
  );
  assert(form.inner.includes("Who?"));
  assert(form.inner.includes("Say something"));
});

Deno.test("earlier decisions are links to themselves, by what they did", () => {
  const others: OwnStandingView["others"] = [
    { id: "one", at: AT, measures: ["warn"] },
    { id: "two", at: AT, measures: ["day_1", "remove_name"] },
  ];
  const links = elements(page({ view: { others } }), "a")
    .filter(({ attributes }) => attributes.href.includes("?decision="));
  assertEquals(links.map((link) => [link.attributes.href, nameOf(link)]), [
    ["/account/standing?decision=one", "A warning"],
    [
      "/account/standing?decision=two",
      "1 day without calls, Your name was removed",
    ],
  ]);
});

Deno.test("words of people are marked as theirs, which no translation may change", () => {
  const html = page({
    statement: {
      facts: "what they did",
      appeal: { ...APPEAL, words: "what I say", answer: "what we say" },
    },
  });
  for (const text of ["what they did", "what I say", "what we say"]) {
    const holders = elements(html, "dd|blockquote|p")
      .filter(({ inner }) => inner.trim() === text);
    assertEquals(holders.map(({ attributes }) => attributes.translate), ["no"]);
  }
});
