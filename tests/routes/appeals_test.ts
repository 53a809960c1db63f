import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DAY, HOUR } from "../../lib/kernel/mod.ts";
import { notices } from "../../lib/notices/records.ts";
import { type Appellant, fileAppeal, LEASE } from "../../lib/safety/mod.ts";
import { appeals, decisions } from "../../lib/safety/records.ts";
import { findStaff, noteOwnAccount } from "../../lib/staff/mod.ts";
import { subjectHashOf } from "../../lib/store/mod.ts";
import { elements } from "../components/html.ts";
import { all } from "../helpers/accounts.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";
import { actorFor, decided, reported } from "../helpers/safety.ts";
import { addStaff } from "../helpers/staff.ts";

const ANSWER = {
  outcome: "upheld",
  toPerson: "What you said does not change it.",
  toReporter: "The decision stands.",
};

/** An appeal that waits, and its page. */
async function appealed(app: TestApp, by: Appellant = "person") {
  const { safety } = app.millo;
  const filed = await reported(safety);
  const actor = await actorFor(safety, ["moderator"], "case.decide");
  const { decision } = await decided(safety, filed.case, {}, actor);
  const sent = await fileAppeal(safety, {
    ...{ decision: decision.id, by, claim: "not_so", words: "It was a fan." },
    ...by === "person"
      ? { appellant: filed.reported, report: null }
      : { appellant: filed.reporter, report: filed.report },
  });
  assert(sent.ok);
  const { id } = sent.value;
  return {
    ...{ ...filed, decision, appeal: id, path: `/admin/appeals/${id}` },
    decider: actor.staffId,
  };
}

/** One of the staff who has taken the appeal. */
async function answering(app: TestApp, path: string): Promise<TestBrowser> {
  const browser = await app.as("moderator");
  const taken = await browser.post(`${path}/claim`, {});
  assertEquals([taken.status, taken.headers.get("location")], [303, path]);
  return browser;
}

async function text(browser: TestBrowser, path: string): Promise<string> {
  return await (await browser.get(path)).text();
}

/** What can be done about the appeal; notes are about the case. */
function actsIn(html: string): string[] {
  return elements(html, "form")
    .filter(({ attributes }) =>
      attributes.action?.startsWith("/admin/appeals/")
    )
    .map(({ attributes }) => attributes.action.split("/").at(-1)!);
}

async function appealNow(app: TestApp, id: string) {
  const found = await app.millo.store.get(appeals, [id]);
  return found!.value;
}

Deno.test("open appeals are listed with their clock, and lead to their page", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  assertStringIncludes(
    await text(browser, "/admin/appeals"),
    "No appeals are waiting",
  );
  const { path, case: number } = await appealed(app);
  const html = await text(browser, "/admin/appeals");
  for (const part of [number, `href="${path}"`, "1 open", "2 days"]) {
    assertStringIncludes(html, part);
  }
});

Deno.test("more appeals than fit one page go on on the next", async () => {
  await using app = await openApp();
  for (let n = 0; n < 51; n++) await appealed(app);
  const browser = await app.as("moderator");
  const first = await text(browser, "/admin/appeals");
  const [, next] = /rel="next" href="([^"]+)"/.exec(first)!;
  const second = await text(browser, next.replaceAll("&amp;", "&"));
  const linksIn = (html: string) =>
    [...html.matchAll(/href="\/admin\/appeals\/(\w{26})"/g)]
      .map(([, id]) => id);
  const [one, two] = [linksIn(first), linksIn(second)];
  assertEquals([one.length, two.length], [50, 1]);
  assertEquals(new Set([...one, ...two]).size, 51);
  assertEquals(/rel="next"/.test(second), false);
});

Deno.test("M17: an appeal shows what they say and what was decided, and is answered by whoever took it", async () => {
  await using app = await openApp();
  const { path, decision } = await appealed(app);
  const browser = await app.as("moderator");
  const html = await text(browser, path);
  assertStringIncludes(html, "It was a fan.");
  assertStringIncludes(html, decision.facts!);
  assertEquals(actsIn(html), ["claim"]);
  await browser.post(`${path}/claim`, {});
  const taken = await text(browser, path);
  assertEquals(actsIn(taken), ["question", "answer"]);
  const other = await app.as("moderator");
  assertEquals((await other.post(`${path}/claim`, {})).status, 303);
  const second = await text(other, path);
  assertEquals(actsIn(second), []);
  assertStringIncludes(second, "Ada");
});

