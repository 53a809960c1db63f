import { assert, assertEquals } from "@std/assert";
import { type Call, calls, MediaUnavailable } from "../../lib/calls/mod.ts";
import {
  acquireLease,
  ProcessMailbox,
  type ProcessMessage,
  type StoredLease,
} from "../../lib/cluster/mod.ts";
import { type AccountId, newAccountId } from "../../lib/kernel/mod.ts";
import { makePairs, PAIRS_A_WRITE } from "../../lib/matching/pairs.ts";
import { joinQueue, leaveQueue } from "../../lib/matching/queue_entries.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import type { WaitingPair } from "../../lib/matching/waiting_list.ts";
import { MAX_CHECKS, StoreUnavailable } from "../../lib/store/mod.ts";
import { admissionOf } from "../helpers/admission.ts";
import { openCluster } from "../helpers/cluster.ts";
import { MediaBooks } from "../helpers/media.ts";

/** A media server that refuses the rooms whose turn is among these. */
class PatchyMedia extends MediaBooks {
  asked = 0;
  /** Rooms on their way at this moment, and the most there ever were. */
  atOnce = 0;
  most = 0;

  constructor(readonly refused: readonly number[] = []) {
    super();
  }

  override async openRoom(room: string): Promise<void> {
    const turn = this.asked++;
    this.atOnce++;
    this.most = Math.max(this.most, this.atOnce);
    await super.openRoom(room).finally(() => this.atOnce--);
    if (!this.refused.includes(turn)) return;
    this.open.delete(room);
    throw new MediaUnavailable("Cannot open this one");
  }
}

/** A leader on a shared store, and as many people who wait. */
async function openLeader(count: number, media = new PatchyMedia()) {
  const cluster = await openCluster();
  const { clock, deps: { store }, one: self } = cluster;
  const deps = { store, clock, media, self };
  const told: ProcessMessage[] = [];
  const mailbox = new ProcessMailbox(
    store,
    clock,
    self,
    (message) => told.push(message),
  );
  const lease = (await acquireLease(deps, "x", self))!;
  const people = Array.from({ length: count }, newAccountId);
  for (const accountId of people) {
    const joined = await joinQueue(deps, await admissionOf(accountId), null);
    assert(joined.ok);
  }
  const waiting = async (accountId: AccountId) => {
    const stored = (await store.get(queueEntries, [accountId]))!;
    return { ...stored.value, waitingSince: clock.now(), stored };
  };
  const pairs: WaitingPair[] = [];
  for (let n = 0; n < count; n += 2) {
    pairs.push([await waiting(people[n]), await waiting(people[n + 1])]);
  }
  return {
    ...{ store, deps, media, told, people, pairs, lease },
    make: (held: StoredLease | null = lease) =>
      makePairs(deps, mailbox, () => held, pairs),
    openCalls: async (): Promise<Call[]> =>
      (await store.list(calls, "open", { limit: 500 })).items
        .map(({ value }) => value),
    [Symbol.dispose]: () => cluster[Symbol.dispose](),
  };
}

const idsOf = (entries: readonly { value: { accountId: string } }[]) =>
  entries.map(({ value }) => value.accountId).toSorted();

Deno.test("more pairs than one write takes are all made, each as it was given", async () => {
  const count = 2 * MAX_CHECKS + 6;
  using leader = await openLeader(count);
  assertEquals(await leader.make(), []);
  const made = (await leader.openCalls()).map(({ a, b }) => `${a} ${b}`);
  const given = leader.pairs.map(([one, other]) =>
    `${one.accountId} ${other.accountId}`
  );
  assertEquals(made.toSorted(), given.toSorted());
  assertEquals(leader.told.length, count);
  assertEquals(leader.media.open.size, count / 2);
});

Deno.test("as many pairs as one write takes are made by one write", async () => {
  using leader = await openLeader(2 * PAIRS_A_WRITE);
  const write = leader.store.write.bind(leader.store);
  let writes = 0;
  leader.store.write = () => {
    writes++;
    return write();
  };
  assertEquals(await leader.make(), []);
  assertEquals((await leader.openCalls()).length, PAIRS_A_WRITE);
  assertEquals(writes, 1);
});

