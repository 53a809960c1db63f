import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { auditEntries } from "../../lib/audit/records.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { MAX_BULK, UNDO } from "../../lib/safety/mod.ts";
import { cases, claims, decisions, reports } from "../../lib/safety/records.ts";
import { addNote, fileAppeal } from "../../lib/safety/mod.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { decided, reported } from "../helpers/safety.ts";

/** A form whose field `cases` comes more than once. */
function post(
  browser: TestBrowser,
  path: string,
  chosen: readonly string[],
  rest: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(rest);
  for (const one of chosen) body.append("cases", one);
  return browser.fetch(path, {
    method: "POST",
    body,
    headers: { origin: ORIGIN, "sec-fetch-site": "same-origin" },
  });
}

const ORIGIN = "http://localhost";
const WARN = { measure: "warn", rule: "harm", facts: "You shouted." };

async function queueOf(app: TestApp, count: number) {
  const filed = [];
  for (let n = 0; n < count; n++) filed.push(await reported(app.millo.safety));
  return filed;
}

/** The hidden fields that the preview carries on. */
function casesIn(html: string): string[] {
  return [...html.matchAll(/name="cases" value="([^"]+)"/g)]
    .map(([, value]) => value);
}

async function preview(browser: TestBrowser, numbers: readonly string[]) {
  const answer = await post(browser, "/admin/cases/bulk", numbers);
  return { status: answer.status, html: await answer.text() };
}

async function entries({ millo: { store } }: TestApp) {
  return (await Array.fromAsync(store.each(auditEntries)))
    .map(({ value }) => value);
}

async function statesOf({ millo: { store } }: TestApp) {
  return (await Array.fromAsync(store.each(decisions)))
    .map(({ value }) => value.state);
}

Deno.test("M19: chosen cases are previewed one by one, and nothing is written", async () => {
  await using app = await openApp();
  const [one, two] = await queueOf(app, 2);
  const browser = await app.as("moderator");
  const queue = await (await browser.get("/admin/cases")).text();
  assertStringIncludes(queue, `value="${one.case}" form="bulk"`);
  const before = (await entries(app)).length;
  const { status, html } = await preview(browser, [
    one.case,
    two.case,
    two.case,
  ]);
  assertEquals(status, 200);
  assertStringIncludes(html, "Decide 2 cases alike");
  assertStringIncludes(html, "Its report is decided");
  assertEquals(casesIn(html).map((text) => text.split(" ")[0]), [
    one.case,
    two.case,
  ]);
  assertEquals((await entries(app)).length, before);
  assertEquals(await statesOf(app), []);
});

Deno.test("M19: what cannot be decided alike is left out, and the list says why", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const [free, held, done, appealed] = await queueOf(app, 4);
  const hidden = await reported(safety, { reason: "under_18" });
  const colleague = await app.as("moderator");
  await colleague.post(`/admin/cases/${held.case}/claim`, {});
  await decided(safety, done.case, { measures: ["dismiss"] });
  const { decision } = await decided(safety, appealed.case, {
    measures: ["warn"],
  });
  await fileAppeal(safety, {
    ...{ decision: decision.id, by: "person", report: null, claim: "not_so" },
    ...{ appellant: appealed.reported, words: null },
  });
  await addNote(safety, appealed.reporter, appealed.report, "More.");
  const browser = await app.as("triage");
  assertEquals((await preview(browser, [free.case])).status, 403);
  const moderator = await app.as("moderator");
  const { html } = await preview(moderator, [
    ...[free, held, done, appealed, hidden].map((one) => one.case),
    "MC-0000-0000",
    "<script>",
  ]);
  assertEquals(casesIn(html).map((text) => text.split(" ")[0]), [free.case]);
  for (
    const said of [
      "Left out: a colleague has it",
      "Left out: nothing is open any more",
      "Left out: an appeal waits",
    ]
  ) assertStringIncludes(html, said);
  // A case of child safety is answered as a number that no case has.
  assertEquals(html.split("Left out: there is no such case").length - 1, 3);
  assert(!html.includes("under 18") && !html.includes("<script>,"));
});

Deno.test("M19: one entry of the log stands above one for each case", async () => {
  await using app = await openApp();
  const filed = await queueOf(app, 3);
  const browser = await app.as("moderator");
  const { html } = await preview(browser, filed.map((one) => one.case));
  const sent = await post(
    browser,
    "/admin/cases/bulk/decision",
    casesIn(html),
    { ...WARN, reason: "One evening of the same." },
  );
  assertEquals(sent.status, 303);
  const made = (await Array.fromAsync(app.millo.store.each(decisions)))
    .map(({ value }) => value);
  assertEquals(made.length, 3);
  const [{ bulk: id }] = made;
  assert(id);
  for (const one of made) {
    assertEquals(
      [one.bulk, one.measures, one.rule, one.facts],
      [id, ["warn"], "harm", "You shouted."],
    );
  }
  const log = await entries(app);
  const parents = log.filter(({ action }) => action === "bulk.decide");
  assertEquals(parents.map(({ object }) => object), [id]);
  assertEquals(parents[0].details?.cases, 3);
  const children = log.filter(({ action }) => action === "case.decide");
  assertEquals(
    children.map(({ object }) => object).toSorted(),
    filed.map((one) => one.case).toSorted(),
  );
  assert(children.every(({ index }) => index > parents[0].index));
  const page = await browser.get(sent.headers.get("location")!);
  assertEquals(page.status, 200);
  const shown = await page.text();
  assertStringIncludes(shown, "3 cases decided");
  for (const one of filed) assertStringIncludes(shown, one.case);
  for (const { report } of filed) {
    const found = await app.millo.store.get(reports, [report]);
    assertEquals(found?.value.state, "upheld");
  }
  assertEquals(await Array.fromAsync(app.millo.store.each(claims)), []);
});