Deno.test("M31: each answer is written to both sides, and closes the appeal", async () => {
  for (const outcome of ["upheld", "overturned"] as const) {
    await using app = await openApp();
    const { path, appeal, decision, reported, reporter } = await appealed(app);
    const browser = await answering(app, path);
    const sent = await browser.post(`${path}/answer`, { ...ANSWER, outcome });
    assertEquals(
      [sent.status, sent.headers.get("location")],
      [303, "/admin/appeals"],
    );
    const { state, outcome: kept, toPerson } = await appealNow(app, appeal);
    assertEquals([state, kept, toPerson], [
      "decided",
      outcome,
      ANSWER.toPerson,
    ]);
    const { value } = (await app.millo.store.get(decisions, [decision.id]))!;
    assertEquals(
      value.state,
      outcome === "upheld" ? "in_force" : "overturned",
    );
    const told = await all(app, notices);
    const toPerson2 = told.filter(({ accountId }) => accountId === reported);
    assertEquals(
      toPerson2.some(({ template }) => template === "appealDecided"),
      true,
    );
    const toReporter = told.filter(({ accountId }) => accountId === reporter)
      .map(({ template }) => template);
    assertEquals(
      toReporter.includes("reportReopened"),
      outcome === "overturned",
    );
    const html = await text(browser, path);
    assertEquals(actsIn(html), []);
    assertStringIncludes(html, ANSWER.toPerson);
    assertEquals((await browser.post(`${path}/answer`, ANSWER)).status, 422);
  }
});

Deno.test("M34: an answer is refused for each thing that it lacks, and what was typed stays", async () => {
  await using app = await openApp();
  const { path, appeal } = await appealed(app);
  const browser = await answering(app, path);
  const rows: [Record<string, string>, string][] = [
    [{ ...ANSWER, outcome: "" }, "Choose an answer."],
    [{ ...ANSWER, outcome: "more" }, "Choose an answer."],
    [{ ...ANSWER, toPerson: "" }, "Put it in words."],
    [{ ...ANSWER, toReporter: " \n" }, "Put it in words."],
    [{ ...ANSWER, toPerson: "Dear {name}" }, "A placeholder in braces"],
    [{ ...ANSWER, toReporter: "x {y} z" }, "A placeholder in braces"],
    [{ ...ANSWER, outcome: "lessened" }, "An appeal never makes it longer."],
    [
      { ...ANSWER, outcome: "lessened", lessenedTo: "days_30" },
      "An appeal never makes it longer.",
    ],
    [
      { ...ANSWER, outcome: "lessened", lessenedTo: "ban" },
      "An appeal never makes it longer.",
    ],
    [{ ...ANSWER, toPerson: "x".repeat(2_001) }, "That is too long."],
  ];
  for (const [sent, words] of rows) {
    const answer = await browser.post(`${path}/answer`, sent);
    const html = await answer.text();
    assertEquals(answer.status, 422, JSON.stringify(sent).slice(0, 90));
    assertStringIncludes(html, words);
    const areas = elements(html, "textarea").map(({ inner }) => inner);
    for (const name of ["toPerson", "toReporter"]) {
      const typed = sent[name].trim();
      assertEquals(!typed || areas.includes(typed), true, name);
    }
  }
  assertEquals((await appealNow(app, appeal)).state, "open");
  const lessened = await browser.post(`${path}/answer`, {
    ...{ ...ANSWER, outcome: "lessened", lessenedTo: "day_1" },
  });
  assertEquals(lessened.status, 303);
});

Deno.test("M34: one question goes back, an empty one and a second do not", async () => {
  await using app = await openApp();
  const { path, appeal } = await appealed(app);
  let browser = await answering(app, path);
  const empty = await browser.post(`${path}/question`, { question: " " });
  assertEquals(empty.status, 422);
  assertStringIncludes(await empty.text(), "Put it in words.");
  const long = "y".repeat(2_001);
  const tooLong = await browser.post(`${path}/question`, { question: long });
  assertEquals(tooLong.status, 422);
  const html = await tooLong.text();
  assertStringIncludes(html, "Keep it to 2,000 characters or fewer.");
  assertStringIncludes(html, long);
  const asked = await browser.post(`${path}/question`, {
    question: "Which call was it?",
  });
  assertEquals(asked.status, 303);
  const { state, question } = await appealNow(app, appeal);
  assertEquals([state, question], ["asked", "Which call was it?"]);
  browser = await answering(app, path);
  assertEquals(actsIn(await text(browser, path)), ["answer"]);
  const again = await browser.post(`${path}/question`, { question: "And?" });
  assertEquals(again.status, 422);
  assertStringIncludes(await again.text(), "Only one question may be asked");
});

