import { assert, assertEquals } from "@std/assert";
import { calls } from "../../lib/calls/mod.ts";
import { leaderOf, LEASE } from "../../lib/cluster/mod.ts";
import { type AccountId, newAccountId, newId } from "../../lib/kernel/mod.ts";
import { MATCHER } from "../../lib/matching/matcher.ts";
import {
  AGAIN_AFTER,
  type CallMessage,
  Queue,
  queueEntries,
} from "../../lib/matching/mod.ts";
import { addBlock, unblock } from "../../lib/standing/mod.ts";
import { openStore, shareStore, type Store } from "../../lib/store/mod.ts";
import { admissionOf } from "../helpers/admission.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";
import { settled, turn } from "../helpers/turns.ts";

/** One process's part in the queue, with what it told its people. */
class Process {
  readonly told: CallMessage[] = [];
  readonly faults: string[] = [];
  readonly queue: Queue;
  readonly self = newId();

  constructor(
    readonly store: Store,
    readonly clock: TestClock,
    readonly scheduler: TestScheduler,
    readonly media: MediaBooks,
  ) {
    this.queue = new Queue({
      deps: { store, clock, media, self: this.self },
      scheduler,
      onMessage: (message) => this.told.push(message),
      onError: (what) => this.faults.push(what),
    });
  }

  async join(accountId: AccountId, lastCall: string | null = null) {
    const admission = await admissionOf(accountId);
    const joined = await this.queue.join(admission, lastCall);
    assert(joined.ok);
  }

  /** Who was matched, by call. */
  pairs(): string[][] {
    const byCall = new Map<string, string[]>();
    for (const message of this.told) {
      if (message.kind !== "matched") continue;
      const people = byCall.get(message.callId) ?? [];
      byCall.set(message.callId, [...people, message.accountId].toSorted());
    }
    return [...byCall.values()];
  }
}

async function openProcess() {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const store = await openStore({ at: ":memory:", clock });
  const media = new MediaBooks();
  const process = new Process(store, clock, scheduler, media);
  await process.queue.start();
  return Object.assign(process, {
    async [Symbol.asyncDispose]() {
      await process.queue.stop();
      assertEquals(scheduler.size, 0, "a timer outlives the queue");
      await store.close();
    },
  });
}

/** Several processes on one store; the first that starts leads. */
async function openProcesses(count: number) {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const kv = await Deno.openKv(":memory:");
  const media = new MediaBooks();
  const processes = Array.from(
    { length: count },
    () => new Process(shareStore(kv, clock), clock, scheduler, media),
  );
  for (const { queue } of processes) await queue.start();
  return {
    ...{ clock, scheduler, media, processes },
    async [Symbol.asyncDispose]() {
      for (const { queue } of processes) await queue.stop();
      assertEquals(scheduler.size, 0, "a timer outlives a queue");
      kv.close();
    },
  };
}

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

const people = (count: number) => Array.from({ length: count }, newAccountId);

Deno.test("three who come one after the other are one pair and one who waits", async () => {
  await using here = await openProcess();
  const [ada, ben, cleo] = people(3);
  for (const one of [ada, ben, cleo]) await here.join(one);
  await settled(() => here.told.length === 2, "two are told");
  assertEquals(here.pairs(), [[ada, ben].toSorted()]);
  assertEquals(here.queue.matcher.waiting, 1);
});

Deno.test("whoever left before the pair was made is in none", async () => {
  await using here = await openProcess();
  const [ada, ben, cleo] = people(3);
  await here.join(ada);
  assertEquals(await here.queue.leave(ada), true);
  await here.join(ben);
  await here.join(cleo);
  await settled(() => here.told.length === 2, "two are told");
  assertEquals(here.pairs(), [[ben, cleo].toSorted()]);
});

Deno.test("an arrival of somebody who has no entry is nobody's", async () => {
  await using here = await openProcess();
  await here.queue.matcher.arrived(newAccountId());
  assertEquals(here.queue.matcher.waiting, 0);
});

Deno.test("an entry that nobody told of is found with the next tick", async () => {
  await using here = await openProcess();
  const [ada, ben] = people(2);
  const now = here.clock.now();
  for (const accountId of [ada, ben]) {
    const write = here.store.write().create(queueEntries, {
      ...{ accountId, instance: here.self, askedAt: now, waitingSince: now },
      ...{ call: null, lastCall: null },
    });
    assert((await write.commit()).ok);
  }
  await here.scheduler.pass(1_999);
  assertEquals(here.told, []);
  await here.scheduler.pass(1);
  await settled(() => here.told.length === 2, "two are told");
});

