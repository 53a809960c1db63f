import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { strFromU8, unzipSync } from "fflate";
import { LIMITS } from "../../lib/limits/mod.ts";
import { DAY, sha256 } from "../../lib/kernel/mod.ts";
import {
  answerAppeal,
  askAppellant,
  claimAppeal,
  openNumber,
} from "../../lib/safety/mod.ts";
import {
  appeals,
  referenceNumbers,
  reports,
} from "../../lib/safety/records.ts";
import { referenceNumber } from "../../lib/safety/numbers.ts";
import { makeCode } from "../helpers/accounts.ts";
import {
  memberOf,
  openApp,
  type TestApp,
  type TestBrowser,
} from "../helpers/app.ts";
import { actorFor, decided, reported } from "../helpers/safety.ts";

type Step = "ban" | "days_7" | "dismiss";

/**
 * Somebody is reported and decided about; both sides never made a passkey or a
 * code. A visitor's browser stands for any other browser.
 */
async function decidedCase(app: TestApp, step: Step = "ban") {
  const { safety } = app.millo;
  const person = await memberOf(app.millo, await app.as("member"));
  const reporter = await memberOf(app.millo, await app.as("member"));
  const filed = await reported(safety, {
    ...{ reported: person.accountId, by: reporter.accountId },
    words: "He undressed.",
  });
  const { decision } = await decided(safety, filed.case, { measures: [step] });
  return {
    ...{ person: person.accountId, reporter: reporter.accountId, decision },
    report: filed.report,
    RN: await numberOf(app, "report", filed.report),
    SN: await numberOf(app, "decision", decision.id),
    elsewhere: await app.as("visitor"),
  };
}

function numberOf(
  { millo: { safety } }: TestApp,
  kind: "report" | "decision",
  id: string,
) {
  return referenceNumber(safety.evidenceKeys, kind, id);
}

async function open(browser: TestBrowser, number: string) {
  const answer = await browser.post("/reference", { number });
  return { status: answer.status, html: await answer.text(), answer };
}

async function onlyAppeal({ millo: { store } }: TestApp) {
  const [found] = await Array.fromAsync(store.each(appeals));
  return found.value;
}

Deno.test("M16: by its number a decision is read from any browser, with reasons and redress", async () => {
  await using app = await openApp();
  const { SN, elsewhere } = await decidedCase(app);
  const { status, html, answer } = await open(elsewhere, SN);
  assertEquals(status, 200);
  for (
    const said of [
      "A ban from calls",
      "It has no end.",
      "You showed yourself undressed.",
      "Rule 3, no nudity",
      "A person. Nothing was detected or decided automatically.",
      "You can appeal",
      "certified out-of-court dispute body",
      "Get a copy of all my data",
    ]
  ) assertStringIncludes(html, said);
  assertEquals(answer.headers.get("cache-control"), "no-store");
});

Deno.test("a number is read however it is typed, and stands in no cookie and no address", async () => {
  await using app = await openApp();
  const { SN, elsewhere } = await decidedCase(app);
  const typed = ` ${SN.toLowerCase().replaceAll("-", " ")} `;
  const { status, html, answer } = await open(elsewhere, typed);
  assertEquals(status, 200);
  assertEquals(answer.headers.get("set-cookie"), null);
  for (const [, address] of html.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
    assert(!address.includes("SN"), address);
  }
});

Deno.test("a report is followed by its number, from received to the outcome", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const person = await memberOf(app.millo, await app.as("member"));
  const filed = await reported(safety, {
    ...{ by: person.accountId, words: "He undressed." },
  });
  const RN = await numberOf(app, "report", filed.report);
  const elsewhere = await app.as("visitor");
  const before = await open(elsewhere, RN);
  assertStringIncludes(before.html, "A person reads it.");
  assertStringIncludes(before.html, "He undressed.");
  assert(!before.html.includes("You can appeal"));
  await decided(safety, filed.case, { measures: ["warn"] });
  const after = await open(elsewhere, RN);
  assertStringIncludes(after.html, "A person read it and decided.");
  assertStringIncludes(after.html, "You can appeal");
  assert(!after.html.includes(filed.reported));
});

