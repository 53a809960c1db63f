import { assert, assertEquals } from "@std/assert";
import { accounts } from "../../lib/accounts/records.ts";
import { acceptances, consents } from "../../lib/consent/records.ts";
import {
  CHOICES,
  choicesOf,
  choose,
  currentDocument,
  hasGiven,
  wordsOf,
} from "../../lib/consent/mod.ts";
import { type AccountId, sha256 } from "../../lib/kernel/mod.ts";
import { wishesOf } from "../../lib/notices/mod.ts";
import { outdatePolicy } from "../helpers/accounts.ts";
import { AGREED, openApp, type TestApp } from "../helpers/app.ts";
import { eventually } from "../helpers/processes.ts";
import { Visitor } from "../helpers/people.ts";

async function accountIn(app: TestApp): Promise<AccountId> {
  const { items: [one] } = await app.millo.store.all(accounts, { limit: 1 });
  return one.value.id;
}

async function ledger(app: TestApp) {
  const { items } = await app.millo.store.all(consents, { limit: 50 });
  return items.map(({ value }) => value).sort((a, b) => a.at - b.at);
}

Deno.test("P38: every choice is apart and off, and only what was ticked is given", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  const html = await (await browser.get("/consent")).text();
  const boxes = html.match(/<input[^>]*type="checkbox"[^>]*>/g)!;
  assertEquals(boxes.length, 2 + CHOICES.length);
  assertEquals(boxes.filter((box) => / checked/.test(box)), []);
  await browser.post("/consent", { ...AGREED, analytics: "yes" });
  const given = await choicesOf(app.millo.store, await accountIn(app));
  assertEquals(given, { analytics: true, personalisation: false, mail: false });
});

Deno.test("P38: the ledger keeps words, version, language, time, page and choice, withdrawals too", async () => {
  await using app = await openApp({ MILLO_PSEUDO: "on" });
  const browser = await app.as("member");
  const accountId = await accountIn(app);
  await browser.post("/language", { language: "en-XA", back: "/" });
  const press = (choice: string) =>
    browser.post("/privacy-choices", { purpose: "mail", choice });
  await press("given");
  app.clock.pass(1000);
  await press("withdrawn");
  const textHash = sha256(wordsOf("mail", "en-XA"));
  const line = (choice: string, at: number) => ({
    ...{ accountId, purpose: "mail", version: 1, textHash },
    ...{ locale: "en-XA", surface: "/privacy-choices", choice, at },
  });
  const now = app.clock.now();
  const lines = (await ledger(app)).map(({ id: _, ...rest }) => rest);
  assertEquals(lines as unknown[], [
    line("given", now - 1000),
    line("withdrawn", now),
  ]);
});

Deno.test("P38: to withdraw takes as many presses as to give, on the same page", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const buttons = async () => {
    const html = await (await browser.get("/privacy-choices")).text();
    return html.match(/<button[^>]*name="choice"[^>]*>/g)!
      .map((button) => /value="(\w+)"/.exec(button)![1]);
  };
  assertEquals(await buttons(), CHOICES.map(() => "given"));
  for (const purpose of CHOICES) {
    const choice = "given";
    const done = await browser.post("/privacy-choices", { purpose, choice });
    assertEquals(done.status, 303);
  }
  assertEquals(await buttons(), CHOICES.map(() => "withdrawn"));
});

Deno.test("P38: a yes and a no at the same instant are a no", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const purpose = "analytics";
  await browser.post("/privacy-choices", { purpose, choice: "given" });
  await browser.post("/privacy-choices", { purpose, choice: "withdrawn" });
  await browser.post("/privacy-choices", { purpose, choice: "given" });
  const { store } = app.millo;
  assertEquals(await hasGiven(store, await accountIn(app), purpose), false);
});

Deno.test("a press that says what stands already adds no line", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  const form = { purpose: "analytics", choice: "withdrawn" };
  await browser.post("/privacy-choices", form);
  assertEquals(await ledger(app), []);
});

