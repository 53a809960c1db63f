import { assertEquals, assertThrows } from "@std/assert";
import {
  type AccountId,
  DAY,
  MINUTE,
  newAccountId,
} from "../../lib/kernel/mod.ts";
import {
  addMail,
  addNotice,
  countUnread,
  listNotices,
  MAX_UNREAD,
  openNotice,
  wishesOf,
} from "../../lib/notices/mod.ts";
import { saveTopics } from "../../lib/consent/mod.ts";
import { mails, notices } from "../../lib/notices/records.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

async function openInbox() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const tell = async (accountId: AccountId, number: string) => {
    const write = store.write();
    addNotice(write, {
      accountId,
      template: "supportReceived",
      values: { number },
      locale: "en",
      now: clock.now(),
      mail: false,
    });
    assertEquals((await write.commit()).ok, true);
    clock.pass(MINUTE);
  };
  return { clock, store, tell, [Symbol.asyncDispose]: () => store.close() };
}

const [ANN, BEN] = [newAccountId(), newAccountId()];

Deno.test("an inbox shows its person's messages, newest first, by pages", async () => {
  await using inbox = await openInbox();
  const { store, tell } = inbox;
  for (let n = 1; n <= 45; n++) await tell(ANN, `n${n}`);
  await tell(BEN, "other");
  const pages = await Promise.all(
    [1, 2, 3, 4].map((page) => listNotices(store, ANN, page)),
  );
  const numbers = pages.map(({ notices }) =>
    notices.map(({ values }) => values.number)
  );
  assertEquals(numbers.map((page) => page.length), [20, 20, 5, 0]);
  assertEquals([numbers[0][0], numbers[2][4]], ["n45", "n1"]);
  assertEquals(numbers.flat().length, new Set(numbers.flat()).size);
  assertEquals(pages.map(({ more }) => more), [true, true, false, false]);
});

Deno.test("a message counts as unread until its person opens it", async () => {
  await using inbox = await openInbox();
  const { store, tell } = inbox;
  await tell(ANN, "1");
  await tell(ANN, "2");
  const [{ id }] = (await listNotices(store, ANN, 1)).notices;
  assertEquals(await openNotice(store, BEN, id), null);
  assertEquals(await countUnread(store, ANN), 2);
  const opened = await openNotice(store, ANN, id);
  assertEquals(opened?.values, { number: "2" });
  assertEquals(await countUnread(store, ANN), 1);
  assertEquals((await openNotice(store, ANN, id))?.unreadSince, null);
  assertEquals(await countUnread(store, BEN), 0);
});

Deno.test("counting the unread ends at a number that fits the bar", async () => {
  await using inbox = await openInbox();
  for (let n = 0; n < MAX_UNREAD + 5; n++) await inbox.tell(ANN, `${n}`);
  assertEquals(await countUnread(inbox.store, ANN), MAX_UNREAD);
});

Deno.test("a message ends by itself after a year", async () => {
  await using inbox = await openInbox();
  const { clock, store, tell } = inbox;
  const start = clock.now();
  await tell(ANN, "1");
  clock.at = start + 365 * DAY - 1;
  assertEquals((await listNotices(store, ANN, 1)).notices.length, 1);
  clock.at = start + 365 * DAY + 1;
  assertEquals((await listNotices(store, ANN, 1)).notices.length, 0);
  assertEquals(await countUnread(store, ANN), 0);
});

Deno.test("a message also goes to the outbox where it is to be mailed", async () => {
  await using inbox = await openInbox();
  const { store, clock } = inbox;
  const write = store.write();
  addNotice(write, {
    accountId: ANN,
    template: "supportAnswered",
    values: { number: "7K3F-Q2ZD", answer: "Yes." },
    locale: "en",
    now: clock.now(),
    mail: true,
  });
  await write.commit();
  const [mail] = (await store.all(mails, { limit: 9 })).items;
  assertEquals([mail.value.accountId, mail.value.to], [ANN, null]);
});

Deno.test("values that a message does not ask for are refused", async () => {
  await using inbox = await openInbox();
  const write = inbox.store.write();
  const mail = { to: "a@b.example", accountId: null, locale: "en", now: 0 };
  assertThrows(() =>
    addMail(write, {
      ...mail,
      template: "code",
      // @ts-expect-error The minutes are missing
      values: { code: "1" },
    })
  );
  assertEquals((await inbox.store.all(notices, { limit: 1 })).items, []);
});

Deno.test("what a person wants to be mailed about is kept topic by topic", async () => {
  await using inbox = await openInbox();
  const { store, clock } = inbox;
  const before = { answers: true, policies: true, news: false };
  assertEquals(await wishesOf(store, ANN), before);
  await saveTopics(store, saidBy(ANN, clock.now()), {
    answers: false,
    news: true,
  });
  assertEquals(await wishesOf(store, ANN), {
    answers: false,
    policies: true,
    news: true,
  });
  await saveTopics(store, saidBy(ANN, clock.now()), { news: false });
  assertEquals((await wishesOf(store, ANN)).news, false);
  assertEquals(await wishesOf(store, BEN), before);
});

function saidBy(accountId: AccountId, now: number) {
  return { accountId, locale: "en", surface: "/account/notices", now };
}
