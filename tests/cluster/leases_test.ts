import { assert, assertEquals } from "@std/assert";
import {
  acquireLease,
  leaderOf,
  LEASE,
  releaseLease,
} from "../../lib/cluster/mod.ts";
import { instances, leases } from "../../lib/cluster/records.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { openCluster } from "../helpers/cluster.ts";

Deno.test("a lease is held by one, renewed by it, and free when it lapses", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  assert(await acquireLease(deps, "x", one));
  assertEquals(await acquireLease(deps, "x", other), null);
  clock.pass(LEASE - 1);
  assert(await acquireLease(deps, "x", one));
  clock.pass(LEASE - 1);
  assertEquals(await acquireLease(deps, "x", other), null);
  clock.pass(1);
  assert(await acquireLease(deps, "x", other));
  assertEquals(await acquireLease(deps, "x", one), null);
});

Deno.test("leases of two names know nothing of each other", async () => {
  using cluster = await openCluster();
  const { deps, one, other } = cluster;
  assert(await acquireLease(deps, "x", one));
  assert(await acquireLease(deps, "y", other));
  assertEquals(await leaderOf(deps, "x"), one);
  assertEquals(await leaderOf(deps, "y"), other);
});

Deno.test("of two who reach for a free lease, one gets it", async () => {
  using cluster = await openCluster();
  const { deps, one, other } = cluster;
  for (let round = 0; round < 50; round++) {
    const held = await Promise.all([
      acquireLease(deps, `x${round}`, one),
      acquireLease(deps, `x${round}`, other),
    ]);
    assertEquals(held.filter(Boolean).length, 1);
  }
});

Deno.test("nobody leads before the first, nor after a lease has lapsed", async () => {
  using cluster = await openCluster();
  const { clock, deps, one } = cluster;
  assertEquals(await leaderOf(deps, "x"), null);
  await acquireLease(deps, "x", one);
  clock.pass(LEASE - 1);
  assertEquals(await leaderOf(deps, "x"), one);
  clock.pass(1);
  assertEquals(await leaderOf(deps, "x"), null);
});

Deno.test("who lets go is followed at once", async () => {
  using cluster = await openCluster();
  const { deps, one, other } = cluster;
  const held = (await acquireLease(deps, "x", one))!;
  assert(await releaseLease(deps.store, held));
  assertEquals(await leaderOf(deps, "x"), null);
  assert(await acquireLease(deps, "x", other));
});

Deno.test("who lost a lease cannot let go of the next leader's", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  const stale = (await acquireLease(deps, "x", one))!;
  clock.pass(LEASE);
  await acquireLease(deps, "x", other);
  assertEquals(await releaseLease(deps.store, stale), false);
  assertEquals(await leaderOf(deps, "x"), other);
});

Deno.test("a leader that lost its lease without noticing can write nothing", async () => {
  using cluster = await openCluster();
  const { clock, deps, one, other } = cluster;
  const stale = (await acquireLease(deps, "x", one))!;
  clock.pass(LEASE);
  const lease = (await acquireLease(deps, "x", other))!;
  const asLeader = (held: typeof lease, id: string) =>
    deps.store.write().unchanged(held)
      .create(instances, { id, until: clock.now() + 1 }).commit();
  assertEquals((await asLeader(stale, "a".repeat(26))).ok, false);
  assertEquals((await asLeader(lease, "b".repeat(26))).ok, true);
  const written = await deps.store.all(instances, { limit: 9 });
  assertEquals(written.items.map(({ value }) => value.id), ["b".repeat(26)]);
});

Deno.test("on a store of one process, what a dead one held is free at once", async () => {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const dead = { name: "x", owner: "d".repeat(26), until: clock.now() + LEASE };
  assert((await store.write().create(leases, dead).commit()).ok);
  const self = "s".repeat(26);
  assert(await acquireLease({ store, clock }, "x", self));
  assertEquals(await leaderOf({ store, clock }, "x"), self);
  await store.close();
});
