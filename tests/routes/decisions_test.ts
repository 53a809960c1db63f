import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { profiles } from "../../lib/accounts/profile/records.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { DAY, MINUTE } from "../../lib/kernel/mod.ts";
import { loadCase } from "../../lib/safety/mod.ts";
import { decisions } from "../../lib/safety/records.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import { elements } from "../components/html.ts";
import { come } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import { addCall, reported } from "../helpers/safety.ts";

/** A moderator who has the case of somebody with a name. */
async function withCase(app: TestApp) {
  const { accountId } = await come(app);
  const seenDay = Math.floor(app.clock.now() / DAY) * DAY;
  const named = await app.millo.store.write().create(profiles, {
    ...{ accountId, username: "Robin", interests: [], languages: [], seenDay },
  }).commit();
  assert(named.ok);
  const filed = await reported(app.millo.safety, { reported: accountId });
  const browser = await app.as("moderator");
  const path = `/admin/cases/${filed.case}`;
  await browser.post(`${path}/claim`, {});
  const form = {
    ...{ reports: filed.report, rule: "harm", facts: "You undressed." },
    step: "warn",
  };
  return { ...filed, browser, path, form };
}

const ABUSE = { abuseRule: "owe", abuseFacts: "You made it up." };

Deno.test("M31: the page offers to take what there is, and its form takes it with a step", async () => {
  await using app = await openApp();
  const { browser, path, form, reported: person } = await withCase(app);
  const html = await (await browser.get(path)).text();
  const offered = elements(html, "input").map(({ attributes }) => attributes)
    .filter(({ name }) => name === "also").map(({ value }) => value);
  assertEquals(offered, ["remove_name"]);
  assert(!html.includes("Robin"), "nobody reads the name to take it");
  const sent = await browser.post(`${path}/decision`, {
    ...form,
    also: "remove_name",
  });
  assertEquals(sent.status, 303);
  const profile = await app.millo.store.get(profiles, [person]);
  assertEquals(profile?.value.username, null);
  const [made] = await Array.fromAsync(app.millo.store.each(decisions));
  assertEquals(made.value.measures, ["warn", "remove_name"]);
});

Deno.test("M32: an abusive report bars its maker by the form, with words of its own", async () => {
  await using app = await openApp();
  const { browser, path, form, report, reporter } = await withCase(app);
  const abusive = { ...form, step: "dismiss", abusive: report, ...ABUSE };
  for (
    const [left, field] of [["abuseRule", "abuseRule"], [
      "abuseFacts",
      "abuseFacts",
    ]]
  ) {
    const refused = await browser.post(`${path}/decision`, {
      ...abusive,
      [left]: "",
    });
    assertEquals(refused.status, 422);
    const html = await refused.text();
    assertStringIncludes(html, `href="#${field}"`);
    assertStringIncludes(html, "You undressed.");
  }
  const sent = await browser.post(`${path}/decision`, abusive);
  assertEquals(sent.status, 303);
  const { store, clock } = app.millo;
  const now = clock.now();
  assertEquals((await findStanding(store, reporter, now)).mayReport, false);
});

Deno.test("M30: what the person, each reporter and Millo get is shown, and nothing is written", async () => {
  await using app = await openApp();
  const { browser, path, form, report, reported: person } = await withCase(app);
  const { report: second } = await reported(app.millo.safety, {
    reported: person,
  });
  const { store } = app.millo;
  const before = (await Array.fromAsync(store.each(auditEntries))).length;
  const body = new URLSearchParams({
    ...form,
    ...ABUSE,
    ...{ step: "days_7", also: "remove_name", preview: "1" },
    ...{ facts: "You undressed. {rule}. {measure}, until {until}." },
  });
  body.append("reports", second);
  body.append("abusive", second);
  const shown = await browser.fetch(`${path}/decision`, {
    ...{ method: "POST", body },
    headers: { origin: "http://localhost", "sec-fetch-site": "same-origin" },
  });
  assertEquals(shown.status, 200);
  const html = await shown.text();
  for (
    const words of [
      "A decision about your account",
      "You undressed. Rule 3, no nudity, threats or hate. 7 days without calls",
      "We acted on your report",
      "You made it up.",
      "One reporter cannot report until",
      "2 reports are closed",
      "Their name is taken from the account",
      // The form keeps what was typed, as it was typed.
      "You undressed. {rule}. {measure}, until {until}.",
    ]
  ) {
    assertStringIncludes(html, words);
  }
  assert(report !== second);
  assertEquals(await Array.fromAsync(store.each(decisions)), []);
  const after = (await Array.fromAsync(store.each(auditEntries))).length;
  assertEquals(after, before);
});