Deno.test("unknown, mistyped, ended and erased numbers are answered alike", async () => {
  await using app = await openApp();
  const { RN, SN, report, reporter, elsewhere } = await decidedCase(app);
  const { store, dataMap } = app.millo;
  const alike = new Set<string>();
  const refused = async (number: string) => {
    const { status, html } = await open(elsewhere, number);
    assertEquals(status, 422, number);
    alike.add(html.replaceAll(number, "").replace(/nonce="[^"]*"/g, ""));
  };
  await refused("RN-0000-0000-0000-0000");
  await refused("SN-0000-0000-0000-0000");
  await refused("MC-7K3F-Q2ZD");
  await refused("nonsense");
  // The kind is part of the number.
  await refused(`RN${SN.slice(2)}`);
  const ended = (await store.get(referenceNumbers, [sha256(SN)]))!;
  await store.write().remove(ended).commit();
  await refused(SN);
  await dataMap.erase(reporter);
  assertEquals((await store.get(reports, [report]))?.value.reporter, null);
  await refused(RN);
  assertEquals(alike.size, 1);
});

Deno.test("without a number the page asks for one", async () => {
  await using app = await openApp();
  const { status, html } = await open(await app.as("visitor"), "  ");
  assertEquals(status, 422);
  assertStringIncludes(html, "Type the number");
});

Deno.test("guessing numbers ends after twenty an hour, with the wait told", async () => {
  await using app = await openApp({ MILLO_LIMITS: "1" });
  const elsewhere = await app.as("visitor");
  const tries = LIMITS.numbers.size;
  for (let n = 0; n < tries; n++) {
    assertEquals((await open(elsewhere, `RN-${n}`)).status, 422);
  }
  const { status, answer } = await open(elsewhere, "RN-1");
  assertEquals(status, 429);
  assert(Number(answer.headers.get("retry-after")) > 0);
});

for (const step of ["ban", "days_7"] as const) {
  Deno.test(`A14: with ${step} and without a key a person appeals, exports and erases by the number`, async () => {
    await using app = await openApp();
    const { SN, person, elsewhere } = await decidedCase(app, step);
    const appealed = await elsewhere.post("/reference/appeal", {
      ...{ number: SN, claim: "not_me", words: "It was my brother." },
    });
    assertEquals(appealed.status, 200);
    const html = await appealed.text();
    assertStringIncludes(html, "Somebody else is reading it again");
    assertStringIncludes(html, "It was my brother.");
    assertEquals((await onlyAppeal(app)).appellant, person);

    const zip = await elsewhere.post("/reference/copy", { number: SN });
    assertEquals(zip.headers.get("content-type"), "application/zip");
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    assert("data/decisions.json" in files && "data/appeals.json" in files);
    assertStringIncludes(
      strFromU8(files["data/appeals.json"]),
      "It was my brother.",
    );

    const asked = await elsewhere.post("/reference/erasure", { number: SN });
    assertEquals(asked.status, 200);
    assertStringIncludes(await asked.text(), 'name="step"');
    const unsure = await elsewhere.post("/reference/erasure", {
      ...{ number: SN, step: "sure" },
    });
    assertEquals(unsure.status, 422);
    assertEquals(await app.millo.dataMap.receipt(sha256(person)), null);
    const erased = await elsewhere.post("/reference/erasure", {
      ...{ number: SN, step: "sure", sure: "1" },
    });
    assertEquals(erased.status, 303);
    const receipt = erased.headers.get("location")!;
    assertEquals((await elsewhere.get(receipt)).status, 200);
  });
}

Deno.test("after an erasure the decision can still be read by its number, and no data taken", async () => {
  await using app = await openApp();
  const { SN, person, elsewhere } = await decidedCase(app);
  await app.millo.dataMap.erase(person);
  const { status, html } = await open(elsewhere, SN);
  assertEquals(status, 200);
  assertStringIncludes(html, "The account was erased");
  assert(!html.includes("/reference/copy"));
  for (const path of ["/reference/copy", "/reference/erasure"]) {
    const answer = await elsewhere.post(path, { number: SN });
    assertEquals(answer.status, 409, path);
    await answer.body?.cancel();
  }
});

Deno.test("who has a key shows that before data go out: a number is copied more easily", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const browser = await app.as("member");
  await makeCode(browser);
  const { accountId } = await memberOf(app.millo, browser);
  const filed = await reported(safety, { reported: accountId });
  const { decision } = await decided(safety, filed.case, { measures: ["ban"] });
  const SN = await numberOf(app, "decision", decision.id);
  const elsewhere = await app.as("visitor");
  const { html } = await open(elsewhere, SN);
  assertStringIncludes(html, "Come back with it");
  assert(!html.includes("/reference/erasure"));
  for (const path of ["/reference/copy", "/reference/erasure"]) {
    const sent = { number: SN, step: "sure", sure: "1" };
    const answer = await elsewhere.post(path, sent);
    assertEquals(answer.status, 409, path);
    await answer.body?.cancel();
  }
});

