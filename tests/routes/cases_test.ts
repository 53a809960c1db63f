import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DAY, HOUR, MINUTE } from "../../lib/kernel/mod.ts";
import { auditEntries } from "../../lib/audit/records.ts";
import { fileReport } from "../../lib/safety/mod.ts";
import { decisions, reports } from "../../lib/safety/records.ts";
import type { Role } from "../../lib/staff/mod.ts";
import { findStanding } from "../../lib/standing/mod.ts";
import { elements } from "../components/html.ts";
import { come } from "../helpers/accounts.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { addCall, addLine, filing, reported } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

/** A moderator who has a case, and what its form shows. */
async function withCase(app: TestApp) {
  const filed = await reported(app.millo.safety, { words: "Undressed." });
  const browser = await app.as("moderator");
  const path = `/admin/cases/${filed.case}`;
  await browser.post(`${path}/claim`, {});
  const form = { reports: filed.report, rule: "harm", facts: "You undressed." };
  return { ...filed, browser, path, form };
}

async function text(browser: TestBrowser, path: string): Promise<string> {
  return await (await browser.get(path)).text();
}

Deno.test("the queue shows a case with its harm and clock, and leads to it", async () => {
  await using app = await openApp();
  const { case: number } = await reported(app.millo.safety);
  const browser = await app.as("moderator");
  const html = await text(browser, "/admin/cases");
  assertStringIncludes(html, "Nudity or sex, 1 report");
  assertStringIncludes(html, "severe");
  assertStringIncludes(html, "2 h 0 min");
  assertStringIncludes(html, `href="/admin/cases/${number}"`);
  const found = await browser.get(
    `/admin/cases?number=${number.toLowerCase()}`,
  );
  assertEquals(found.headers.get("location"), `/admin/cases/${number}`);
  for (
    const typed of [number.replaceAll("-", " "), `${number}.`]
  ) {
    const address = `/admin/cases?number=${encodeURIComponent(typed)}`;
    const led = await browser.get(address);
    assertEquals(led.headers.get("location"), `/admin/cases/${number}`, typed);
  }
  assertStringIncludes(
    await text(browser, "/admin/cases?number=nothing+like+it"),
    "No case has the number nothing like it",
  );
  assertStringIncludes(
    await text(browser, "/admin/cases?number=MC-0000-0000"),
    "No case has the number MC-0000-0000",
  );
});

Deno.test("A12: a case of child safety is in no list, count, search or address of a moderator", async () => {
  await using app = await openApp();
  const { case: number } = await reported(app.millo.safety, {
    reason: "under_18",
  });
  for (const role of ["moderator", "triage", "admin"] as const) {
    const browser = await app.as(role);
    const list = await text(browser, "/admin/cases");
    assert(!list.includes(number) && !list.includes("under 18"), role);
    assert(!list.includes("1 open"), role);
    const searched = await text(browser, `/admin/cases?number=${number}`);
    if (role !== "admin") {
      assertStringIncludes(searched, "No case has the number");
      assertEquals((await browser.get(`/admin/cases/${number}`)).status, 404);
    }
    for (const act of ["claim", "decision", "second"]) {
      const status = (await browser.post(`/admin/cases/${number}/${act}`, {}))
        .status;
      assert(status === 404 || status === 403 || status === 422, `${act}`);
    }
  }
});

Deno.test("the whole picture is on the page of a case, and no id of a person", async () => {
  await using app = await openApp();
  const { browser: member, accountId } = await come(app);
  void member;
  const { safety } = app.millo;
  const call = await addCall(app.millo, undefined, accountId);
  await addLine(app.millo, call, call.b, "just watch");
  const filed = await fileReport(
    safety,
    call.a,
    filing({ call: call.id, words: "Did not stop.", withText: true }),
  );
  assert(filed.ok);
  const browser = await app.as("moderator");
  const html = await text(browser, `/admin/cases/${filed.value.case}`);
  for (const shown of ["just watch", "Did not stop.", "new, no record"]) {
    assertStringIncludes(html, shown);
  }
  assert(/p_[0-9A-F]{6}/.test(html));
  for (const id of [call.a, call.b, call.id]) assert(!html.includes(id));
});

