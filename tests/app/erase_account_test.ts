import { assertEquals, assertRejects } from "@std/assert";
import { accounts } from "../../lib/accounts/records.ts";
import { eraseAccount } from "../../lib/app/mod.ts";
import { queueEntries } from "../../lib/matching/mod.ts";
import { come } from "../helpers/accounts.ts";
import { openApp } from "../helpers/app.ts";
import { Visitor } from "../helpers/people.ts";

Deno.test("who is erased is shown out of the live page first", async () => {
  await using app = await openApp();
  const { store, liveHub } = app.millo;
  const owner = await come(app);
  const ada = await new Visitor().enter(liveHub, owner.accountId);
  await eraseAccount(app.millo, owner.accountId);
  assertEquals(ada.closed, 4003);
  assertEquals(ada.all("bye").map(({ reason }) => reason), ["signed_out"]);
  assertEquals(liveHub.size, 0);
  assertEquals(await store.get(queueEntries, [owner.accountId]), null);
  assertEquals(await store.get(accounts, [owner.accountId]), null);
});

Deno.test("a socket that came in during the erasure is shut as well", async () => {
  await using app = await openApp();
  const { dataMap, liveHub } = app.millo;
  const owner = await come(app);
  const late = new Visitor();
  await eraseAccount({
    liveHub,
    dataMap: {
      ...dataMap,
      async erase(subjectId) {
        await late.enter(liveHub, owner.accountId);
        return await dataMap.erase(subjectId);
      },
    },
  }, owner.accountId);
  assertEquals(late.closed, 4003);
  assertEquals(liveHub.size, 0);
});

Deno.test("an erasure that failed can be asked for again", async () => {
  await using app = await openApp();
  const { store, dataMap, liveHub } = app.millo;
  const owner = await come(app);
  const erase = () => Promise.reject(new Error("out of order"));
  await assertRejects(() =>
    eraseAccount({ liveHub, dataMap: { ...dataMap, erase } }, owner.accountId)
  );
  const erased = await eraseAccount(app.millo, owner.accountId);
  assertEquals(erased.already, false);
  assertEquals(await store.get(accounts, [owner.accountId]), null);
  const again = await eraseAccount(app.millo, owner.accountId);
  assertEquals([again.already, again.subjectHash], [true, erased.subjectHash]);
});

Deno.test("nobody else is shown out", async () => {
  await using app = await openApp();
  const { liveHub } = app.millo;
  const owner = await come(app);
  const stranger = await come(app);
  const ben = await new Visitor().enter(liveHub, stranger.accountId);
  await eraseAccount(app.millo, owner.accountId);
  assertEquals([ben.closed, liveHub.size], [null, 1]);
  await liveHub.exit(ben.connection);
});