Deno.test("without media a pair is tried again, but not in a loop", async () => {
  await using here = await openProcess();
  here.media.up = false;
  const [ada, ben] = people(2);
  await here.join(ada);
  await here.join(ben);
  await settled(() => here.queue.matcher.waiting === 2, "both wait again");
  here.media.up = true;
  for (let n = 0; n < 20; n++) await turn();
  assertEquals(here.told, [], "nothing is tried before the rest is over");
  await here.scheduler.pass(250);
  await settled(() => here.told.length === 2, "two are told");
});

Deno.test("while paused nobody is paired, and then everybody at once", async () => {
  await using here = await openProcess();
  here.queue.matcher.pause(true);
  for (const one of people(6)) await here.join(one);
  await here.scheduler.pass(30_000);
  assertEquals([here.told, here.media.opened], [[], 0]);
  here.queue.matcher.pause(false);
  await settled(() => here.told.length === 6, "all are told");
  assertEquals(here.queue.matcher.waiting, 0);
});

Deno.test("two who just met meet again by a timer of its own", async () => {
  await using here = await openProcess();
  const [ada, ben] = people(2);
  const met = newId();
  await here.join(ada, met);
  await here.scheduler.pass(500);
  await here.join(ben, met);
  // Not a tick's multiple: it is the timer that wakes the matcher.
  await here.scheduler.pass(AGAIN_AFTER - 1);
  assertEquals(here.told, []);
  await here.scheduler.pass(1);
  await settled(() => here.told.length === 2, "two are told");
});

Deno.test("who blocked each other may meet once it is taken back and both came anew", async () => {
  await using here = await openProcess();
  const { store, clock, queue } = here;
  const [ada, ben, cleo] = people(3);
  const done = await store.transact((write) =>
    addBlock(store, write, {
      ...{ blocker: ada, blocked: ben, byReport: false, now: clock.now() },
    })
  );
  assert(done.ok);
  await here.join(ada);
  await here.join(ben);
  for (let n = 0; n < 20; n++) await turn();
  assertEquals([here.told, queue.matcher.waiting], [[], 2]);
  await here.join(cleo);
  await settled(() => here.told.length === 2, "one of them meets the third");
  assert(await unblock(store, [ada, ben]));
  const [{ callId }] = here.told.filter((one) => one.kind === "matched");
  await queue.finish(callId, null);
  for (const one of [ada, ben]) await queue.leave(one);
  here.told.length = 0;
  await here.join(ada);
  await here.join(ben);
  await settled(() => here.told.length === 2, "the two meet");
  assertEquals(here.pairs(), [[ada, ben].toSorted()]);
});

Deno.test("what kept two apart is forgotten with the call of one of them", async () => {
  await using here = await openProcess();
  const { store, clock, queue } = here;
  const [ada, ben, cleo] = people(3);
  const done = await store.transact((write) =>
    addBlock(store, write, {
      ...{ blocker: ada, blocked: ben, byReport: false, now: clock.now() },
    })
  );
  assert(done.ok);
  for (const one of [ada, ben, cleo]) await here.join(one);
  await settled(() => here.told.length === 2, "one of them meets the third");
  const met = here.pairs()[0];
  const [back] = [ada, ben].filter((one) => met.includes(one));
  assert(await unblock(store, [ada, ben]));
  // The other waits all the time: only the call ends what is remembered.
  const [{ callId }] = here.told.filter((one) => one.kind === "matched");
  await queue.finish(callId, null);
  here.told.length = 0;
  await here.join(back);
  await settled(() => here.told.length === 2, "the two meet");
  assertEquals(here.pairs(), [[ada, ben].toSorted()]);
});

Deno.test("a hundred who come through a pause, a fault and a leaving are paired once each", async () => {
  await using here = await openProcess();
  const crowd = people(100);
  const [leaving, staying] = [crowd.slice(0, 20), crowd.slice(20)];
  here.media.up = false;
  await Promise.all(crowd.map((one) => here.join(one)));
  await Promise.all(leaving.map((one) => here.queue.leave(one)));
  await settled(() => here.queue.matcher.waiting >= 80, "they wait again");
  here.media.up = true;
  for (let n = 0; n < 8 && here.told.length < 80; n++) {
    await here.scheduler.pass(2_000);
    for (let n = 0; n < 10; n++) await turn();
  }
  const paired = here.pairs().flat();
  assertEquals(paired.toSorted(), [...staying].toSorted());
  const open = await here.store.list(calls, "open", { limit: 99 });
  assertEquals(open.items.length, 40);
});