Deno.test("a decision is sent, and the next case is offered", async () => {
  await using app = await openApp();
  const { browser, path, form, reported: person } = await withCase(app);
  const sent = await browser.post(`${path}/decision`, {
    ...form,
    step: "days_7",
  });
  assertEquals(sent.status, 303);
  const { store, clock } = app.millo;
  const { out } = await findStanding(store, person, clock.now());
  assertEquals(out?.kind, "suspension");
  assertStringIncludes(
    await text(browser, "/admin/cases"),
    "Nothing is waiting here",
  );
  assertStringIncludes(await text(browser, path), "7 days");
});

Deno.test("M09: what is missing is asked for, and what was typed is kept", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  const wrong = [
    [{ ...form, step: "warn", rule: "" }, "Choose the rule"],
    [{ ...form, step: "warn", facts: "" }, "Say what you found"],
    [{ ...form, step: "" }, "Choose one step"],
    [{ ...form, step: "warn", facts: "On {date}." }, "A placeholder"],
  ] as const;
  for (const [given, says] of wrong) {
    const answer = await browser.post(`${path}/decision`, given);
    assertEquals(answer.status, 422, says);
    const html = await answer.text();
    assertStringIncludes(html, says);
    if (given.facts) assertStringIncludes(html, given.facts);
  }
  const { store } = app.millo;
  assertEquals(await Array.fromAsync(store.each(decisions)), []);
});

Deno.test("M08: a lapsed lease is answered by 409, changes nothing and keeps the words", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  app.clock.pass(6 * MINUTE);
  const other = await app.as("moderator");
  await other.post(`${path}/claim`, {});
  const late = await browser.post(`${path}/decision`, {
    ...form,
    step: "warn",
  });
  assertEquals(late.status, 409);
  const html = await late.text();
  assertStringIncludes(html, "Nothing was changed, and your words are kept");
  assertStringIncludes(html, "You undressed.");
  assert(!html.includes("Decide and tell both"), "it is somebody else's");
  const { store } = app.millo;
  assertEquals(await Array.fromAsync(store.each(decisions)), []);
});

Deno.test("M33: a stale form is answered by 409 and shows what is new", async () => {
  await using app = await openApp();
  const { browser, path, form, reported: person } = await withCase(app);
  await reported(app.millo.safety, { reported: person, reason: "threat" });
  const late = await browser.post(`${path}/decision`, {
    ...form,
    step: "warn",
  });
  assertEquals(late.status, 409);
  const html = await late.text();
  assertStringIncludes(html, "Threat, violence or self-harm");
  assertStringIncludes(html, "You undressed.");
});

Deno.test("M07: who comes second is told who has the case", async () => {
  await using app = await openApp();
  const { path } = await withCase(app);
  const other = await app.as("moderator");
  const refused = await other.post(`${path}/claim`, {});
  assertEquals(refused.status, 409);
  assertStringIncludes(await refused.text(), "Ada has this case now");
});

Deno.test("M30: the exact words to both are shown before they are sent", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  const shown = await browser.post(`${path}/decision`, {
    ...form,
    step: "warn",
    preview: "1",
  });
  assertEquals(shown.status, 200);
  const html = await shown.text();
  for (
    const words of [
      "A decision about your account",
      "A warning",
      "We acted on your report",
    ]
  ) {
    assertStringIncludes(html, words);
  }
  const { store } = app.millo;
  assertEquals(await Array.fromAsync(store.each(decisions)), []);
});

Deno.test("M13: a ban asks for the passkey, and the words stay", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  const asked = await browser.post(`${path}/decision`, {
    ...form,
    step: "ban",
  });
  assertEquals(asked.status, 422);
  const html = await asked.text();
  assertStringIncludes(html, "You undressed.");
  assertStringIncludes(html, "Show your passkey below");
});