Deno.test("M30: a placeholder that stands for nothing stops preview and sending, and nothing is lost", async () => {
  await using app = await openApp();
  const { browser, path, form, report } = await withCase(app);
  for (const facts of ["Until {until} you warned.", "On {date}.", "{ }"]) {
    for (const preview of ["", "1"]) {
      const refused = await browser.post(`${path}/decision`, {
        ...{ ...form, facts },
        ...(preview ? { preview } : {}),
      });
      assertEquals(refused.status, 422, facts);
      const html = await refused.text();
      assertStringIncludes(html, "A placeholder in braces is left");
      assertStringIncludes(html, facts);
    }
  }
  const abuse = { ...ABUSE, abuseFacts: "For {until}.", abusive: report };
  const refused = await browser.post(`${path}/decision`, { ...form, ...abuse });
  assertEquals(refused.status, 422);
  assertStringIncludes(await refused.text(), "For {until}.");
  const { store } = app.millo;
  assertEquals(await Array.fromAsync(store.each(decisions)), []);
});

Deno.test("words that are too long come back whole, with everything else", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  const refused = await browser.post(`${path}/decision`, {
    ...{ ...form, also: "remove_name" },
    ...{ facts: "x".repeat(2001), reason: "For the log." },
  });
  assertEquals(refused.status, 422);
  const html = await refused.text();
  assertStringIncludes(html, "x".repeat(2001));
  assertStringIncludes(html, "For the log.");
  const chosen = elements(html, "input").map(({ attributes }) => attributes)
    .filter((attributes) => "checked" in attributes)
    .map(({ value }) => value);
  assertEquals(chosen, ["warn", "remove_name"]);
});

Deno.test("M05: whoever is barred is refused in words, by page and by program", async () => {
  await using app = await openApp();
  const first = await come(app);
  const { case: number, report } = await reported(app.millo.safety, {
    by: first.accountId,
  });
  const moderator = await app.as("moderator");
  await moderator.post(`/admin/cases/${number}/claim`, {});
  const made = await moderator.post(`/admin/cases/${number}/decision`, {
    ...{ reports: report, step: "dismiss", facts: "Nothing." },
    ...{ abusive: report, ...ABUSE },
  });
  assertEquals(made.status, 303);
  const call = await addCall(app.millo, first.accountId);
  const path = `/talk/calls/${call.id}/report`;
  const page = await first.browser.post(path, { reason: "hate" });
  assertEquals(page.status, 422);
  assertStringIncludes(
    await page.text(),
    "A decision keeps you from reporting",
  );
  const danger = await first.browser.post(path, { reason: "threatened" });
  assertEquals(danger.status, 303);
  const standing = await (await first.browser.get("/account/standing")).text();
  assertStringIncludes(standing, "You cannot report others");
  assertStringIncludes(standing, "You made it up.");
  assertStringIncludes(standing, "You can appeal");
});

