import { assert, assertEquals, assertThrows } from "@std/assert";
import { newAccountId } from "../../lib/kernel/mod.ts";
import {
  addNotice,
  countUnread,
  listNotices,
  openNotice,
} from "../../lib/notices/mod.ts";
import { MAX_PAGES, noticePage, wishesForm } from "../../lib/notices/forms.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

async function openInbox() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const accountId = newAccountId();
  const tell = async (number: string) => {
    clock.pass(1000);
    const write = store.write();
    addNotice(write, {
      accountId,
      template: "supportReceived",
      values: { number },
      locale: "en",
      now: clock.now(),
      mail: false,
    });
    assert((await write.commit()).ok);
  };
  const dispose = () => store.close();
  return { store, accountId, tell, [Symbol.asyncDispose]: dispose };
}

Deno.test("the inbox is cut in pages of twenty, newest first", async () => {
  await using ada = await openInbox();
  for (let n = 1; n <= 21; n++) await ada.tell(`N-${n}`);
  const page = async (n: number) => {
    const { notices, more } = await listNotices(ada.store, ada.accountId, n);
    return [notices.length, notices[0]?.values.number ?? "", more];
  };
  assertEquals(await page(1), [20, "N-21", true]);
  assertEquals(await page(2), [1, "N-1", false]);
  assertEquals(await page(3), [0, "", false]);
});

Deno.test("unread messages are counted up to ten", async () => {
  await using ada = await openInbox();
  const unread = () => countUnread(ada.store, ada.accountId);
  assertEquals(await unread(), 0);
  for (let n = 0; n < 12; n++) await ada.tell(`N-${n}`);
  assertEquals(await unread(), 10);
});

Deno.test("a message that was opened is read, once and for its owner alone", async () => {
  await using ada = await openInbox();
  await ada.tell("N-1");
  const { notices: [{ id }] } = await listNotices(ada.store, ada.accountId, 1);
  assertEquals(await openNotice(ada.store, newAccountId(), id), null);
  assertEquals(await countUnread(ada.store, ada.accountId), 1);
  for (let n = 0; n < 2; n++) {
    const opened = await openNotice(ada.store, ada.accountId, id);
    assertEquals(opened?.values, { number: "N-1" });
    assertEquals(await countUnread(ada.store, ada.accountId), 0);
  }
  assertEquals(await openNotice(ada.store, ada.accountId, "none"), null);
});

Deno.test("a message without what its words need is refused before it is kept", async () => {
  await using ada = await openInbox();
  assertThrows(() =>
    addNotice(ada.store.write(), {
      accountId: ada.accountId,
      template: "supportReceived",
      values: { number: "x".repeat(201) },
      locale: "en",
      now: 0,
      mail: false,
    })
  );
});

Deno.test("what is no page of the inbox is the first", () => {
  const cases = { "2": 2, "0": 1, "-1": 1, "1.5": 1, "x": 1, "": 1 };
  for (const [sent, page] of Object.entries(cases)) {
    assertEquals(noticePage.parse(sent), page, sent);
  }
  assertEquals(noticePage.parse(String(MAX_PAGES)), MAX_PAGES);
  assertEquals(noticePage.parse(String(MAX_PAGES + 1)), 1);
});

Deno.test("a box without a tick is a no, and a box of nothing is ignored", () => {
  assertEquals(wishesForm.parse({ news: "on", account: "on" }), {
    answers: false,
    policies: false,
    news: true,
  });
});
