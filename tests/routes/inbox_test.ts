import { type AccountId, dayOf } from "../../lib/kernel/mod.ts";
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { contacts } from "../../lib/accounts/profile/records.ts";
import { accounts } from "../../lib/accounts/records.ts";
import { hasGiven } from "../../lib/consent/mod.ts";
import { addNotice, listNotices, wishesOf } from "../../lib/notices/mod.ts";
import { openApp, type TestApp, type TestBrowser } from "../helpers/app.ts";

/** A member with messages about these numbers, oldest first. */
async function readerOf(
  app: TestApp,
  numbers: string[],
): Promise<{ browser: TestBrowser; accountId: AccountId }> {
  const { store } = app.millo;
  const before = await accountsIn(app);
  const browser = await app.as("member");
  const [accountId] = (await accountsIn(app)).filter((id) =>
    !before.includes(id)
  );
  for (const number of numbers) {
    const write = store.write();
    addNotice(write, {
      accountId,
      template: "supportAnswered",
      values: { number, answer: `Answer ${number}.\n\n<b>Bold</b> words.` },
      locale: "en",
      now: app.clock.now(),
      mail: false,
    });
    await write.commit();
    app.clock.pass(1);
  }
  return { browser, accountId };
}

async function accountsIn(app: TestApp): Promise<AccountId[]> {
  const { items } = await app.millo.store.all(accounts, { limit: 99 });
  return items.map(({ value }) => value.id);
}

async function textOf(browser: TestBrowser, path: string): Promise<string> {
  const response = await browser.get(path);
  assertEquals(response.status, 200, path);
  return await response.text();
}

/** The count in the bar, or null where there is none. */
function tallyIn(html: string): string | null {
  return /class="tally">.*?<\/span>\s*([\d+]+)</.exec(html)?.[1] ?? null;
}

Deno.test("an inbox lists its messages, newest first, and opens one beside the list", async () => {
  await using app = await openApp();
  const { browser, accountId } = await readerOf(app, [
    "1111-1111",
    "2222-2222",
  ]);
  const list = await textOf(browser, "/account/inbox");
  const [one, two] = ["2222-2222", "1111-1111"].map((n) => list.indexOf(n));
  assertEquals(one > 0 && two > one, true);
  const [{ id }] = (await listNotices(app.millo.store, accountId, 1)).notices;
  const open = await textOf(browser, `/account/inbox/${id}`);
  assertStringIncludes(open, "Answer 2222-2222.");
  assertStringIncludes(open, "&lt;b>Bold");
  assertStringIncludes(open, 'href="/contact?ticket=2222-2222"');
  assertMatch(
    open,
    /aria-current="page"[^>]*href="\/account\/inbox\/|href="\/account\/inbox\/[^>]*aria-current="page"/,
  );
});

Deno.test("every page of a member tells how many messages are unread", async () => {
  await using app = await openApp();
  const { browser, accountId } = await readerOf(app, [
    "1111-1111",
    "2222-2222",
  ]);
  for (const path of ["/", "/rules", "/contact", "/account/inbox"]) {
    assertEquals(tallyIn(await textOf(browser, path)), "2", path);
  }
  const [{ id }] = (await listNotices(app.millo.store, accountId, 1)).notices;
  const opened = await textOf(browser, `/account/inbox/${id}`);
  assertEquals(tallyIn(opened), "1", "the one that is open is read");
  const visitor = await textOf(app.browser(), "/");
  assertEquals(tallyIn(visitor), null);
  assertEquals(visitor.includes('href="/account/inbox"'), false);
});

Deno.test("more unread messages than fit the bar are not counted on", async () => {
  await using app = await openApp();
  const numbers = Array.from({ length: 12 }, (_, n) => `${1000 + n}-0000`);
  const { browser } = await readerOf(app, numbers);
  assertEquals(tallyIn(await textOf(browser, "/rules")), "9+");
});

Deno.test("an inbox goes on over pages, and a page that is none is the first", async () => {
  await using app = await openApp();
  const numbers = Array.from({ length: 21 }, (_, n) => `${1000 + n}-0000`);
  const { browser } = await readerOf(app, numbers);
  const first = await textOf(browser, "/account/inbox");
  assertEquals(first.includes("1000-0000"), false);
  assertStringIncludes(first, 'href="/account/inbox?page=2"');
  const second = await textOf(browser, "/account/inbox?page=2");
  assertStringIncludes(second, "1000-0000");
  assertStringIncludes(second, 'href="/account/inbox?page=1"');
  for (const page of ["0", "-1", "x", "1e9", "", "2.5"]) {
    const html = await textOf(browser, `/account/inbox?page=${page}`);
    assertStringIncludes(html, "1020-0000");
  }
});

Deno.test("nobody reads the message of another, and asking does not mark it", async () => {
  await using app = await openApp();
  const ann = await readerOf(app, ["1111-1111"]);
  const ben = await readerOf(app, []);
  const { store } = app.millo;
  const [{ id }] = (await listNotices(store, ann.accountId, 1)).notices;
  assertEquals((await ben.browser.get(`/account/inbox/${id}`)).status, 404);
  assertStringIncludes(
    await textOf(ben.browser, "/account/inbox"),
    "Nothing here yet",
  );
  assertEquals(tallyIn(await textOf(ann.browser, "/")), "1");
});

Deno.test("mail is turned off and on by topic, and the account's own cannot be", async () => {
  await using app = await openApp();
  const { browser, accountId } = await readerOf(app, []);
  await giveAddress(app, accountId, "ada@example.org");
  const page = await textOf(browser, "/account/notices");
  assertStringIncludes(page, "to ada@example.org");
  const boxes = [...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
    .map(([input]) => [
      /name="(\w+)"/.exec(input)![1],
      /\schecked/.test(input),
    ]);
  assertEquals(boxes, [["answers", true], ["policies", true], ["news", false]]);
  const saved = await browser.post("/account/notices", {
    news: "on",
    accountId: "off",
  });
  assertEquals(
    [saved.status, saved.headers.get("location")],
    [303, "/account/notices?saved"],
  );
  assertEquals(await wishesOf(app.millo.store, accountId), {
    answers: false,
    policies: false,
    news: true,
  });
  assertEquals(await hasGiven(app.millo.store, accountId, "mail"), true);
  await browser.post("/account/notices", { answers: "on" });
  assertEquals(await hasGiven(app.millo.store, accountId, "mail"), false);
  assertStringIncludes(
    await textOf(browser, "/account/notices?saved"),
    'role="status"',
  );
});

Deno.test("mail is no choice before there is a confirmed address", async () => {
  await using app = await openApp();
  const { browser, accountId } = await readerOf(app, []);
  await giveAddress(app, accountId, null);
  const page = await textOf(browser, "/account/notices");
  assertEquals(page.includes('type="checkbox"'), false);
  assertStringIncludes(page, 'href="/account/contact"');
});

/** An address that is confirmed; null for one that still waits for its code. */
async function giveAddress(
  app: TestApp,
  accountId: AccountId,
  address: string | null,
): Promise<void> {
  const { store, clock } = app.millo;
  const day = dayOf(clock.now());
  await store.write().create(contacts, {
    ...{ accountId, address, pending: address ? null : "ada@example.org" },
    ...{ codeHash: null, triesLeft: 3, askedAt: clock.now() },
    ...{ confirmedDay: address ? day : null, seenDay: day },
  }).commit();
}