Deno.test("M30: a saved reply is made, used without a script, and filled in when it is sent", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  const wrong = await browser.post("/admin/replies", {
    ...{ title: "Undressed", text: "On {date}.", shared: "1" },
  });
  assertEquals(wrong.status, 422);
  assertStringIncludes(await wrong.text(), "On {date}.");
  const made = await browser.post("/admin/replies", {
    ...{ title: "Undressed", text: "It broke {rule}.", shared: "1" },
  });
  assertEquals(made.headers.get("location"), "/admin/replies");
  const other = await app.as("moderator");
  const list = await (await other.get("/admin/replies")).text();
  assertStringIncludes(list, "It broke {rule}.");
  const html = await (await browser.get(path)).text();
  const [option] = elements(html, "option")
    .filter(({ inner }) => inner === "Undressed");
  const reply = option.attributes.value;
  const used = await browser.post(`${path}/decision`, {
    ...{ ...form, facts: "Twice today.", reply, use: "1" },
  });
  assertEquals(used.status, 200);
  assertStringIncludes(await used.text(), "Twice today.\n\nIt broke {rule}.");
  const facts = "Twice today.\n\nIt broke {rule}.";
  const sent = await browser.post(`${path}/decision`, { ...form, facts });
  assertEquals(sent.status, 303);
  const [{ value }] = await Array.fromAsync(app.millo.store.each(decisions));
  assertEquals(
    value.facts,
    "Twice today.\n\nIt broke Rule 3, no nudity, threats or hate.",
  );
  const id = /\/admin\/replies\/(\w+)\/removal/.exec(list)![1];
  const gone = await other.post(`/admin/replies/${id}/removal`, {});
  assertEquals(gone.status, 303);
  assertEquals(
    (await other.post(`/admin/replies/${id}/removal`, {})).status,
    404,
  );
});

Deno.test("A15: passing a case on needs neither rule nor reason", async () => {
  await using app = await openApp();
  const { browser, path, case: number } = await withCase(app);
  const passed = await browser.post(`${path}/pass`, { way: "escalate" });
  assertEquals(passed.status, 303);
  const loaded = await loadCase(app.millo.store, number);
  assertEquals([loaded?.state.escalated, loaded?.state.open.length], [true, 1]);
});

Deno.test("A15: passing on that fails says so, stays open and keeps what was typed", async () => {
  await using app = await openApp();
  const { browser, path, form, case: number, report } = await withCase(app);
  app.clock.pass(6 * MINUTE);
  for (const way of ["escalate", "later", "second"]) {
    const refused = await browser.post(`${path}/pass`, {
      ...{ ...form, ...ABUSE, abusive: report, also: "remove_name", way },
    });
    assertEquals(refused.status, 409, way);
    const html = await refused.text();
    assertStringIncludes(html, "it is still open");
    assertStringIncludes(html, "You undressed.");
    const loaded = await loadCase(app.millo.store, number);
    assertEquals([loaded?.state.escalated, loaded?.state.open.length], [
      false,
      1,
    ]);
  }
  await browser.post(`${path}/claim`, {});
  const taken = await app.as("moderator");
  const typed = { ...form, facts: "You undressed.", way: "escalate" };
  const refused = await taken.post(`${path}/pass`, typed);
  assertEquals(refused.status, 409);
  assertEquals((await browser.post(`${path}/pass`, { way: "x" })).status, 422);
});

Deno.test("M08: whoever lost a case takes it again with the words that they had typed", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  app.clock.pass(6 * MINUTE);
  const late = await browser.post(`${path}/decision`, form);
  assertEquals(late.status, 409);
  const [take] = elements(await late.text(), "button")
    .map(({ attributes }) => attributes)
    .filter(({ formaction }) => formaction === `${path}/claim`);
  assertEquals(take.form, "decision");
  const taken = await browser.post(`${path}/claim`, form);
  assertEquals(taken.status, 200);
  const html = await taken.text();
  assertStringIncludes(html, "You undressed.");
  assertStringIncludes(html, "Decide and tell both");
  assertEquals((await browser.post(`${path}/decision`, form)).status, 303);
});
