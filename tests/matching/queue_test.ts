import { assert, assertEquals } from "@std/assert";
import { calls } from "../../lib/calls/mod.ts";
import {
  type AccountId,
  HOUR,
  newAccountId,
  newId,
} from "../../lib/kernel/mod.ts";
import {
  type CallMessage,
  hasQueueEntry,
  Queue,
  queueEntries,
} from "../../lib/matching/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { admissionOf } from "../helpers/admission.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";
import { settled, turn } from "../helpers/turns.ts";

/** The queue of a process that is alone on its store. */
async function openQueue() {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const store = await openStore({ at: ":memory:", clock });
  const media = new MediaBooks();
  const told: CallMessage[] = [];
  const queue = new Queue({
    deps: { store, clock, media, self: newId() },
    scheduler,
    onMessage: (message) => told.push(message),
    onError: () => {},
  });
  await queue.start();
  const join = async (accountId: AccountId) =>
    await queue.join(await admissionOf(accountId), null);
  return {
    ...{ clock, scheduler, store, media, told, queue, join },
    /** Brings two into a call; answers its id. */
    async meet(ada: AccountId, ben: AccountId): Promise<string> {
      assert((await join(ada)).ok && (await join(ben)).ok);
      const own = () =>
        told.filter((one) => one.kind === "matched")
          .filter((one) => [ada, ben].includes(one.accountId));
      await settled(() => own().length >= 2, "both are told");
      return own().at(-1)!.callId;
    },
    async [Symbol.asyncDispose]() {
      await queue.stop();
      assertEquals(scheduler.size, 0);
      await store.close();
    },
  };
}

const [ADA, BEN, CLEO] = [newAccountId(), newAccountId(), newAccountId()];

Deno.test("each refusal to join says where the person stands already", async () => {
  await using here = await openQueue();
  assert((await here.join(ADA)).ok);
  assertEquals(await here.join(ADA), { ok: false, refusal: "waiting" });
  assert((await here.join(BEN)).ok);
  await settled(() => here.told.length === 2, "both are told");
  assertEquals(await here.join(ADA), { ok: false, refusal: "in_call" });
  await here.store.addTombstone(CLEO, here.clock.now());
  assertEquals(await here.join(CLEO), { ok: false, refusal: "erased" });
  assertEquals(here.queue.matcher.waiting, 0);
});

Deno.test("who leaves while matched is told so, and the call goes on until it is ended", async () => {
  await using here = await openQueue();
  const call = await here.meet(ADA, BEN);
  assertEquals(await here.queue.leave(ADA), false);
  assertEquals(await hasQueueEntry(here, ADA), true);
  assertEquals(await here.queue.finish(call, ADA), true);
  assertEquals(await here.queue.finish(call, ADA), false);
  assertEquals(await hasQueueEntry(here, ADA), false);
});

Deno.test("withdrawing takes out whoever waits, and ends the call of whoever is in one", async () => {
  await using here = await openQueue();
  await here.join(ADA);
  await here.queue.withdraw(ADA);
  assertEquals([await hasQueueEntry(here, ADA), here.queue.matcher.waiting], [
    false,
    0,
  ]);
  await here.meet(BEN, CLEO);
  here.told.length = 0;
  await here.queue.withdraw(CLEO);
  assertEquals(
    here.told.map((one) => one.kind === "ended" && one.ending).toSorted(),
    ["they", "you"],
  );
});

Deno.test("a hundred rounds of joining and leaving at once leave nothing behind", async () => {
  await using here = await openQueue();
  for (let round = 0; round < 100; round++) {
    await Promise.all([
      here.join(ADA),
      here.join(BEN),
      here.queue.leave(ADA),
      here.queue.leave(BEN),
    ]);
    await turn();
    await Promise.all([here.queue.withdraw(ADA), here.queue.withdraw(BEN)]);
    const left = await here.store.all(queueEntries, { limit: 9 });
    assertEquals(left.items, [], `round ${round}`);
    const open = await here.store.list(calls, "open", { limit: 9 });
    assertEquals(open.items, [], `round ${round}`);
  }
  await settled(() => here.media.open.size === 0, "no room is left open");
});

Deno.test("a room that ended ends its own call and no other, once", async () => {
  await using here = await openQueue();
  const call = await here.meet(ADA, BEN);
  const others = [newAccountId(), newAccountId()] as const;
  const other = await here.meet(...others);
  const { room } = (await here.store.get(calls, [call]))!.value;
  here.told.length = 0;
  await here.queue.roomFinished(room);
  await here.queue.roomFinished(room);
  await here.queue.roomFinished("n".repeat(26));
  assertEquals(
    here.told.map(({ accountId }) => accountId).toSorted(),
    [ADA, BEN].toSorted(),
  );
  const open = await here.store.list(calls, "open", { limit: 9 });
  assertEquals(open.items.map(({ value }) => value.id), [other]);
});

Deno.test("one who waits for hours waits as before", async () => {
  await using here = await openQueue();
  await here.join(ADA);
  for (let n = 0; n < 3; n++) {
    here.clock.pass(HOUR);
    await here.queue.matcher.tick();
  }
  assertEquals(here.queue.matcher.waiting, 1);
  await here.join(BEN);
  await settled(() => here.told.length === 2, "both are told");
});

Deno.test("a process that starts finds neither calls nor people of the one before", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const open = async (told: CallMessage[]) => {
    const queue = new Queue({
      deps: { store, clock, media: new MediaBooks(), self: newId() },
      scheduler: new TestScheduler(clock),
      onMessage: (message) => told.push(message),
      onError: () => {},
    });
    await queue.start();
    return queue;
  };
  const [told, toldLater]: CallMessage[][] = [[], []];
  const before = await open(told);
  for (const accountId of [ADA, BEN, CLEO]) {
    await before.join(await admissionOf(accountId), null);
  }
  await settled(() => told.length === 2, "two are in a call");
  // It died: nothing was ended, and nobody let go of the lease.
  const after = await open(toldLater);
  assertEquals(toldLater, [], "its people are not this process's");
  assertEquals((await store.all(queueEntries, { limit: 9 })).items, []);
  assertEquals((await store.list(calls, "open", { limit: 9 })).items, []);
  assertEquals([after.matcher.leading, after.matcher.waiting], [true, 0]);
  await after.stop();
  await before.stop();
  await store.close();
});
