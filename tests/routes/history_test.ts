import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Call, calls, newCall } from "../../lib/calls/mod.ts";
import { type AccountId, DAY, MINUTE } from "../../lib/kernel/mod.ts";
import { findBlocked } from "../../lib/standing/mod.ts";
import { blocks } from "../../lib/standing/records.ts";
import { addCallUsage } from "../../lib/usage/mod.ts";
import { all, come, type Owner } from "../helpers/accounts.ts";
import { openApp, type TestApp } from "../helpers/app.ts";

const PLACE = "/account/history";

/** A call of two that has just ended, as matching leaves it behind. */
async function endedCall(
  { millo: { store, clock } }: TestApp,
  a: AccountId,
  b: AccountId,
  seconds = 90,
): Promise<Call> {
  const endedAt = clock.now();
  const startedAt = endedAt - seconds * 1000;
  const call = {
    ...newCall(a, b, startedAt),
    endedAt,
    openSince: null,
  };
  const write = store.write().add(calls, call);
  for (const accountId of [a, b]) {
    const ending = accountId === a ? "you" : "they";
    addCallUsage(write, { accountId, startedAt, endedAt, ending });
  }
  assert((await write.commit()).ok);
  return call;
}

async function pageOf({ browser }: Owner): Promise<string> {
  const page = await browser.get(PLACE);
  assertEquals(page.status, 200);
  return await page.text();
}

/** The ids of the blocks that the page shows. */
function blocksIn(html: string): string[] {
  return [...html.matchAll(/\/account\/blocks\/([0-9a-f]+)\/nickname/g)]
    .map(([, id]) => id);
}

Deno.test("a call can be reported and blocked from the history, without a script, while its record lasts", async () => {
  await using app = await openApp();
  const [ada, ben] = [await come(app), await come(app)];
  const call = await endedCall(app, ada.accountId, ben.accountId);
  const html = await pageOf(ada);
  assertStringIncludes(html, `href="/talk/calls/${call.id}/report"`);
  assertStringIncludes(html, `action="${PLACE}/${call.id}/block"`);
  assertStringIncludes(html, "Text kept until");
  assertStringIncludes(html, "1 minute 30 seconds, you left");
  assertStringIncludes(await pageOf(ben), "1 minute 30 seconds, they left");
  // One call is one row, though two records tell of it.
  assertEquals(html.match(/1 minute 30 seconds/g)?.length, 1);
  assert(!html.includes(ben.accountId), "nothing about the other");
  app.clock.pass(15 * MINUTE);
  assert(!(await pageOf(ada)).includes("Text kept until"));
  app.clock.pass(2 * DAY);
  const later = await pageOf(ada);
  assertStringIncludes(later, "1 minute 30 seconds, you left");
  assert(!later.includes(call.id), "the record of the call has ended");
});

Deno.test("M02: a block keeps two apart, is not told, has a nickname, and is lifted by who made it", async () => {
  await using app = await openApp();
  const { store } = app.millo;
  const [ada, ben] = [await come(app), await come(app)];
  const call = await endedCall(app, ada.accountId, ben.accountId);
  const pair = [[ben.accountId, ada.accountId]] as const;
  const blocked = await ada.browser.post(`${PLACE}/${call.id}/block`, {});
  assertEquals([blocked.status, blocked.headers.get("location")], [
    303,
    `${PLACE}#blocked`,
  ]);
  assertEquals(await findBlocked(store, pair), [true]);
  assertEquals(blocksIn(await pageOf(ben)), []);
  const html = await pageOf(ada);
  const [id] = blocksIn(html);
  for (const { accountId } of [ada, ben]) {
    assert(!html.includes(accountId), "the page names nobody");
  }
  const place = `/account/blocks/${id}`;
  await ada.browser.post(`${place}/nickname`, { nickname: " the  drummer " });
  assertStringIncludes(await pageOf(ada), 'value="the drummer"');
  const long = await ada.browser.post(`${place}/nickname`, {
    nickname: "x".repeat(31),
  });
  assertEquals(long.status, 422);
  const refused = await long.text();
  assertStringIncludes(refused, "30 characters or fewer");
  assertStringIncludes(refused, "x".repeat(31));
  await ada.browser.post(`${place}/nickname`, { nickname: "" });
  assertEquals((await all(app, blocks))[0].nickname, null);
  for (const what of ["nickname", "removal"]) {
    const other = await ben.browser.post(`${place}/${what}`, { nickname: "" });
    assertEquals(other.status, 404);
  }
  assertEquals((await ada.browser.post(`${place}/removal`, {})).status, 303);
  assertEquals(await findBlocked(store, pair), [false]);
});

