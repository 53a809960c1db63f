import { accountNamed } from "../helpers/ids.ts";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { letterOf } from "../../lib/notices/letter.ts";
import {
  type MailName,
  MAILS,
  type Values,
} from "../../lib/notices/templates.ts";

const ORIGIN = "https://millo.example";
const TO = "kim@example.org";

const VALUES: Record<MailName, Values> = {
  addressConfirmed: {},
  ageCheckAsked: {},
  ageCheckOver: { failed: 1 },
  ageCheckReminder: {},
  held: {},
  holdEnded: { shown: 0 },
  appealAsked: { outcome: "asked", to: "/account/standing" },
  appealDecided: { outcome: "overturned", to: "/account/standing" },
  decisionMade: { step: "days_7", until: 1, decision: "d" },
  decisionUndone: { decision: "d" },
  reportDecided: { report: "r", acted: 1 },
  reportReopened: { report: "r", acted: 0 },
  alertRaised: {
    ...{ number: "MC-7K3F-Q2ZD", cause: "reported", time: "14:19:52" },
    ...{ reason: "Somebody is in danger now", nobody: 0 },
    to: "/admin/cases/MC-7K3F-Q2ZD",
  },
  nobodyOnCall: {},
  code: { code: "482913", minutes: 10 },
  supportAnswered: { number: "7K3F-Q2ZD", answer: "First.\n\nSecond." },
  supportReceived: { number: "7K3F-Q2ZD" },
  mailFailed: {},
  news: { title: "Something new", text: "It is {here}." },
  policyChanged: { slug: "rules", title: "House rules", version: 2 },
};

function letter(template: MailName, to: string | null = null) {
  const values = VALUES[template];
  const mail = {
    id: "0".repeat(26),
    accountId: accountNamed("a"),
    template,
    values,
    to,
  };
  return letterOf({ ...mail, locale: "en" }, TO, ORIGIN);
}

for (const name of Object.keys(MAILS) as MailName[]) {
  Deno.test(`${name}: is one line of subject and plain text without trackers`, () => {
    const { subject, text } = letter(name);
    assertEquals(subject.includes("\n"), false);
    assertEquals(/<[a-z]/i.test(text), false);
    for (const [url] of text.matchAll(/https?:\/\/\S+/g)) {
      assertEquals(new URL(url).origin, ORIGIN);
      assertEquals(/utm|pixel|[0-9a-z]{26}/.test(url), false, url);
    }
  });
}

Deno.test("a mail tells where mail of its kind is turned off, where it can be", () => {
  const settings = `${ORIGIN}/account/notices`;
  assertEquals(letter("supportAnswered").unsubscribe, settings);
  assertStringIncludes(letter("supportAnswered").text, settings);
  assertEquals(letter("code", TO).unsubscribe, null);
  assertEquals(letter("addressConfirmed").unsubscribe, null);
});

Deno.test("an alert for the staff opens the case, and says where its address is changed", () => {
  const { subject, text, unsubscribe } = letter("alertRaised", TO);
  assertEquals(subject, "Somebody may be in danger: MC-7K3F-Q2ZD");
  assertStringIncludes(text, "A report came in at 14:19:52 UTC.");
  assertStringIncludes(text, "because you are on call");
  assertStringIncludes(text, `${ORIGIN}/admin/cases/MC-7K3F-Q2ZD`);
  assertStringIncludes(text, `${ORIGIN}/admin/me`);
  assertEquals(unsubscribe, null);
});

Deno.test("an alert says why it comes to somebody, in each of its cases", () => {
  const text = (changes: Values) => {
    const values = { ...VALUES.alertRaised, ...changes };
    const mail = { id: "0".repeat(26), accountId: null, to: TO, locale: "en" };
    const template = "alertRaised" as const;
    return letterOf({ ...mail, template, values }, TO, ORIGIN);
  };
  const passed = text({ cause: "passed_on" });
  assertEquals(passed.subject, "Passed on to you: MC-7K3F-Q2ZD");
  assertStringIncludes(passed.text, "A colleague passed this case on");
  const all = text({ nobody: 1 }).text;
  assertStringIncludes(all, "Nobody is on call, so everybody who may act");
  assertEquals(all.includes("because you are on call"), false);
});

Deno.test("a gap leads to where a shift is begun", () => {
  const { subject, text } = letter("nobodyOnCall", TO);
  assertEquals(subject, "Nobody is on call");
  assertStringIncludes(text, `Go on call: ${ORIGIN}/admin/me`);
});

Deno.test("an answer to an address that was given for it has no switch", () => {
  const { unsubscribe, text } = letter("supportAnswered", TO);
  assertEquals(unsubscribe, null);
  assertStringIncludes(text, "If that was not you");
});

Deno.test("braces in what people write are left as they are", () => {
  assertStringIncludes(letter("news").text, "It is {here}.");
});

Deno.test("a language that is no longer offered is answered in English", () => {
  const mail = {
    id: "0".repeat(26),
    accountId: null,
    template: "code",
    values: VALUES.code,
    to: TO,
    locale: "xx",
  } as const;
  assertEquals(
    letterOf(mail, TO, ORIGIN).subject,
    "482913 is your code for Millo",
  );
});
