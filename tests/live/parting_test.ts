import { assert, assertEquals } from "@std/assert";
import { HOUR, SECOND } from "../../lib/kernel/mod.ts";
import { createAdmit, touchQueueEntry } from "../../lib/matching/mod.ts";
import { calls } from "../../lib/calls/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { addBlock, findStanding } from "../../lib/standing/mod.ts";
import { admitAll, NOTHING_AGAINST } from "../helpers/admission.ts";
import { openHubs, type TestHubs } from "../helpers/hubs.ts";
import { openStage, Visitor } from "../helpers/people.ts";
import { impose } from "../helpers/sanctions.ts";
import { settled, turn } from "../helpers/turns.ts";

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

/** Two processes; the first asks for what stands against somebody. */
async function open() {
  let cluster: TestHubs | null = null;
  const admit = createAdmit({
    ...NOTHING_AGAINST,
    suspended: async (accountId) => {
      const { stores: [store], clock } = cluster!;
      return (await findStanding(store, accountId, clock.now())).out === null;
    },
  });
  cluster = await openHubs(2, admit);
  return cluster;
}

const faultsOf = (visitor: Visitor) =>
  visitor.all("fault").map(({ reason }) => reason);

Deno.test({
  name:
    "M14: who is parted in a call is out at once, through whichever process holds the socket",
  ...shared,
  async fn() {
    await using cluster = await open();
    const [here, there] = cluster.hubs;
    const [store] = cluster.stores;
    const ada = await new Visitor().enter(there);
    const ben = await new Visitor().enter(there);
    await Promise.all([ada.find(), ben.find()]);
    await Promise.all([ada.until("matched"), ben.until("matched")]);
    const before = cluster.clock.now();
    await impose(store, ada.accountId);
    await here.part(ada.accountId);
    await Promise.all([ada.until("fault"), ben.until("ended")]);
    await settled(() => cluster.media.open.size === 0, "the room is closed");
    assert(cluster.clock.now() - before < 2 * SECOND);
    assertEquals(faultsOf(ada), ["sanctioned"]);
    // The other is told what they are told of anybody who leaves.
    assertEquals(ben.all("ended").map(({ by }) => by), ["they"]);
    assertEquals(faultsOf(ben), []);
    assertEquals(await store.get(queueEntries, [ada.accountId]), null);
    await ada.find();
    assertEquals(faultsOf(ada), ["sanctioned", "sanctioned"]);
    assertEquals(ada.all("matched").length, 1);
    assertEquals(cluster.faults, []);
  },
});

Deno.test({
  name: "A08: who is parted in the queue is met by nobody, and told why",
  ...shared,
  async fn() {
    await using cluster = await open();
    const [here, there] = cluster.hubs;
    const ada = await new Visitor().enter(there);
    await ada.find();
    await impose(cluster.stores[0], ada.accountId, {
      kind: "review",
      until: null,
    });
    await here.part(ada.accountId);
    await ada.until("fault");
    assertEquals(faultsOf(ada), ["sanctioned"]);
    const ben = await new Visitor().enter(here);
    await ben.find();
    await cluster.scheduler.pass(10 * SECOND);
    assertEquals([ada.all("matched"), ben.all("matched")], [[], []]);
    await ben.stop();
  },
});

Deno.test("who is parted while they are let in is out of the queue again", async () => {
  let parted = false;
  await using stage = await openStage(async (accountId) => {
    const admitted = await admitAll(accountId);
    if (parted) {
      // Between the proof and the queue: nobody looks for them afterwards.
      await impose(stage.store, accountId);
      await stage.liveHub.part(accountId);
    }
    return admitted;
  });
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ben.find();
  parted = true;
  await ada.find();
  await turn();
  assertEquals(ada.all("matched"), []);
  assertEquals(faultsOf(ada), ["sanctioned"]);
  assertEquals(await stage.store.get(queueEntries, [ada.accountId]), null);
  assertEquals(ben.all("matched"), []);
  await ben.stop();
});

Deno.test("who is parted by the process that has their socket is told as well", async () => {
  await using stage = await openStage();
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await ada.find();
  await ben.find();
  await Promise.all([ada.until("matched"), ben.until("matched")]);
  await impose(stage.store, ada.accountId);
  await stage.liveHub.part(ada.accountId);
  await Promise.all([ada.until("fault"), ben.until("ended")]);
  assertEquals(faultsOf(ada), ["sanctioned"]);
  assertEquals(stage.faults, []);
});

Deno.test("whoever is nowhere is parted without a word", async () => {
  await using stage = await openStage();
  const ada = await stage.enter();
  await stage.liveHub.part(ada.accountId);
  await turn();
  assertEquals(faultsOf(ada), []);
  assertEquals(stage.faults, []);
});

Deno.test("M12: whoever was parted meets people again when it ends, by the clock", async () => {
  const admit = createAdmit({
    ...NOTHING_AGAINST,
    suspended: async (accountId) => {
      const { store, clock } = stage;
      return (await findStanding(store, accountId, clock.now())).out === null;
    },
  });
  await using stage = await openStage(admit);
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  await impose(stage.store, ada.accountId);
  await ada.find();
  await ben.find();
  stage.clock.pass(HOUR - 1);
  await ada.find();
  assertEquals(faultsOf(ada), ["sanctioned", "sanctioned"]);
  stage.clock.pass(1);
  await ada.find();
  await Promise.all([ada.until("matched"), ben.until("matched")]);
});

Deno.test("M02: a block that comes while the two are matched lets the pair fail before either is told", async () => {
  await using stage = await openStage();
  const { store } = stage;
  const [ada, ben] = [await stage.enter(), await stage.enter()];
  const { openRoom } = stage.media;
  // The pair has been looked up by now, and is not written yet.
  stage.media.openRoom = async function (room) {
    stage.media.openRoom = openRoom;
    const block = { blocker: ada.accountId, blocked: ben.accountId };
    const now = stage.clock.now();
    const done = await store.transact(async (write) => {
      await addBlock(store, write, { ...block, byReport: false, now });
      await touchQueueEntry(store, write, ada.accountId);
    });
    assert(done.ok);
    await openRoom.call(this, room);
  };
  await ada.find();
  await ben.find();
  await settled(
    () => stage.media.opened === 1 && stage.media.open.size === 0,
    "the pair fails, and its room is closed",
  );
  await stage.scheduler.pass(30 * SECOND);
  assertEquals((await store.all(calls, { limit: 9 })).items, []);
  assertEquals([ada.all("matched"), ben.all("matched")], [[], []]);
  // Both wait still, and each meets the next.
  const cleo = await stage.enter();
  await cleo.find();
  await cleo.until("matched");
});
