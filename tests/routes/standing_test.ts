import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DAY } from "../../lib/kernel/mod.ts";
import {
  answerAppeal,
  askAppellant,
  claimAppeal,
} from "../../lib/safety/mod.ts";
import { appeals } from "../../lib/safety/records.ts";
import { come, copyOf } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";
import {
  actorFor,
  decided,
  reported,
  tellAllReporters,
} from "../helpers/safety.ts";

async function sanctioned(
  app: TestApp,
  step: "ban" | "days_7" | "warn" = "days_7",
) {
  const owner = await come(app);
  const { safety } = app.millo;
  const filed = await reported(safety, { reported: owner.accountId });
  const { decision } = await decided(safety, filed.case, { measures: [step] });
  const path = `/account/standing?decision=${decision.id}`;
  return { ...owner, ...filed, decision, path };
}

async function appealOf({ millo: { store } }: TestApp) {
  const [found] = await Array.fromAsync(store.each(appeals));
  return found.value;
}

Deno.test("whom nothing keeps out is told so", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const html = await (await browser.get("/account/standing")).text();
  assertStringIncludes(html, "Nothing keeps you out of calls");
});

Deno.test("M16: the statement says measure, length, finding, rule, evidence, who decided and the way on", async () => {
  await using app = await openApp();
  const { browser, reporter } = await sanctioned(app);
  const talk = await browser.get("/talk");
  assertEquals(talk.headers.get("location"), "/account/standing");
  const html = await (await browser.get("/account/standing")).text();
  for (
    const said of [
      "You cannot be matched for now",
      "7 days without calls",
      "Ends by itself",
      "You showed yourself undressed.",
      "Rule 3, no nudity",
      "One report.",
      "A person. Nothing was detected or decided automatically.",
      "You can appeal",
      "certified out-of-court dispute body",
    ]
  ) assertStringIncludes(html, said);
  assert(/SN(-[0-9A-Z]{4}){4}/.test(html));
  assert(!html.includes(reporter));
});

for (const step of ["ban", "days_7"] as const) {
  Deno.test(`A14: with ${step} a person still reads, appeals, exports and erases`, async () => {
    await using app = await openApp();
    const { browser, decision, path } = await sanctioned(app, step);
    for (const place of ["/account/inbox", "/account/data", "/account", path]) {
      assertEquals((await browser.get(place)).status, 200, place);
    }
    const appealed = await browser.post("/account/standing/appeal", {
      decision: decision.id,
      claim: "not_me",
      words: "It was my brother.",
    });
    assertEquals(appealed.status, 303);
    const html = await (await browser.get(path)).text();
    assertStringIncludes(html, "Somebody else is reading it again");
    assertStringIncludes(html, "It was my brother.");
    const files = await copyOf(browser);
    assert("data/decisions.json" in files && "data/appeals.json" in files);
    const erased = await browser.post("/account/data/erasure", { sure: "1" });
    assertEquals(erased.status, 303);
  });
}

Deno.test("an appeal without claim and words is asked for again", async () => {
  await using app = await openApp();
  const { browser, decision } = await sanctioned(app);
  const empty = await browser.post("/account/standing/appeal", {
    decision: decision.id,
    words: " ",
  });
  assertEquals(empty.status, 422);
  assertStringIncludes(await empty.text(), "Choose what is wrong");
});

Deno.test("nobody appeals the decision about somebody else", async () => {
  await using app = await openApp();
  const { decision } = await sanctioned(app);
  const stranger = await app.as("member");
  const asked = await stranger.post("/account/standing/appeal", {
    decision: decision.id,
    claim: "not_me",
  });
  assertEquals(asked.status, 404);
});

Deno.test("M17: after 184 days the form is gone, and the server refuses one", async () => {
  await using app = await openApp();
  const { accountId, decision, path } = await sanctioned(app, "ban");
  const { safety } = app.millo;
  const { ownStandingView } = await import("../../lib/safety/mod.ts");
  app.clock.pass(184 * DAY + 1);
  const view = await ownStandingView(safety, accountId, decision.id);
  assertEquals(view.statement?.mayAppeal, false);
  assertEquals(view.statement?.facts, "You showed yourself undressed.");
  void path;
});

Deno.test("M18: overturned, the person is matched again, and reads why", async () => {
  await using app = await openApp();
  const { browser, decision, path } = await sanctioned(app, "ban");
  await browser.post("/account/standing/appeal", {
    decision: decision.id,
    claim: "not_me",
  });
  const { safety } = app.millo;
  const actor = await actorFor(safety, ["moderator"], "appeal.answer");
  const { id } = await appealOf(app);
  await claimAppeal(safety, actor, id);
  const answered = await answerAppeal(safety, actor, id, {
    outcome: "overturned",
    lessenedTo: null,
    toPerson: "The second call was not yours.",
    toReporter: "We changed a decision.",
  });
  assert(answered.ok);
  await tellAllReporters(safety);
  assertEquals((await browser.get("/talk")).status, 200);
  const html = await (await browser.get(path)).text();
  assertStringIncludes(html, "You were right");
  assertStringIncludes(html, "The second call was not yours.");
  assert(!html.includes("We changed a decision."));
});

Deno.test("M34: the one question back is answered on the page", async () => {
  await using app = await openApp();
  const { browser, decision, path } = await sanctioned(app);
  await browser.post("/account/standing/appeal", {
    decision: decision.id,
    claim: "not_so",
  });
  const { safety } = app.millo;
  const actor = await actorFor(safety, ["moderator"], "appeal.answer");
  const { id } = await appealOf(app);
  await claimAppeal(safety, actor, id);
  assert((await askAppellant(safety, actor, id, "Which of the two calls?")).ok);
  assertStringIncludes(
    await (await browser.get(path)).text(),
    "Which of the two calls?",
  );
  const reply = `/account/standing/reply?decision=${decision.id}`;
  assertEquals((await browser.post(reply, { words: "" })).status, 422);
  assertEquals(
    (await browser.post(reply, { words: "The first." })).status,
    303,
  );
  const { state, reply: said } = await appealOf(app);
  assertEquals([state, said], ["open", "The first."]);
  assertEquals((await browser.post(reply, { words: "again" })).status, 404);
});