Deno.test("M08: what is sent after the lease is answered by 409, and the words stay", async () => {
  await using app = await openApp();
  const { path, appeal } = await appealed(app);
  const browser = await answering(app, path);
  app.clock.pass(LEASE);
  const late = await browser.post(`${path}/answer`, ANSWER);
  assertEquals(late.status, 409);
  const question = await browser.post(`${path}/question`, { question: "Why?" });
  assertEquals(question.status, 409);
  assertEquals((await appealNow(app, appeal)).state, "open");
});

Deno.test("M17: whoever decided reads the appeal, and cannot take or answer it", async () => {
  await using app = await openApp();
  const { path, decision } = await appealed(app);
  const { token, staffId } = await addStaff(app.millo, ["moderator"]);
  const stored = (await app.millo.store.get(decisions, [decision.id]))!;
  await app.millo.auditLog.transactOrThrow("change hands", (write, audit) => {
    write.replace(stored, { ...stored.value, staff: staffId });
    audit({ actor: { kind: "system" }, action: "case.decide" });
  });
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  const html = await text(browser, path);
  assertStringIncludes(html, "It was a fan.");
  assertEquals(actsIn(html), []);
  for (const act of ["claim", "answer", "question"]) {
    const { status } = await browser.post(`${path}/${act}`, ANSWER);
    assertEquals(status, 403, act);
  }
});

Deno.test("S03: nobody answers the appeal of an account of their own", async () => {
  await using app = await openApp();
  const { path, reported } = await appealed(app);
  const { token } = await addStaff(app.millo, ["moderator"]);
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  const { store, clock } = app.millo;
  const staff = (await findStaff(store, token, clock.now()))!;
  await noteOwnAccount(store, staff, subjectHashOf(reported), clock.now());
  for (const act of ["claim", "answer", "question"]) {
    const { status } = await browser.post(`${path}/${act}`, ANSWER);
    assertEquals(status, 403, act);
  }
});

Deno.test("who may read appeals and not answer them is told so", async () => {
  await using app = await openApp();
  const { path } = await appealed(app);
  const { token } = await addStaff(app.millo, ["legal"]);
  const browser = app.browser();
  browser.setCookie("millo_staff", token);
  const page = await browser.get(path);
  if (page.status === 200) {
    assertEquals(actsIn(await page.text()), []);
  } else assertEquals(page.status, 403);
  for (const act of ["claim", "answer", "question"]) {
    const { status } = await browser.post(`${path}/${act}`, ANSWER);
    assertEquals(status, 403, act);
  }
});

Deno.test("an appeal that there is not has no page and takes no form", async () => {
  await using app = await openApp();
  const browser = await app.as("moderator");
  const path = `/admin/appeals/${"x".repeat(26)}`;
  assertEquals((await browser.get(path)).status, 404);
  for (const act of ["claim", "answer", "question"]) {
    assertEquals((await browser.post(`${path}/${act}`, ANSWER)).status, 404);
  }
});

Deno.test("an appeal of the reporter says whose it is", async () => {
  await using app = await openApp();
  const { path } = await appealed(app, "reporter");
  const browser = await app.as("moderator");
  assertStringIncludes(await text(browser, path), "reporter");
  app.clock.pass(2 * DAY + HOUR);
  const later = await app.as("moderator");
  assertStringIncludes(await text(later, "/admin/appeals"), "1 h 0 min late");
});

Deno.test("a question is as long as 2,000 characters that people see", async () => {
  await using app = await openApp();
  const { path, appeal } = await appealed(app);
  const browser = await answering(app, path);
  const question = "👨‍👩‍👧‍👦".repeat(700) + "x".repeat(1_300);
  const asked = await browser.post(`${path}/question`, { question });
  assertEquals(asked.status, 303);
  assertEquals((await appealNow(app, appeal)).question, question);
});