Deno.test("after a stop nobody is paired, and no entry is lost", async () => {
  const clock = new TestClock();
  const scheduler = new TestScheduler(clock);
  const store = await openStore({ at: ":memory:", clock });
  const here = new Process(store, clock, scheduler, new MediaBooks());
  await here.queue.start();
  const [ada, ben] = people(2);
  await here.join(ada);
  await here.queue.stop();
  await here.join(ben);
  for (let n = 0; n < 20; n++) await turn();
  assertEquals([here.told, scheduler.size], [[], 0]);
  const entries = await store.all(queueEntries, { limit: 9 });
  assertEquals(entries.items.length, 2);
  await store.close();
});

Deno.test({
  name: "who comes through a process that follows is paired by the leader",
  ...shared,
  async fn() {
    await using cluster = await openProcesses(2);
    const [leader, follower] = cluster.processes;
    assertEquals(
      [leader.queue.matcher.leading, follower.queue.matcher.leading],
      [
        true,
        false,
      ],
    );
    assertEquals(follower.queue.matcher.leader, leader.self);
    const [ada, ben] = people(2);
    await leader.join(ada);
    await follower.join(ben);
    await settled(
      () => leader.told.length + follower.told.length === 2,
      "each is told by their own process",
    );
    assertEquals(leader.told.map(({ accountId }) => accountId), [ada]);
    assertEquals(follower.told.map(({ accountId }) => accountId), [ben]);
    assertEquals(follower.queue.matcher.waiting, 0);
  },
});

Deno.test({
  name: "who leads no more pairs nobody, and who leads now knows who waits",
  ...shared,
  async fn() {
    await using cluster = await openProcesses(2);
    const [before, after] = cluster.processes;
    const ada = newAccountId();
    await before.join(ada);
    await settled(() => before.queue.matcher.waiting === 1, "she is noted");
    cluster.clock.pass(LEASE);
    await after.queue.matcher.tick();
    // The entry of a process that was silent for too long is nobody's.
    assertEquals([after.queue.matcher.leading, after.queue.matcher.waiting], [
      true,
      0,
    ]);
    await before.queue.matcher.tick();
    assertEquals(
      [before.queue.matcher.leading, before.queue.matcher.waiting],
      [false, 0],
    );
    assertEquals(before.queue.matcher.leader, after.self);
  },
});

Deno.test({
  name: "a stop in the middle of a tick lets go of the lease all the same",
  ...shared,
  async fn() {
    await using cluster = await openProcesses(2);
    const [leader, follower] = cluster.processes;
    for (let round = 0; round < 10; round++) {
      const matcher = leader.queue.matcher;
      const ticking = matcher.tick();
      for (let n = 0; n < round; n++) await Promise.resolve();
      await matcher.stop();
      await ticking;
      assertEquals(matcher.leading, false);
      assertEquals(await leaderOf(leader, MATCHER), null);
      await matcher.tick();
    }
    await leader.queue.stop();
    await follower.queue.matcher.tick();
    assertEquals(follower.queue.matcher.leading, true);
  },
});

Deno.test("the store going away ends the leading, and coming back begins it", async () => {
  await using here = await openProcess();
  const { matcher } = here.queue;
  assert(matcher.latency !== null);
  const answers = here.store.get;
  here.store.get = () => Promise.reject(new Error("Cannot read"));
  await matcher.tick();
  assertEquals([matcher.leading, matcher.leader, matcher.latency], [
    false,
    null,
    null,
  ]);
  here.store.get = answers;
  await matcher.tick();
  assertEquals([matcher.leading, matcher.leader], [true, here.self]);
});

Deno.test("an arrival that cannot be noted is told as ours, without a name", async () => {
  await using cluster = await openProcesses(1);
  const [here] = cluster.processes;
  here.queue.matcher.arrived = () => Promise.reject(new Error("Cannot read"));
  const ada = newAccountId();
  const sender = new Process(
    here.store,
    cluster.clock,
    cluster.scheduler,
    cluster.media,
  );
  await sender.queue.matcher.tick();
  assertEquals(sender.queue.matcher.leader, here.self);
  await sender.join(ada);
  await settled(() => here.faults.length > 0, "the fault is told");
  assertEquals(here.faults, ["note an arrival"]);
});
