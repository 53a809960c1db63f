import { assertEquals } from "@std/assert";
import { hasGiven, saveTopics } from "../../lib/consent/mod.ts";
import { consents } from "../../lib/consent/records.ts";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import { wishesOf } from "../../lib/notices/mod.ts";
import { openStore, type Store } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

interface Ann {
  store: Store;
  accountId: AccountId;
  /** Sends the form of topics a second after the last. */
  save(wanted: Parameters<typeof saveTopics>[2]): Promise<void>;
  lines(): Promise<string[]>;
}

async function withAnn(work: (ann: Ann) => Promise<void>): Promise<void> {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const accountId = newAccountId();
  const save: Ann["save"] = async (wanted) => {
    clock.pass(1000);
    const surface = "/account/notices";
    const said = { accountId, locale: "en", surface, now: clock.now() };
    await saveTopics(store, said, wanted);
  };
  const lines = async () => {
    const { items } = await store.all(consents, { limit: 9 });
    return items.map(({ value }) => value)
      .toSorted((a, b) => a.at - b.at)
      .map(({ purpose, choice, surface }) => `${purpose} ${choice} ${surface}`);
  };
  try {
    await work({ store, accountId, save, lines });
  } finally {
    await store.close();
  }
}

Deno.test("the switch of news is a line in the ledger of consent, the others are not", async () => {
  await withAnn(async ({ store, accountId, save, lines }) => {
    await save({ answers: false, policies: true, news: true });
    assertEquals(await wishesOf(store, accountId), {
      answers: false,
      policies: true,
      news: true,
    });
    assertEquals(await hasGiven(store, accountId, "mail"), true);
    assertEquals(await lines(), ["mail given /account/notices"]);
  });
});

Deno.test("a form without news takes a yes back, and says it once", async () => {
  await withAnn(async ({ store, accountId, save, lines }) => {
    await save({ news: true });
    await save({ news: true });
    await save({});
    await save({});
    assertEquals((await wishesOf(store, accountId)).news, false);
    assertEquals(await lines(), [
      "mail given /account/notices",
      "mail withdrawn /account/notices",
    ]);
  });
});

Deno.test("a topic that is not named stays as it is", async () => {
  await withAnn(async ({ store, accountId, save }) => {
    await save({ answers: false });
    await save({ policies: false });
    const { answers, policies } = await wishesOf(store, accountId);
    assertEquals([answers, policies], [false, false]);
  });
});

Deno.test("nothing is kept of somebody who was erased meanwhile", async () => {
  await withAnn(async ({ store, accountId, save, lines }) => {
    await store.addTombstone(accountId, 1);
    await save({ answers: false, news: true });
    assertEquals(await lines(), []);
    assertEquals((await wishesOf(store, accountId)).answers, true);
  });
});
