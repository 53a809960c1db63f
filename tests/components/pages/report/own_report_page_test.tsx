import { assert, assertEquals } from "@std/assert";
import { OwnReportPage } from "../../../../components/pages/report/OwnReportPage.tsx";
import { translator } from "../../../../lib/i18n/mod.ts";
import { type OwnReportView, REASON_IDS } from "../../../../lib/safety/mod.ts";
import { APPEALABLE, REPORT } from "../../account_specimens.tsx";
import { elements, nameOf } from "../../html.ts";
import { render } from "../../specimens.tsx";

const t = translator();
const AT = Date.UTC(2026, 10, 23, 12, 34);

const OUTCOME: NonNullable<OwnReportView["outcome"]> = {
  acted: true,
  abusive: false,
  measures: ["ban"],
  rule: "harm",
  at: AT,
  decision: "decision",
  appealable: APPEALABLE,
};

function page(
  report: Partial<OwnReportView>,
  typed: { values?: Record<string, string>; errors?: Record<string, string> } =
    {},
): string {
  return render((t) => (
    <OwnReportPage
      t={t}
      locale="en"
      report={{ ...REPORT, ...report }}
      errors={{}}
      {...typed}
    />
  ), t);
}

/** The steps with their states, as they are read aloud. */
function steps(report: Partial<OwnReportView>): string[] {
  const [list] = elements(page(report), "ol");
  if (!list) return [];
  return elements(list.inner, "li").map(({ attributes, inner }) =>
    `${attributes.class}: ${inner.split("<span")[0].trim()}`
  );
}

Deno.test("the steps follow the report from sent to answered", () => {
  assertEquals(steps({}), [
    "done: Sent",
    "now: A person reads it",
    "ahead: The answer, with reasons",
  ]);
  assertEquals(steps({ state: "looked_at" }), [
    "done: Sent",
    "now: A person is looking at it",
    "ahead: The answer, with reasons",
  ]);
  assertEquals(steps({ state: "decided", outcome: OUTCOME, dueAt: null }), [
    "done: Sent",
    "done: A person reads it",
    "done: The answer, with reasons",
  ]);
  assertEquals(steps({ state: "withdrawn" }), []);
});

Deno.test("a note can be added while somebody may still read it", () => {
  const forms = (state: OwnReportView["state"]) =>
    elements(page({ state }), "form")
      .map(({ attributes }) => attributes.action)
      .filter((action) => action.includes("/reports/"));
  const note = [`/account/reports/${REPORT.id}/note`];
  assertEquals(forms("received"), note);
  assertEquals(forms("looked_at"), note);
  assertEquals(forms("decided"), []);
  assertEquals(forms("withdrawn"), []);
});

Deno.test("a note that came back stands in its field, with what is wrong", () => {
  const html = page({}, {
    values: { words: "my <note>" },
    errors: { words: "Too long" },
  });
  const [field] = elements(html, "textarea");
  assertEquals(field.inner, "my &lt;note>");
  assertEquals(field.attributes["aria-invalid"], "true");
});

Deno.test("the outcome says whether something was done, not what", () => {
  const acted = page({ state: "decided", outcome: OUTCOME });
  assert(acted.includes(t("report.own.acted")));
  const nothing = page({
    state: "decided",
    outcome: { ...OUTCOME, acted: false },
  });
  assert(nothing.includes(t("report.own.nothing")));
  // A ban of somebody else is none of the reporter's business.
  for (const html of [acted, nothing]) {
    assertEquals(/\bban\b|harm|decision\b"/i.test(html), false);
  }
});

Deno.test("help stands beside the reasons that need it, and no others", () => {
  const helped = REASON_IDS.filter((reason) => {
    const html = page({ reason });
    return [
      t("report.help.danger"),
      t("report.help.under18"),
      t("report.help.threatened"),
    ].some((help) => html.includes(help));
  });
  assertEquals(helped, ["under_18", "danger", "threatened"]);
});

Deno.test("who is threatened with pictures finds both services, each by its name", () => {
  const links = elements(page({ reason: "threatened" }), "a")
    .filter(({ attributes }) => attributes.href.startsWith("https:"));
  assertEquals(
    links.map((link) => [nameOf(link), link.attributes.href]),
    [
      ["StopNCII.org", "https://stopncii.org"],
      ["Take It Down", "https://takeitdown.ncmec.org"],
    ],
  );
  for (const { attributes } of links) {
    assertEquals([attributes.rel, attributes.translate], ["noreferrer", "no"]);
  }
});

Deno.test("a report without words has no empty place for them", () => {
  const names = (words: string | null) =>
    elements(page({ words }), "dt").map(nameOf);
  assertEquals(names("words").includes("In your words"), true);
  assertEquals(names(null).includes("In your words"), false);
});
