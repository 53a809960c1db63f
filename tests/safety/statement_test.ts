import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { translator } from "../../lib/i18n/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { letterOf } from "../../lib/notices/letter.ts";
import { mails, notices } from "../../lib/notices/records.ts";
import { wordingOf } from "../../lib/notices/mod.ts";
import { type Measure, ownStandingView } from "../../lib/safety/mod.ts";
import { decided, openSafety, reported } from "../helpers/safety.ts";

const t = translator();

/** What Article 17(3) of Regulation (EU) 2022/2065 asks for, in our words. */
const ASKED = {
  scope: "everywhere on Millo",
  automated: "nothing was detected or decided automatically",
  ground: "our terms, the house rules",
  facts: "The page behind the link says what was found, on which rule",
  appeal: "You can appeal there, free of charge, for six months",
  court: "You may also go to court",
  body: "a certified out-of-court dispute body",
};

const MEASURES: readonly [Measure, string][] = [
  ["warn", "a warning"],
  ["day_1", "1 day without calls"],
  ["days_7", "7 days without calls"],
  ["days_30", "30 days without calls"],
  ["ban", "a ban from calls. It has no end"],
];

for (const [measure, words] of MEASURES) {
  Deno.test(`M16: the notice of ${measure} has every line of a statement, in the inbox and by mail`, async () => {
    await using deps = await openSafety();
    const { case: number, reported: person } = await reported(deps);
    const { decision } = await decided(deps, number, { measures: [measure] });
    const all = await Array.fromAsync(deps.store.each(notices));
    const told = all.map(({ value }) => value)
      .filter(({ accountId }) => accountId === person);
    assertEquals(told.map(({ at }) => at), [decision.at], "at that moment");
    const { text, link } = wordingOf(t, told[0].template, told[0].values);
    const inbox = text.join("\n");
    assertEquals(link?.to, `/account/standing?decision=${decision.id}`);
    const queued = (await Array.fromAsync(deps.store.each(mails)))
      .map(({ value }) => value)
      .find(({ accountId }) => accountId === person);
    const mail = letterOf(
      { ...queued!, locale: "en" },
      "a@example.org",
      "https://millo.test",
    ).text;
    for (const shown of [inbox, mail]) {
      assertStringIncludes(shown, `The measure is ${words}`);
      for (const line of Object.values(ASKED)) {
        assertStringIncludes(shown, line);
      }
    }
    // A mail lies on servers of others: what was found is not in it.
    assert(!mail.includes(decision.facts!));
    const { statement } = await ownStandingView(deps, person, decision.id);
    assertEquals(
      [statement?.facts, statement?.rule, statement?.until],
      [decision.facts, decision.rule, decision.until],
    );
    assertEquals(statement?.appealableUntil, decision.at + 184 * DAY);
  });
}

Deno.test("M16: a bar on reporting is told as what it is", () => {
  const values = { step: "abusive", until: 1, decision: "d" };
  const { lead, text } = wordingOf(t, "decisionMade", values);
  assertEquals(lead, "You cannot report for a time");
  assertStringIncludes(text[0], "The measure is a bar on reporting");
  for (const line of Object.values(ASKED)) {
    assertStringIncludes(text.join("\n"), line);
  }
});
