import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { askContact, confirmContact } from "../../lib/accounts/mod.ts";
import { answerTicket } from "../../lib/support/mod.ts";
import {
  type AccountId,
  DAY,
  MINUTE,
  newAccountId,
  newId,
} from "../../lib/kernel/mod.ts";
import {
  addMail,
  addNotice,
  listNotices,
  openSmtp,
  Sender,
} from "../../lib/notices/mod.ts";
import { saveTopics } from "../../lib/consent/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { MAX_TRIES } from "../../lib/notices/retry.ts";
import { openStore, type Store } from "../../lib/store/mod.ts";
import { memberOf, openApp, type TestApp } from "../helpers/app.ts";
import { TestClock } from "../helpers/clock.ts";
import { type MailServer, startMailServer } from "../helpers/mail.ts";
import { eventually } from "../helpers/processes.ts";

const FROM = "desk@millo.example";
const KIM = "kim@example.org";

/** An outbox with a way to a real server, and a person with an address. */
async function openPost(server: Pick<MailServer, "url">, address = KIM) {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const faults: string[] = [];
  const accountId = newAccountId();
  const sender = () =>
    new Sender({
      store,
      clock,
      mailer: openSmtp({ url: server.url, from: FROM }),
      origin: "https://millo.example",
      addressOf: (id) => Promise.resolve(id === accountId ? address : null),
      localeOf: () => Promise.resolve("en"),
      onError: (what) => faults.push(what),
    });
  const one = sender();
  return {
    clock,
    store,
    faults,
    accountId,
    sender: one,
    another: sender,
    tell: (answer: string) => tell(store, accountId, answer, clock.now()),
    async [Symbol.asyncDispose]() {
      await one.stop();
      await store.close();
    },
  };
}

async function tell(
  store: Store,
  accountId: AccountId,
  answer: string,
  now: number,
): Promise<void> {
  const write = store.write();
  addNotice(write, {
    accountId,
    template: "supportAnswered",
    values: { number: "7K3F-Q2ZD", answer },
    locale: "en",
    now,
    mail: true,
  });
  assertEquals((await write.commit()).ok, true);
}

async function waiting(store: Store): Promise<number> {
  return (await store.all(mails, { limit: 100 })).items.length;
}

Deno.test("a message comes by mail, in plain words, with its way out, and leaves nothing", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server);
  await post.tell("Press the lens, then — again.");
  assertEquals((await post.sender.run()).sent, 1);
  const [mail] = await server.received();
  assertEquals(mail.to, KIM);
  assertEquals(mail.headers.get("from"), `Millo <${FROM}>`);
  assertEquals(mail.headers.get("subject"), "The help desk has answered");
  assertEquals(
    mail.headers.get("list-unsubscribe"),
    "<https://millo.example/account/notices>",
  );
  assertEquals(mail.headers.get("content-type"), "text/plain; charset=utf-8");
  assertEquals(mail.headers.has("x-mailer"), false);
  assertStringIncludes(mail.text, "Press the lens, then — again.");
  assertEquals(await waiting(post.store), 0);
});

Deno.test("a topic that was turned off is not mailed, and the message is in the inbox", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server);
  const { store, accountId, clock } = post;
  await post.tell("one");
  await saveTopics(store, saidBy(accountId, clock.now()), { answers: false });
  assertEquals((await post.sender.run()).dropped, 1);
  assertEquals(await server.received(), []);
  assertEquals(await waiting(store), 0);
  assertEquals((await listNotices(store, accountId, 1)).notices.length, 1);
});

Deno.test("without a confirmed address nothing is sent, and nothing waits", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server);
  await tell(post.store, newAccountId(), "one", post.clock.now());
  assertEquals((await post.sender.run()).dropped, 1);
  assertEquals(await waiting(post.store), 0);
});

Deno.test("while the server is down mail waits, and comes once when it is back", async () => {
  const first = await startMailServer();
  await first.stop();
  await using post = await openPost(first);
  await post.tell("one");
  assertEquals((await post.sender.run()).failed, 1);
  assertEquals((await post.sender.run()).failed, 0, "not before its time");
  await using server = await startMailServer(first.port);
  post.clock.pass(DAY);
  assertEquals((await post.sender.run()).sent, 1);
  post.clock.pass(DAY);
  await post.sender.run();
  assertEquals((await server.received()).length, 1);
  assertEquals(post.faults, []);
});