Deno.test("M21: a still is opened by itself, and each look is in the log", async () => {
  await using app = await openApp();
  const call = await addCall(app.millo);
  const { safety, store } = app.millo;
  const filed = await fileReport(
    safety,
    call.a,
    filing({
      call: call.id,
      reason: "threat",
      still: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
    }),
  );
  assert(filed.ok);
  const browser = await app.as("moderator");
  const path = `/admin/cases/${filed.value.case}`;
  const html = await text(browser, path);
  assert(!html.includes("<img"), "nothing is shown before it is opened");
  const [link] = elements(html, "a").map(({ attributes }) => attributes.href)
    .filter((href) => href?.includes("/evidence/"));
  const still = await browser.get(link);
  assertEquals(still.headers.get("content-type"), "image/jpeg");
  assertEquals(still.headers.get("cache-control"), "no-store");
  const looks = (await Array.fromAsync(store.each(auditEntries)))
    .filter(({ value }) => value.action === "evidence.open");
  assertEquals(looks.map(({ value }) => value.object), [filed.value.case]);
  assertEquals((await (await app.as("triage")).get(link)).status, 403);
});

Deno.test("the next case is taken by one press, the most urgent first", async () => {
  await using app = await openApp();
  await reported(app.millo.safety, { reason: "fraud" });
  const urgent = await reported(app.millo.safety, { reason: "threat" });
  const browser = await app.as("moderator");
  const taken = await browser.post("/admin/cases/next", {});
  assertEquals(taken.headers.get("location"), `/admin/cases/${urgent.case}`);
  const second = await (await app.as("moderator")).post(
    "/admin/cases/next",
    {},
  );
  assert(second.headers.get("location") !== `/admin/cases/${urgent.case}`);
});

Deno.test("a case that is put off leaves the list, and comes back by the clock", async () => {
  await using app = await openApp();
  const { browser, path, case: number } = await withCase(app);
  await browser.post(`${path}/pass`, { way: "later" });
  assert(!(await text(browser, "/admin/cases")).includes(number));
  assertStringIncludes(await text(browser, "/admin/cases?view=later"), number);
  app.clock.pass(HOUR - 10 * MINUTE);
  const again = await app.as("moderator");
  assert(!(await text(again, "/admin/cases")).includes(number));
  app.clock.pass(10 * MINUTE);
  const later = await app.as("moderator");
  assertStringIncludes(await text(later, "/admin/cases"), number);
});

Deno.test("a note is there for the next who looks", async () => {
  await using app = await openApp();
  const { browser, path } = await withCase(app);
  await browser.post(`${path}/note`, { note: "May be the same moment." });
  const other = await app.as("triage");
  assertStringIncludes(await text(other, path), "May be the same moment.");
});

Deno.test("M23: the case of somebody who is gone says so, and can be decided", async () => {
  await using app = await openApp();
  const { accountId } = await come(app);
  const filed = await reported(app.millo.safety, { reported: accountId });
  await app.millo.dataMap.erase(accountId);
  const browser = await app.as("moderator");
  const path = `/admin/cases/${filed.case}`;
  await browser.post(`${path}/claim`, {});
  assertStringIncludes(await text(browser, path), "Account erased");
  // The snapshot is all there is: the report and what it said, of nobody.
  const kept = await app.millo.store.get(reports, [filed.report]);
  assertEquals([kept?.value.reported, kept?.value.reason], [null, "nudity"]);
  const found = await app.millo.dataMap.plan(accountId);
  const left = Object.values(found.tallies)
    .flatMap(({ deleted, unlinked }) => [deleted, unlinked]);
  assertEquals(left.filter((count) => count > 0), []);
  const sent = await browser.post(`${path}/decision`, {
    reports: filed.report,
    step: "warn",
    rule: "harm",
    facts: "Undressed.",
  });
  assertEquals(sent.status, 303);
  app.clock.pass(DAY);
});

