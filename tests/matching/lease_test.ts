import { assert, assertEquals } from "@std/assert";
import { calls } from "../../lib/calls/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { holdLease, LEASE } from "../../lib/matching/lease.ts";
import { makePairs } from "../../lib/matching/pairs.ts";
import { ProcessMailbox } from "../../lib/matching/mod.ts";
import { joinQueue } from "../../lib/matching/queue_entries.ts";
import { shareStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { MediaBooks } from "../helpers/media.ts";

async function twoProcesses() {
  const kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const store = shareStore(kv, clock);
  const media = new MediaBooks();
  const deps = () => ({ store, clock, media, self: newId() });
  return { kv, clock, media, store, one: deps(), other: deps() };
}

Deno.test("a lease is held by one, renewed by it, and free when it lapses", async () => {
  const { kv, clock, one, other } = await twoProcesses();
  assert(await holdLease(one, "x", one.self));
  assertEquals(await holdLease(other, "x", other.self), null);
  clock.pass(LEASE - 1);
  assert(await holdLease(one, "x", one.self));
  clock.pass(LEASE - 1);
  assertEquals(await holdLease(other, "x", other.self), null);
  clock.pass(1);
  assert(await holdLease(other, "x", other.self));
  assertEquals(await holdLease(one, "x", one.self), null);
  kv.close();
});

Deno.test("of two who reach for a free lease, one gets it", async () => {
  const { kv, one, other } = await twoProcesses();
  for (let round = 0; round < 50; round++) {
    const held = await Promise.all([
      holdLease(one, `x${round}`, one.self),
      holdLease(other, `x${round}`, other.self),
    ]);
    assertEquals(held.filter(Boolean).length, 1);
  }
  kv.close();
});

Deno.test("a leader that lost its lease without noticing can write nothing", async () => {
  const { kv, clock, media, store, one, other } = await twoProcesses();
  const stale = (await holdLease(one, "x", one.self))!;
  const seekers = [];
  for (const accountId of [newId(), newId()]) {
    const taken = await joinQueue(one, accountId, null, () => {});
    assert(taken.ok);
    seekers.push({
      accountId,
      waitingSince: clock.now(),
      lastCall: null,
      stored: taken.value,
    });
  }
  clock.pass(LEASE);
  const lease = (await holdLease(other, "x", other.self))!;
  const told: unknown[] = [];
  const post = new ProcessMailbox(
    store,
    clock,
    one.self,
    (line) => told.push(line),
  );
  const pair = [seekers[0], seekers[1]] as const;
  const back = await makePairs(one, post, () => stale, [pair]);
  assertEquals(back.length, 2);
  assertEquals([told, [...media.open]], [[], []]);
  assertEquals((await store.all(calls, { limit: 9 })).items, []);
  assertEquals(await makePairs(one, post, () => lease, [pair]), []);
  assertEquals(told.length, 2);
  kv.close();
});