Deno.test("both entries of a pair name their call, and wait no more", async () => {
  using leader = await openLeader(2);
  await leader.make();
  const [call] = await leader.openCalls();
  for (const accountId of leader.people) {
    const entry = await leader.store.get(queueEntries, [accountId]);
    assertEquals([entry!.value.call, entry!.value.waitingSince], [
      call.id,
      null,
    ]);
  }
  assertEquals(
    leader.told,
    [call.a!, call.b!].map((accountId) => ({
      ...{ kind: "matched" as const, accountId, callId: call.id },
    })),
  );
});

Deno.test("of three pairs the one whose partner left comes to nothing alone", async () => {
  using leader = await openLeader(6);
  const [, , ada, ben] = leader.people;
  assertEquals(await leaveQueue(leader.deps, ben), true);
  const back = await leader.make();
  assertEquals(idsOf(back), [ada]);
  assertEquals((await leader.openCalls()).length, 2);
  assertEquals(leader.media.open.size, 2, "its room is closed");
  assertEquals(
    leader.told.some(({ accountId }) => [ada, ben].includes(accountId)),
    false,
  );
});

Deno.test("who is back can be paired at once with the entry that was answered", async () => {
  using leader = await openLeader(4);
  const [ada, ben, cleo] = leader.people;
  assertEquals(await leaveQueue(leader.deps, ben), true);
  const entry = (await leader.store.get(queueEntries, [cleo]))!;
  const touched = leader.store.write().replace(entry, entry.value);
  assert((await touched.commit()).ok);
  const back = await leader.make();
  const expected = [ada, cleo, leader.people[3]].toSorted();
  assertEquals(idsOf(back), expected);
  leader.pairs.length = 0;
  const [one, other] = back.map((stored) => ({
    ...{ ...stored.value, waitingSince: stored.value.waitingSince!, stored },
  }));
  leader.pairs.push([one, other]);
  assertEquals(await leader.make(), []);
});

Deno.test("pairs without a room are back, the others are not kept waiting", async () => {
  using leader = await openLeader(6, new PatchyMedia([1]));
  const back = await leader.make();
  assertEquals(idsOf(back), leader.people.slice(2, 4).toSorted());
  assertEquals((await leader.openCalls()).length, 2);
});

Deno.test("with no media at all everybody is back, and nothing was written", async () => {
  using leader = await openLeader(8);
  leader.media.up = false;
  const back = await leader.make();
  assertEquals(idsOf(back), leader.people.toSorted());
  assertEquals([await leader.openCalls(), leader.told], [[], []]);
  for (const { version, value } of back) {
    const now = await leader.store.get(queueEntries, [value.accountId]);
    assertEquals(now?.version, version);
  }
});

Deno.test("who leads no more makes no pair, and leaves no room behind", async () => {
  using leader = await openLeader(4);
  const back = await leader.make(null);
  assertEquals(idsOf(back), leader.people.toSorted());
  assertEquals([leader.told, leader.media.open.size], [[], 0]);
});

Deno.test("the media server is never asked for more than eight groups at once", async () => {
  const aWrite = Math.floor((MAX_CHECKS - 1) / 2);
  using leader = await openLeader(2 * aWrite * 10);
  assertEquals(await leader.make(), []);
  assert(leader.media.most > aWrite, "groups overlap");
  assert(leader.media.most <= 8 * aWrite, String(leader.media.most));
});

Deno.test("a store that does not answer makes no pair, and throws nothing", async () => {
  using leader = await openLeader(4);
  const away = () => Promise.reject(new StoreUnavailable("Cannot reach it"));
  const { store } = leader;
  const [write, getMany] = [store.write, store.getMany];
  store.write = () => Object.assign(write.call(store), { commit: away });
  store.getMany = away as typeof getMany;
  assertEquals(await leader.make(), []);
  assertEquals([leader.told, leader.media.open.size], [[], 0]);
  store.write = write;
  store.getMany = getMany;
  assertEquals(await leader.openCalls(), []);
});

Deno.test("nobody to pair asks nobody for anything", async () => {
  using leader = await openLeader(0);
  assertEquals(await leader.make(), []);
  assertEquals(leader.media.asked, 0);
});