Deno.test("of several blocks each has its own nickname and its own end", async () => {
  await using app = await openApp();
  const [ada, ben, cleo] = [await come(app), await come(app), await come(app)];
  for (const { accountId } of [ben, cleo]) {
    const call = await endedCall(app, ada.accountId, accountId);
    await ada.browser.post(`${PLACE}/${call.id}/block`, {});
    app.clock.pass(MINUTE);
  }
  // The newest stands first.
  const [ofCleo, ofBen] = blocksIn(await pageOf(ada));
  await ada.browser.post(`/account/blocks/${ofBen}/nickname`, {
    nickname: "the drummer",
  });
  await ada.browser.post(`/account/blocks/${ofCleo}/removal`, {});
  const [left] = await all(app, blocks);
  assertEquals([left.blocked, left.nickname], [ben.accountId, "the drummer"]);
});

Deno.test("a call of others, and one that is long over, blocks nobody", async () => {
  await using app = await openApp();
  const [ada, ben, eve] = [await come(app), await come(app), await come(app)];
  const call = await endedCall(app, ada.accountId, ben.accountId);
  const block = (who: Owner) =>
    who.browser.post(`${PLACE}/${call.id}/block`, {});
  assertEquals((await block(eve)).status, 404);
  app.clock.pass(3 * DAY);
  assertEquals((await block(ada)).status, 404);
  assertEquals(await all(app, blocks), []);
});

Deno.test("a page with a script is told that the block is there, and nothing else", async () => {
  await using app = await openApp();
  const [ada, ben] = [await come(app), await come(app)];
  const call = await endedCall(app, ada.accountId, ben.accountId);
  const answer = await ada.browser.fetch(`${PLACE}/${call.id}/block`, {
    method: "POST",
    body: new URLSearchParams(),
    headers: {
      accept: "application/json",
      ...{ origin: "http://localhost", "sec-fetch-site": "same-origin" },
    },
  });
  assertEquals([answer.status, await answer.text()], [204, ""]);
});

Deno.test("a report from the history leads to its answer, and its block stays", async () => {
  await using app = await openApp();
  const [ada, ben] = [await come(app), await come(app)];
  const call = await endedCall(app, ada.accountId, ben.accountId);
  const reported = await ada.browser.post(`/talk/calls/${call.id}/report`, {
    reason: "hate",
  });
  const place = reported.headers.get("location")!;
  const html = await pageOf(ada);
  assertStringIncludes(html, `href="${place}"`);
  assertStringIncludes(html, "Add to it");
  assert(!html.includes(`/talk/calls/${call.id}/report`));
  assertStringIncludes(html, "By your report");
  const [id] = blocksIn(html);
  assert(!html.includes(`/account/blocks/${id}/removal`), "it is for good");
  await ada.browser.post(`/account/blocks/${id}/removal`, {});
  assertEquals((await all(app, blocks)).length, 1);
});

Deno.test("of whoever erased their account nothing is left to block", async () => {
  await using app = await openApp();
  const [ada, ben] = [await come(app), await come(app)];
  const call = await endedCall(app, ada.accountId, ben.accountId);
  await app.millo.dataMap.erase(ben.accountId);
  const html = await pageOf(ada);
  assertStringIncludes(html, "nobody to block");
  assertStringIncludes(html, `/talk/calls/${call.id}/report`);
  const block = await ada.browser.post(`${PLACE}/${call.id}/block`, {});
  assertEquals(block.status, 303);
  assertEquals(await all(app, blocks), []);
});
