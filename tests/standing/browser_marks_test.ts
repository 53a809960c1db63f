import { assert, assertEquals } from "@std/assert";
import { type AccountId, DAY, newAccountId } from "../../lib/kernel/mod.ts";
import { marksOf, noteMark, siblingsOf } from "../../lib/standing/mod.ts";
import { browserMarks } from "../../lib/standing/records.ts";
import { openStore, subjectHashOf } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

const [HOME, PHONE, CAFE] = ["a", "b", "c"].map((one) => one.repeat(64));

async function open() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  return {
    ...{ clock, store },
    async use(accountId: AccountId, mark: string): Promise<void> {
      const now = clock.now();
      const done = await store.transact((write) =>
        noteMark(store, write, { accountId, mark, now })
      );
      assert(done.ok);
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("accounts of one browser are siblings, by a hash and in no order of theirs", async () => {
  await using here = await open();
  const { store } = here;
  const [ada, ben, cleo, dora] = Array.from({ length: 4 }, newAccountId);
  for (const [who, mark] of [[ada, HOME], [ben, HOME], [ada, PHONE]] as const) {
    await here.use(who, mark);
  }
  await here.use(cleo, PHONE);
  await here.use(dora, CAFE);
  const hashes = [ben, cleo].map(subjectHashOf).sort();
  assertEquals(await siblingsOf(store, ada), hashes);
  assertEquals(await siblingsOf(store, ben), [subjectHashOf(ada)]);
  assertEquals(await siblingsOf(store, dora), []);
  assertEquals(await siblingsOf(store, newAccountId()), []);
});

Deno.test("a mark lasts for 90 days after the account was used there last", async () => {
  await using here = await open();
  const { store, clock } = here;
  const ada = newAccountId();
  await here.use(ada, HOME);
  await here.use(ada, PHONE);
  clock.pass(60 * DAY);
  await here.use(ada, PHONE);
  await here.use(ada, PHONE);
  assertEquals((await store.all(browserMarks, { limit: 9 })).items.length, 2);
  assertEquals(await marksOf(store, ada), [PHONE, HOME]);
  clock.pass(31 * DAY);
  assertEquals(await marksOf(store, ada), [PHONE]);
});
