import { assert, assertEquals } from "@std/assert";
import { Member } from "../../lib/accounts/actions.ts";
import { DAY, HOUR, hourOf, newAccountId } from "../../lib/kernel/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import {
  addCallUsage,
  type Ending,
  hasVisited,
  historyOf,
  noteVisit,
} from "../../lib/usage/mod.ts";
import { callUsage, visitUsage } from "../../lib/usage/records.ts";
import { TestClock } from "../helpers/clock.ts";

const [ADA, BEN] = [newAccountId(), newAccountId()];
const ada = new Member(ADA, "s".repeat(64), 0);

async function openBooks() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const called = async (
    startedAt: number,
    endedAt: number,
    ending: Ending = "you",
    accountId = ADA,
  ) => {
    const write = store.write();
    addCallUsage(write, { accountId, startedAt, endedAt, ending });
    assert((await write.commit()).ok);
  };
  return {
    ...{ clock, store, called },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("a call leaves its hour, its seconds and how it ended, and no more", async () => {
  await using books = await openBooks();
  const { clock, store, called } = books;
  await called(clock.now(), clock.now() + 89_600, "they");
  const [{ value }] = (await store.all(callUsage, { limit: 2 })).items;
  const { id, ...kept } = value;
  assertEquals(id.length, 26);
  assertEquals(kept, {
    accountId: ADA,
    hour: hourOf(clock.now()),
    seconds: 90,
    ending: "they",
  });
});

Deno.test("a clock that was set back makes no call shorter than nothing", async () => {
  await using books = await openBooks();
  const { clock, store, called } = books;
  await called(clock.now(), clock.now() - 5_000);
  const [{ value }] = (await store.all(callUsage, { limit: 2 })).items;
  assertEquals(value.seconds, 0);
});

Deno.test("a visit is noted once an hour for each person", async () => {
  await using books = await openBooks();
  const { clock, store } = books;
  await noteVisit(store, ADA, clock.now());
  await noteVisit(store, ADA, clock.now() + 1);
  await noteVisit(store, BEN, clock.now());
  await noteVisit(store, ADA, clock.now() + HOUR);
  const { items } = await store.all(visitUsage, { limit: 9 });
  assertEquals(items.length, 3);
});

Deno.test("two tabs that open at once are one visit", async () => {
  await using books = await openBooks();
  const { clock, store } = books;
  await Promise.all([1, 2, 3].map(() => noteVisit(store, ADA, clock.now())));
  const { items } = await store.all(visitUsage, { limit: 9 });
  assertEquals(items.length, 1);
});

Deno.test("nothing is noted of somebody who was erased", async () => {
  await using books = await openBooks();
  const { clock, store } = books;
  await store.addTombstone(ADA, clock.now());
  await noteVisit(store, ADA, clock.now());
  assertEquals((await store.all(visitUsage, { limit: 9 })).items, []);
});

Deno.test("the history is one's own, newest first, and says nothing of the other", async () => {
  await using books = await openBooks();
  const { clock, store, called } = books;
  const hour = hourOf(clock.now());
  await called(hour, hour + 60_000);
  await called(hour + HOUR, hour + HOUR + 30_000, "they");
  await called(hour, hour + 1_000, "you", BEN);
  await noteVisit(store, ADA, hour);
  assertEquals(await historyOf(store, ada), {
    calls: [
      { hour: hour + HOUR, seconds: 30, ending: "they" },
      { hour, seconds: 60, ending: "you" },
    ],
    visits: [{ hour }],
  });
});

Deno.test("a history shows the newest hundred, and nothing after 90 days", async () => {
  await using books = await openBooks();
  const { clock, store, called } = books;
  const hour = hourOf(clock.now());
  for (let n = 0; n < 110; n++) {
    await called(hour + n * HOUR, hour + n * HOUR + 1_000);
  }
  const { calls } = await historyOf(store, ada);
  assertEquals([calls.length, calls[0].hour], [100, hour + 109 * HOUR]);
  clock.at = hour + 109 * HOUR + 90 * DAY;
  assertEquals(await historyOf(store, ada), { calls: [], visits: [] });
});

Deno.test("a visit counts as one while it is kept, and only one's own", async () => {
  await using books = await openBooks();
  const { clock, store } = books;
  assertEquals(await hasVisited(store, ada), false);
  await noteVisit(store, BEN, clock.now());
  assertEquals(await hasVisited(store, ada), false);
  await noteVisit(store, ADA, clock.now());
  assertEquals(await hasVisited(store, ada), true);
  clock.pass(91 * DAY);
  assertEquals(await hasVisited(store, ada), false);
});