Deno.test("a choice needs an account; nobody chooses for another", async () => {
  await using app = await openApp();
  const form = { purpose: "analytics", choice: "given" };
  for (const role of ["visitor", "refused", "gated"] as const) {
    const browser = await app.as(role);
    assertEquals((await browser.post("/privacy-choices", form)).status, 403);
  }
  assertEquals(await ledger(app), []);
});

Deno.test("news are mailed by the same yes, wherever it is given or taken back", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  await browser.post("/consent", { ...AGREED, mail: "yes" });
  const { store, clock } = app.millo;
  const accountId = await accountIn(app);
  assertEquals((await wishesOf(store, accountId)).news, true);
  app.clock.pass(1000);
  await browser.post("/account/notices", { answers: "on" });
  assertEquals((await wishesOf(store, accountId)).news, false);
  assertEquals(await hasGiven(store, accountId, "mail"), false);
  const said = { accountId, locale: "en", surface: "/x", now: clock.now() + 1 };
  await choose(store, said, "mail", true);
  assertEquals((await wishesOf(store, accountId)).news, true);
});

Deno.test("P39: a new version is seen and accepted before the next match, with the difference", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  await outdatePolicy(app);
  const talk = await browser.get("/talk");
  assertEquals(
    [talk.status, talk.headers.get("location")],
    [303, "/consent"],
  );
  const html = await (await browser.get("/consent")).text();
  assert(/<ins[^>]*>[^<]*You can see, take and erase/.test(html));
  assert(/<del[^>]*>[^<]*The help desk answers/.test(html));
  assert(!/name="(rules|analytics)"/.test(html), "only what changed is asked");
  assertEquals((await browser.post("/consent", {})).status, 422);
  assertEquals((await browser.post("/consent", { policy: "1" })).status, 422);
  app.clock.pass(1000);
  const done = await browser.post("/consent", { policy: "2" });
  assertEquals(done.headers.get("location"), "/talk");
  assertEquals((await browser.get("/talk")).status, 200);
  const { items } = await app.millo.store.all(acceptances, { limit: 9 });
  const last = items.map(({ value }) => value)
    .filter(({ at }) => at === app.clock.now());
  assertEquals(
    last.map(({ document, version, choice }) => [
      document,
      version,
      choice,
    ]),
    [["privacy", currentDocument("privacy").version, "accepted"]],
  );
});

Deno.test("P39: a page that was open before the change is led to the new text", async () => {
  await using app = await openApp();
  await app.as("member");
  await outdatePolicy(app);
  const { liveHub } = app.millo;
  const ada = await new Visitor().enter(liveHub, await accountIn(app));
  await ada.find();
  await eventually(() => ada.all("fault").length > 0, "a fault is told");
  assertEquals(ada.all("fault")[0].reason, "outdated");
  assertEquals(ada.all("searching"), []);
  await liveHub.exit(ada.connection);
});

Deno.test("P39: what was accepted is the text as it was shown, tables and all", async () => {
  await using app = await openApp();
  await app.as("member");
  await app.as("member");
  const { items } = await app.millo.store.all(acceptances, { limit: 9 });
  const hashes = items.filter(({ value }) => value.document === "privacy")
    .map(({ value }) => value.textHash);
  assertEquals(new Set(hashes).size, 1);
  const bare = sha256(JSON.stringify(currentDocument("privacy")));
  assert(hashes[0] !== bare, "the tables are part of it");
});

Deno.test("a double submit of a new version is harmless", async () => {
  await using app = await openApp();
  const browser = await app.as("member");
  await outdatePolicy(app);
  const answers = await Promise.all(
    [1, 2].map(() => browser.post("/consent", { policy: "2" })),
  );
  assertEquals(answers.map(({ status }) => status), [303, 303]);
  assertEquals((await browser.get("/talk")).status, 200);
});

Deno.test("P38: the ledger names the language in which the texts were read", async () => {
  await using app = await openApp();
  const browser = await app.as("gated");
  await browser.fetch("/consent", {
    method: "POST",
    body: new URLSearchParams(AGREED),
    headers: { "accept-language": "en-US", "sec-fetch-site": "same-origin" },
  });
  const { items } = await app.millo.store.all(acceptances, { limit: 9 });
  assertEquals(items.map(({ value }) => value.locale), ["en-US", "en-US"]);
});