Deno.test("a mailbox that is full is tried a limited number of times, then given up loudly", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server, "later@example.org");
  await post.tell("one");
  const outcomes: string[] = [];
  for (let n = 0; n < MAX_TRIES + 3; n++) {
    const { failed, gaveUp } = await post.sender.run();
    outcomes.push(failed ? "failed" : gaveUp ? "gave up" : "nothing");
    post.clock.pass(DAY);
  }
  assertEquals(outcomes, [
    ...Array.from({ length: MAX_TRIES - 1 }, () => "failed"),
    "gave up",
    "nothing",
    "nothing",
    "nothing",
  ]);
  assertEquals(await server.refused("later@example.org"), MAX_TRIES);
  assertEquals(post.faults.length, 1);
  assertEquals(post.faults[0].includes("@"), false, "an address in a log");
});

Deno.test("an address that does not exist is given up at once, and its person told", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server, "never@example.org");
  await post.tell("one");
  post.clock.pass(1);
  assertEquals((await post.sender.run()).gaveUp, 1);
  const { notices } = await listNotices(post.store, post.accountId, 1);
  assertEquals(notices.map(({ template }) => template), [
    "mailFailed",
    "supportAnswered",
  ]);
  assertEquals(await server.refused("never@example.org"), 1);
});

Deno.test("a code that is over is not sent any more", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server);
  const { store, clock } = post;
  const write = store.write();
  addMail(write, {
    to: KIM,
    accountId: post.accountId,
    template: "code",
    values: { code: "482913", minutes: 10 },
    locale: "en",
    now: clock.now(),
    usefulUntil: clock.now() + 10 * MINUTE,
  });
  await write.commit();
  clock.pass(10 * MINUTE);
  assertEquals((await post.sender.run()).dropped, 1);
  assertEquals(await server.received(), []);
});

Deno.test("several senders on one outbox send each mail once", async () => {
  await using server = await startMailServer();
  await using post = await openPost(server);
  for (let n = 0; n < 20; n++) await post.tell(`number ${n}`);
  const others = [post.another(), post.another()];
  const runs = await Promise.all(
    [post.sender, ...others].map((sender) => sender.run()),
  );
  await Promise.all(others.map((sender) => sender.stop()));
  assertEquals(runs.reduce((sum, { sent }) => sum + sent, 0), 20);
  const received = await server.received();
  const ids = received.map(({ headers }) => headers.get("message-id"));
  assertEquals([ids.length, new Set(ids).size], [20, 20]);
});

Deno.test({
  name:
    "a question by a visitor is answered by mail, from the form to the mailbox",
  async fn() {
    await using server = await startMailServer();
    await using app = await openMailApp(server);
    const sent = await app.browser().post("/contact", {
      about: "account",
      text: "I typed the wrong year.",
      address: KIM,
      form: newId(),
    });
    const to = new URL(sent.headers.get("location")!, "http://localhost");
    const number = to.searchParams.get("sent")!;
    assertEquals(await server.received(), []);
    await answerTicket(app.millo, { number, text: "Try again in a year." });
    await eventually(
      async () => (await server.received()).length === 1,
      "the answer is mailed by itself",
    );
    const [mail] = await server.received();
    assertEquals(mail.to, KIM);
    assertStringIncludes(mail.text, number);
    assertStringIncludes(mail.text, "Try again in a year.");
    assertEquals(mail.headers.has("list-unsubscribe"), false);
  },
});

Deno.test({
  name:
    "an address is confirmed by the code in the mail, and answers go there from then on",
  async fn() {
    await using server = await startMailServer();
    await using app = await openMailApp(server);
    const browser = await app.as("member");
    const { store, clock } = app.millo;
    const member = await memberOf(app.millo, browser);
    const asked = { member, locale: "en", now: clock.now() };
    await askContact(store, { ...asked, address: KIM });
    await eventually(
      async () => (await server.received()).length === 1,
      "the code is mailed",
    );
    const code = /\b\d{6}\b/.exec((await server.received())[0].text)![0];
    const confirmed = await confirmContact(store, { ...asked, code });
    assertEquals(confirmed.ok, true);
    await browser.post("/contact", {
      about: "call",
      text: "It stays black.",
      address: "",
      form: newId(),
    });
    const { notices } = await listNotices(store, member.accountId, 1);
    const received = notices.find(({ template }) =>
      template === "supportReceived"
    );
    const number = String(received!.values.number);
    assert((await answerTicket(app.millo, { number, text: "Yes." })).ok);
    await eventually(
      async () => (await server.received()).length === 2,
      "the answer is mailed",
    );
    const [, mail] = await server.received();
    assertEquals(mail.to, KIM);
    assertStringIncludes(mail.text, "Yes.");
  },
});

function openMailApp(server: MailServer): Promise<TestApp> {
  return openApp({ MILLO_SMTP_URL: server.url, MILLO_MAIL_FROM: FROM });
}

function saidBy(accountId: AccountId, now: number) {
  return { accountId, locale: "en", surface: "/account/notices", now };
}
