import { assertEquals } from "@std/assert";
import { isLive, leaderOf, Leadership, LEASE } from "../../lib/cluster/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { openCluster, type TestCluster } from "../helpers/cluster.ts";

function two({ deps, one, other }: TestCluster): [Leadership, Leadership] {
  return [
    new Leadership(deps, "x", one),
    new Leadership(deps, "x", other),
  ];
}

Deno.test("the first to ask leads, and the other knows who does", async () => {
  using cluster = await openCluster();
  const [first, second] = two(cluster);
  assertEquals([first.leader, second.leader], [null, null]);
  assertEquals([await first.renew(), await second.renew()], [true, false]);
  assertEquals([first.leader, second.leader], [cluster.one, cluster.one]);
  assertEquals([first.lease?.value.owner, second.lease], [cluster.one, null]);
});

Deno.test("each renewal is a heartbeat, of who follows too", async () => {
  using cluster = await openCluster();
  const [first, second] = two(cluster);
  await first.renew();
  await second.renew();
  assertEquals(await isLive(cluster.deps, cluster.other), true);
});

Deno.test("who follows leads once the leader is silent for too long", async () => {
  using cluster = await openCluster();
  const [first, second] = two(cluster);
  await first.renew();
  cluster.clock.pass(LEASE);
  assertEquals(await second.renew(), true);
  assertEquals(await first.renew(), false);
  assertEquals(first.leader, cluster.other);
});

Deno.test("who lets go is followed at once, and leads no more", async () => {
  using cluster = await openCluster();
  const [first, second] = two(cluster);
  await first.renew();
  await first.release();
  assertEquals([first.leading, first.lease], [false, null]);
  assertEquals(await second.renew(), true);
});

Deno.test("letting go without a lease ends nobody's", async () => {
  using cluster = await openCluster();
  const [first, second] = two(cluster);
  await first.renew();
  await second.renew();
  await second.release();
  assertEquals(await leaderOf(cluster.deps, "x"), cluster.one);
});

Deno.test("without the store there is no leading and no known leader", async () => {
  using cluster = await openCluster();
  const [first] = two(cluster);
  await first.renew();
  first.forget();
  assertEquals([first.leading, first.leader, first.lease], [false, null, null]);
});

Deno.test("alone on a store, nobody says that they are alive", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const self = "s".repeat(26);
  const leadership = new Leadership({ store, clock }, "x", self);
  assertEquals(await leadership.renew(), true);
  assertEquals(await isLive({ store, clock }, self), false);
  await store.close();
});