Deno.test("a decision is taken back by one press, within ten minutes", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  await browser.post(`${path}/decision`, { ...form, step: "days_7" });
  const html = await text(browser, path);
  assertStringIncludes(html, "Take the decision back");
  const [made] = await Array.fromAsync(app.millo.store.each(decisions));
  const decision = made.value.id;
  const undone = await browser.post(`${path}/undo`, { decision });
  assertEquals(undone.headers.get("location"), path);
  assert(!(await text(browser, path)).includes("Take the decision back"));
  await browser.post(`${path}/claim`, {});
  await browser.post(`${path}/decision`, { ...form, step: "warn" });
  app.clock.pass(10 * MINUTE + 1);
  assert(!(await text(browser, path)).includes("Take the decision back"));
});

Deno.test("one view of the queue is marked as the one that is shown", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  for (const query of ["", "?view=late"]) {
    const path = `/admin/cases${query}`;
    const [, views] = (await text(browser, path)).split('data-live="views"');
    const shown = elements(views.split("</nav>")[0], "a")
      .filter(({ attributes }) => attributes["aria-current"] === "page")
      .map(({ attributes }) => attributes["href"]);
    assertEquals(shown, [path]);
  }
});

Deno.test("the rail counts what waits, for whoever may read it", async () => {
  await using app = await openApp();
  await reported(app.millo.safety);
  await reported(app.millo.safety);
  const tally = /<span class="tally num">2<\/span>/;
  assert(tally.test(await text(await app.as("moderator"), "/admin")));
  assert(!tally.test(await text(await app.as("analyst"), "/admin")));
});

Deno.test("the page after a decision names it, and no address makes one up", async () => {
  await using app = await openApp();
  const { browser, path, form, case: number } = await withCase(app);
  const claimed = `/admin/cases?decided=${number}`;
  assert(!(await text(browser, claimed)).includes("is decided"));
  await browser.post(`${path}/pass`, { way: "later" });
  assert(!(await text(browser, claimed)).includes("is decided"));
  await browser.post(`${path}/claim`, {});
  const sent = await browser.post(`${path}/decision`, {
    ...form,
    step: "days_7",
  });
  assertEquals(sent.headers.get("location"), claimed);
  assertStringIncludes(await text(browser, claimed), `${number} is decided`);
  for (const made of ["MC-0000-0000", "x", "%00"]) {
    const html = await text(browser, `/admin/cases?decided=${made}`);
    assert(!html.includes("is decided"), made);
  }
});

Deno.test("home shows what waits, what is late and what is next, to whoever may read it", async () => {
  await using app = await openApp();
  const { case: number } = await reported(app.millo.safety);
  await reported(app.millo.safety, { reason: "fraud" });
  await reported(app.millo.safety, { reason: "under_18" });
  app.clock.pass(3 * HOUR);
  const moderator = await app.as("moderator");
  const [, row] = elements(await text(moderator, "/admin"), "tr");
  const cells = elements(row.inner, "td").map(({ inner }) =>
    inner.replace(/<[^>]*>/g, "")
  );
  assertEquals(cells.slice(0, 2), ["2 open", "1 late"]);
  assertStringIncludes(row.inner, `href="/admin/cases/${number}"`);
  const analyst = await text(await app.as("analyst"), "/admin");
  assertStringIncludes(analyst, "Nothing is waiting.");
  assert(!analyst.includes(number));
});

Deno.test("a view of the queue survives a filter, and a filter a view", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const html = await text(browser, "/admin/cases?view=late&reason=nudity");
  const kept = elements(html, "input").find(({ attributes }) =>
    attributes["name"] === "view"
  );
  assertEquals(kept?.attributes["value"], "late");
  assertStringIncludes(
    html,
    'href="/admin/cases?view=mine&amp;reason=nudity"',
  );
});

/** A browser of somebody with these roles at once. */
async function withRoles(app: TestApp, roles: Role[]): Promise<TestBrowser> {
  const browser = app.browser();
  const { token } = await addStaff(app.millo, roles);
  browser.setCookie("millo_staff", token);
  return browser;
}