Deno.test("M19: all of it is taken back within ten minutes, and not after", async () => {
  await using app = await openApp();
  const filed = await queueOf(app, 2);
  const browser = await app.as("moderator");
  const { html } = await preview(browser, filed.map((one) => one.case));
  const sent = await post(
    browser,
    "/admin/cases/bulk/decision",
    casesIn(html),
    WARN,
  );
  const path = sent.headers.get("location")!.split("?")[0];
  // Whoever did not decide takes nothing back.
  const colleague = await app.as("moderator");
  assertEquals((await colleague.post(`${path}/undo`, {})).status, 409);
  assert(!(await (await colleague.get(path)).text()).includes("Take all"));
  app.clock.pass(UNDO);
  assertStringIncludes(await (await browser.get(path)).text(), "Take all");
  assertEquals((await browser.post(`${path}/undo`, {})).status, 303);
  assertEquals(await statesOf(app), ["undone", "undone"]);
  for (const one of filed) {
    const found = await app.millo.store.get(cases, [one.case]);
    assertEquals(found?.value.openReports, 1);
  }
  const log = await entries(app);
  assertEquals(log.filter(({ action }) => action === "bulk.undo").length, 1);

  const again = await preview(browser, filed.map((one) => one.case));
  const late = await post(
    browser,
    "/admin/cases/bulk/decision",
    casesIn(again.html),
    WARN,
  );
  const place = late.headers.get("location")!.split("?")[0];
  app.clock.pass(UNDO + 1);
  assertEquals((await browser.post(`${place}/undo`, {})).status, 409);
  assert(!(await (await browser.get(place)).text()).includes("Take all"));
});

Deno.test("M19: fifty cases at most, and at least one", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const many = Array.from(
    { length: MAX_BULK + 1 },
    (_, n) => `MC-0000-${String(n).padStart(4, "0")}`,
  );
  const tooMany = await preview(browser, many);
  assertEquals(tooMany.status, 422);
  assertStringIncludes(tooMany.html, "Choose 50 cases at most");
  const none = await preview(browser, []);
  assertEquals(none.status, 422);
  assertStringIncludes(none.html, "Choose at least one case");
  const decision = await post(
    browser,
    "/admin/cases/bulk/decision",
    many.map((number) => `${number} 1`),
    WARN,
  );
  assertEquals(decision.status, 422);
  assertEquals(await statesOf(app), []);
});

Deno.test("M19: nobody is kept out by it, whatever the form says", async () => {
  await using app = await openApp();
  const [one] = await queueOf(app, 1);
  const browser = await app.as("moderator");
  const chosen = casesIn((await preview(browser, [one.case])).html);
  for (const measure of ["ban", "day_1", "days_30", "under_18", "", "x"]) {
    const sent = { ...WARN, measure };
    const answer = await post(
      browser,
      "/admin/cases/bulk/decision",
      chosen,
      sent,
    );
    assertEquals(answer.status, 422, measure);
    const html = await answer.text();
    assertStringIncludes(html, "You shouted.", "the words stay");
    assertEquals(casesIn(html), chosen);
  }
  for (
    const [sent, said] of [
      [{ ...WARN, rule: "" }, "Choose the rule"],
      [{ ...WARN, facts: " " }, "Say what you found"],
      [{ ...WARN, facts: "You {what}." }, "{what}"],
    ] as const
  ) {
    const answer = await post(
      browser,
      "/admin/cases/bulk/decision",
      chosen,
      sent,
    );
    assertEquals(answer.status, 422, said);
    assertStringIncludes(await answer.text(), said);
  }
  assertEquals(await statesOf(app), []);
});

Deno.test("M19: what changed since the preview is left out, and the rest is decided", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const [still, moved, taken] = await queueOf(app, 3);
  const browser = await app.as("moderator");
  const numbers = [still, moved, taken].map((one) => one.case);
  const chosen = casesIn((await preview(browser, numbers)).html);
  await addNote(safety, moved.reporter, moved.report, "He came back.");
  const colleague = await app.as("moderator");
  await colleague.post(`/admin/cases/${taken.case}/claim`, {});
  const sent = await post(
    browser,
    "/admin/cases/bulk/decision",
    chosen,
    { ...WARN, measure: "dismiss", rule: "" },
  );
  assertEquals(sent.status, 303);
  const page = await (await browser.get(sent.headers.get("location")!)).text();
  assertStringIncludes(page, "One case decided");
  assertStringIncludes(page, "2 cases were left out");
  const held = (await Array.fromAsync(app.millo.store.each(claims)))
    .map(({ value }) => value.item);
  assertEquals(held, [taken.case]);

  app.clock.pass(MINUTE);
  const twice = await post(
    browser,
    "/admin/cases/bulk/decision",
    chosen,
    { ...WARN, measure: "dismiss" },
  );
  assertEquals(twice.status, 422);
  const html = await twice.text();
  assertStringIncludes(html, "None of these cases could be decided any more");
  assertStringIncludes(html, "You shouted.");
  assertEquals((await statesOf(app)).length, 1);
});

Deno.test("M19: a made-up batch is none", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  for (const id of ["x", "0".repeat(26)]) {
    assertEquals((await browser.get(`/admin/cases/bulk/${id}`)).status, 404);
    const undo = await browser.post(`/admin/cases/bulk/${id}/undo`, {});
    assertEquals(undo.status, 404);
  }
});
