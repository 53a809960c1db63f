import { assert, assertEquals } from "@std/assert";
import {
  FlagPage,
  type FlagPageProps,
} from "../../../../components/pages/standing/FlagPage.tsx";
import {
  OwnCheckPage,
  type OwnCheckPageProps,
} from "../../../../components/pages/standing/OwnCheckPage.tsx";
import type { StatementView } from "../../../../lib/safety/mod.ts";
import { outline } from "../../outline.ts";

const AT = Date.UTC(2026, 10, 27, 12);
const URL_THERE = "https://age.example/1";

const STATEMENT: StatementView = {
  ...{ id: "[decision]", at: AT, measures: ["under_18"], rule: "adults" },
  ...{ until: null, provisionalUntil: null, points: 0, reports: 1 },
  ...{ facts: "[facts]", evidence: { stills: 0, texts: 0 } },
  ...{ state: "in_force", lessenedTo: null, number: "[number]" },
  ...{ appealableUntil: AT + 3, mayAppeal: true, appeal: null },
};

function own(changes: Partial<OwnCheckPageProps>): string[] {
  return outline((t) => (
    <OwnCheckPage
      {...{ t, locale: "en", until: AT, url: null, state: "first" }}
      {...changes}
    />
  ));
}

function flag(changes: Partial<FlagPageProps>): string[] {
  return outline((t) => (
    <FlagPage
      {...{ t, locale: "en", statement: STATEMENT, check: null }}
      action="/age/flag"
      step="first"
      {...changes}
    />
  ));
}

function says(lines: readonly string[], part: string): boolean {
  return lines.some((line) => line.includes(part));
}

Deno.test("a check that has not begun is begun by one press", () => {
  const lines = own({});
  assert(says(lines, "form post /account/standing/check"));
  assert(says(lines, "flag.check.begin"));
  assert(!says(lines, "check.go"));
});

Deno.test("a check that has begun leads there, and is asked about again", () => {
  const lines = own({ url: URL_THERE, state: "ready" });
  assert(says(lines, URL_THERE));
  assert(says(lines, "check.again"));
  assert(!says(lines, "flag.check.begin"));
});

Deno.test("A07: a provider that is down is named, and nothing is lost", () => {
  for (const url of [null, URL_THERE]) {
    const lines = own({ url, state: "away" });
    assert(says(lines, "flag.check.away"));
    assert(says(lines, "form post /account/standing/check"));
  }
});

Deno.test("without any provider the help desk is the way", () => {
  const lines = own({ state: "none" });
  assert(says(lines, "/contact"));
  assert(!says(lines, "form post /account/standing/check"));
});

Deno.test("A09: the statement says what, when, on which rule, what was found, who decided, and its number", () => {
  const lines = flag({});
  for (
    const part of [
      "flag.title",
      "flag.lead",
      "standing.measure.under_18",
      "rule.adults",
      "[facts]",
      "standing.byText",
      "[number]",
      "standing.appeal.court",
    ]
  ) {
    assert(says(lines, part), part);
  }
  assert(says(lines, "form post /age/flag"));
});

Deno.test("after a no there is no second check; one that ran out begins anew", () => {
  const ended = { url: URL_THERE, isSpent: false };
  const no = flag({ check: { state: "failed", ...ended } });
  assert(says(no, "flag.failed"));
  assert(!says(no, "form post /age/flag"));
  const over = flag({ check: { state: "over", ...ended } });
  assert(says(over, "flag.check.begin"));
  assert(!says(over, URL_THERE));
});

Deno.test("A10: after a yes the way in is open, by the check itself once", () => {
  const statement = { ...STATEMENT, state: "overturned", facts: null } as const;
  const passed = { state: "passed", url: null } as const;
  const first = flag({ statement, check: { ...passed, isSpent: false } });
  assert(says(first, "flag.over.title"));
  assert(says(first, "form post /age/flag"));
  assert(!says(first, "[facts]"));
  const later = flag({ statement, check: { ...passed, isSpent: true } });
  assertEquals(says(later, "form post /age/flag"), false);
  assert(says(later, "/age"));
});