Deno.test("a queue that leaves something out is led back to by a decision, a case put off and one given back", async () => {
  await using app = await openApp();
  const { browser, path, form } = await withCase(app);
  const { case: other } = await reported(app.millo.safety);
  const narrowed = "/admin/cases?view=late&reason=nudity";
  const shown = await browser.get(narrowed);
  assertEquals(shown.status, 200);
  const [cookie] = shown.headers.getSetCookie();
  for (const part of ["HttpOnly", "SameSite=Strict", "Max-Age=28800"]) {
    assertStringIncludes(cookie, part);
  }
  assertEquals((await browser.get(narrowed)).headers.getSetCookie(), []);
  const sent = await browser.post(`${path}/decision`, {
    ...form,
    step: "dismiss",
  });
  const number = path.slice("/admin/cases/".length);
  assertEquals(
    sent.headers.get("location"),
    `${narrowed}&decided=${number}`,
  );
  await browser.post(`/admin/cases/${other}/claim`, {});
  const later = await browser.post(`/admin/cases/${other}/pass`, {
    way: "later",
  });
  assertEquals(later.headers.get("location"), narrowed);
  await browser.post(`/admin/cases/${other}/claim`, {});
  const back = await browser.post(`/admin/cases/${other}/release`, {});
  assertEquals(back.headers.get("location"), narrowed);
  // The whole queue again, and nothing is kept any more.
  await browser.get("/admin/cases");
  assertEquals(browser.cookie("millo_queue"), undefined);
});

Deno.test("what a cookie or an address says that no queue has is the whole queue", async () => {
  await using app = await openApp();
  const { browser, path } = await withCase(app);
  browser.setCookie("millo_queue", "view=under_18&reason=under_18");
  const back = await browser.post(`${path}/release`, {});
  assertEquals(back.headers.get("location"), "/admin/cases");
  for (
    const query of ["view=x", "reason=under_18", "after=x", "after=%00%ff"]
  ) {
    const answer = await browser.get(`/admin/cases?${query}`);
    assertEquals(answer.status, 200, query);
    assertStringIncludes(await answer.text(), "Nudity or sex", query);
  }
});

Deno.test("the next case is one of what is shown", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  await reported(safety, { reason: "threat" });
  const { case: fraud } = await reported(safety, { reason: "fraud" });
  const browser = await app.as("moderator");
  const html = await text(browser, "/admin/cases?reason=fraud");
  const action = "/admin/cases/next?reason=fraud";
  assertStringIncludes(html, `action="${action}"`);
  const taken = await browser.post(action, {});
  assertEquals(taken.headers.get("location"), `/admin/cases/${fraud}`);
  const other = await app.as("moderator");
  const none = await other.post(action, {});
  assertEquals(none.headers.get("location"), "/admin/cases?reason=fraud");
});

Deno.test("A12: the number of a case of child safety is answered as a made-up one, and leads there for whoever may", async () => {
  await using app = await openApp();
  const { case: number } = await reported(app.millo.safety, {
    reason: "under_18",
  });
  const browser = await app.as("moderator");
  const search = async (searched: string) => {
    const answer = await browser.get(`/admin/cases?number=${searched}`);
    const html = (await answer.text()).replaceAll(searched, "NUMBER")
      .replace(/nonce="[^"]*"|"nonce":"[^"]*"/g, "");
    return [answer.status, html];
  };
  assertEquals(await search(number), await search("MC-0000-0000"));
  const both = await withRoles(app, ["moderator", "child-safety"]);
  const found = await both.get(
    `/admin/cases?number=${number.slice(3).toLowerCase()}`,
  );
  assertEquals(found.headers.get("location"), `/admin/age/${number}`);
  const long = await browser.get(`/admin/cases?number=${"7".repeat(4_000)}`);
  assertStringIncludes(await long.text(), `number ${"7".repeat(40)}.`);
});