Deno.test("M17: a reporter appeals by the number, once, and is answered apart from the person", async () => {
  await using app = await openApp();
  const { RN, SN, report, elsewhere } = await decidedCase(app, "dismiss");
  const { safety } = app.millo;
  const silent = await elsewhere.post("/reference/appeal", {
    ...{ number: RN, claim: "not_me" },
  });
  assertEquals(silent.status, 422);
  assertStringIncludes(await silent.text(), "Say what we missed");
  const sent = { number: RN, words: "Look at minute two." };
  assertEquals((await elsewhere.post("/reference/appeal", sent)).status, 200);
  const again = await elsewhere.post("/reference/appeal", sent);
  assertEquals(again.status, 422);
  assertStringIncludes(await again.text(), "appealed this decision already");
  const appeal = await onlyAppeal(app);
  assertEquals([appeal.by, appeal.report], ["reporter", report]);

  const actor = await actorFor(safety, ["moderator"], "appeal.answer");
  await claimAppeal(safety, actor, appeal.id);
  assert((await askAppellant(safety, actor, appeal.id, "Which call?")).ok);
  assertStringIncludes((await open(elsewhere, RN)).html, "Which call?");
  const reply = { number: RN, words: "The second." };
  assertEquals((await elsewhere.post("/reference/reply", reply)).status, 200);
  assertEquals((await onlyAppeal(app)).reply, "The second.");
  assertEquals((await elsewhere.post("/reference/reply", reply)).status, 404);

  await claimAppeal(safety, actor, appeal.id);
  const answered = await answerAppeal(safety, actor, appeal.id, {
    ...{ outcome: "upheld", lessenedTo: null },
    toPerson: "Nothing changes for you.",
    toReporter: "We saw the same again.",
  });
  assert(answered.ok);
  const { html } = await open(elsewhere, RN);
  assertStringIncludes(html, "We saw the same again.");
  assert(!html.includes("Nothing changes for you."));
  assert(!html.includes(SN));
});

Deno.test("M17: on day 185 the appeal is refused by the number, too", async () => {
  await using app = await openApp();
  const { RN, SN } = await decidedCase(app);
  app.clock.pass(184 * DAY);
  for (const number of [RN, SN]) {
    assertEquals((await appealable(app, number))?.mayAppeal, true, number);
  }
  app.clock.pass(1);
  for (const number of [RN, SN]) {
    assertEquals((await appealable(app, number))?.mayAppeal, false, number);
  }
});

async function appealable({ millo: { safety } }: TestApp, number: string) {
  const opened = await openNumber(safety, number);
  return opened?.kind === "report"
    ? opened.report.outcome?.appealable
    : opened?.statement;
}

Deno.test("a note is added by the number until there is a decision, and to a report only", async () => {
  await using app = await openApp();
  const { safety, store } = app.millo;
  const { accountId } = await memberOf(app.millo, await app.as("member"));
  const filed = await reported(safety, { by: accountId, words: "First." });
  const RN = await numberOf(app, "report", filed.report);
  const elsewhere = await app.as("visitor");
  const empty = await elsewhere.post("/reference/note", {
    ...{ number: RN, words: " " },
  });
  assertEquals(empty.status, 422);
  const added = await elsewhere.post("/reference/note", {
    ...{ number: RN, words: "Second." },
  });
  assertEquals(added.status, 200);
  const { words } = (await store.get(reports, [filed.report]))!.value;
  assertEquals(words, "First.\n\nSecond.");
  const { SN } = await decidedCase(app);
  const other = { number: SN, words: "Third." };
  assertEquals((await elsewhere.post("/reference/note", other)).status, 404);
});

Deno.test("a form about a number from another site is refused", async () => {
  await using app = await openApp();
  const { SN, elsewhere } = await decidedCase(app);
  for (const action of ["appeal", "copy", "erasure", "note", "reply"]) {
    const answer = await elsewhere.fetch(`/reference/${action}`, {
      method: "POST",
      body: new URLSearchParams({ number: SN, words: "Mine." }),
      headers: {
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
      },
    });
    assertEquals(answer.status, 403, action);
    await answer.body?.cancel();
  }
});

Deno.test("a reporter appeals on the page of the report", async () => {
  await using app = await openApp();
  const { safety } = app.millo;
  const browser = await app.as("member");
  const { accountId } = await memberOf(app.millo, browser);
  const filed = await reported(safety, { by: accountId });
  const path = `/account/reports/${filed.report}`;
  const early = await browser.post(`${path}/appeal`, { words: "Now." });
  assertEquals(early.status, 404);
  await decided(safety, filed.case, { measures: ["dismiss"] });
  assertStringIncludes(
    await (await browser.get(path)).text(),
    "You can appeal",
  );
  const empty = await browser.post(`${path}/appeal`, { words: "" });
  assertEquals(empty.status, 422);
  assertStringIncludes(await empty.text(), "Say what we missed");
  const words = "Look at minute two.";
  assertEquals((await browser.post(`${path}/appeal`, { words })).status, 303);
  const html = await (await browser.get(path)).text();
  assertStringIncludes(html, words);
  assertEquals((await browser.post(`${path}/appeal`, { words })).status, 422);
  const stranger = await app.as("member");
  assertEquals((await stranger.post(`${path}/appeal`, { words })).status, 404);

  const { id } = await onlyAppeal(app);
  const actor = await actorFor(safety, ["moderator"], "appeal.answer");
  await claimAppeal(safety, actor, id);
  assert((await askAppellant(safety, actor, id, "Which call?")).ok);
  assertEquals(
    (await browser.post(`${path}/reply`, { words: "" })).status,
    422,
  );
  assertEquals((await stranger.post(`${path}/reply`, { words })).status, 404);
  assertEquals((await browser.post(`${path}/reply`, { words })).status, 303);
  assertEquals((await onlyAppeal(app)).reply, words);
});
