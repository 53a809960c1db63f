import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { accounts } from "../../lib/accounts/records.ts";
import { calls } from "../../lib/calls/mod.ts";
import { newCall } from "../../lib/calls/call.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { come, SESSION } from "../helpers/accounts.ts";
import { openApp } from "../helpers/app.ts";

Deno.test("erasure shows first what it would do, and then does exactly that, at once", async () => {
  await using app = await openApp();
  const owner = await come(app);
  const stranger = await come(app);
  await owner.browser.post("/account", {
    version: "none",
    username: "Ada",
    interests: "",
  });
  const { store, clock, dataMap, liveHub } = app.millo;
  const call = newCall(owner.accountId, stranger.accountId, clock.now());
  const ticket = {
    instance: liveHub.deps.self,
    askedAt: clock.now(),
    waitingSince: null,
    call: call.id,
    lastCall: null,
  };
  await store.write().add(calls, call)
    .create(queueEntries, { ...ticket, accountId: owner.accountId })
    .create(queueEntries, { ...ticket, accountId: stranger.accountId })
    .commit();

  const html = await (await owner.browser.get("/account/data/erasure")).text();
  assertStringIncludes(html, "Nothing has been erased yet");
  assertStringIncludes(html, "Your name, interests and languages");
  assertEquals(
    (await owner.browser.post("/account/data/erasure", {})).status,
    422,
  );
  assertEquals((await owner.browser.get("/account")).status, 200);

  const { receipt, number } = receiptIn(html);
  const cookie = owner.browser.cookie(SESSION)!;
  const done = await owner.browser.post("/account/data/erasure", {
    sure: "1",
    receipt,
  });
  assertEquals([done.status, done.headers.get("location")], [
    303,
    `/account/receipts/${number}`,
  ]);
  assertEquals(owner.browser.cookie(SESSION), undefined);
  const headers = { cookie: `${SESSION}=${cookie}` };
  assertEquals((await app.fetch("/account", { headers })).status, 403);
  const { tallies } = await dataMap.plan(owner.accountId);
  assertEquals(tallies, {});
  assertEquals((await dataMap.scan([owner.accountId])).hits, []);

  const ended = await store.get(calls, [call.id]);
  assert(ended === null || ended.value.endedAt !== null, "the call is over");
  assertEquals(await store.get(queueEntries, [stranger.accountId]), null);
  assertEquals((await stranger.browser.get("/account")).status, 200);
  const shown = await (await app.fetch(`/account/receipts/${number}`)).text();
  assertStringIncludes(shown, "Erased");
  assertStringIncludes(shown, number);
  assertEquals(shown.includes(owner.accountId), false);
  assertEquals(
    (await app.browser().post("/account/return", { recovery: owner.code }))
      .status,
    422,
  );
});

/** What the form carries, and the number of the receipt in it. */
function receiptIn(html: string): { receipt: string; number: string } {
  const [, receipt, number] =
    /name="receipt" value="(([0-9a-f]{64})\.[0-9a-f]{64})"/.exec(html)!;
  return { receipt, number };
}

Deno.test("pressing Erase twice leads to the one receipt", async () => {
  await using app = await openApp();
  const { browser, accountId } = await come(app);
  const html = await (await browser.get("/account/data/erasure")).text();
  const { receipt, number } = receiptIn(html);
  const form = { sure: "1", receipt };
  const token = browser.cookie(SESSION)!;
  await browser.post("/account/data/erasure", form);
  // The answer to the first press, which ends the session, never came.
  browser.setCookie(SESSION, token);
  const again = await browser.post("/account/data/erasure", form);
  assertEquals([again.status, again.headers.get("location")], [
    303,
    `/account/receipts/${number}`,
  ]);
  const { items } = await app.millo.store.all(accounts, { limit: 9 });
  assertEquals(items.some(({ value }) => value.id === accountId), false);
  assertEquals(
    (await app.fetch(`/account/receipts/${"0".repeat(64)}`)).status,
    404,
  );
});

Deno.test("no other browser comes to a receipt by the form", async () => {
  await using app = await openApp();
  const { browser } = await come(app);
  const html = await (await browser.get("/account/data/erasure")).text();
  const { receipt, number } = receiptIn(html);
  await browser.post("/account/data/erasure", { sure: "1", receipt });
  const stranger = app.browser();
  for (const given of [receipt, number, `${number}.`, ""]) {
    const form = { sure: "1", receipt: given };
    const signedOut = await browser.post("/account/data/erasure", form);
    assertEquals(signedOut.status, 403);
    stranger.setCookie(SESSION, "x".repeat(43));
    const answer = await stranger.post("/account/data/erasure", form);
    assertEquals(answer.status, 403);
    assertStringIncludes(await answer.text(), "nobody is signed in here");
  }
});

Deno.test("neither preview nor receipt tells that an order holds the data", async () => {
  await using app = await openApp();
  const { dataMap, clock } = app.millo;
  const { browser, accountId } = await come(app);
  const read = async (path: string) =>
    (await (await browser.get(path)).text())
      .replaceAll(/nonce="[^"]*"/g, "");
  const preview = await read("/account/data/erasure");
  const order = { reason: "file 7", until: clock.now() + DAY };
  await dataMap.hold(accountId, order);
  assertEquals(await read("/account/data/erasure"), preview);
  const { receipt, number } = receiptIn(preview);
  const form = { sure: "1", receipt };
  await browser.post("/account/data/erasure", form);
  assertEquals((await dataMap.receipt(number))?.step, "held");
  const shown = await read(`/account/receipts/${number}`);
  assertStringIncludes(shown, "Erased");
  assertEquals(/hold|held|file 7/.test(shown), false);
});
