import { assert, assertEquals } from "@std/assert";
import { queueEntries } from "../../lib/matching/records.ts";
import { openHubs } from "../helpers/hubs.ts";
import { Visitor } from "../helpers/people.ts";
import { settled } from "../helpers/turns.ts";

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  name: "people of two processes are paired across them, nobody twice",
  ...shared,
  async fn() {
    await using cluster = await openHubs(2);
    assertEquals(
      cluster.hubs.filter((liveHub) => liveHub.matcher.leading).length,
      1,
    );
    const crowd = await Promise.all(
      Array.from(
        { length: 100 },
        (_, n) => new Visitor().enter(cluster.hubs[n % 2]),
      ),
    );
    await Promise.all(crowd.map((visitor) => visitor.find()));
    await settled(
      () => crowd.every((visitor) => visitor.call !== undefined),
      "everybody is in a call",
      20_000,
    );
    const sizes = new Map<string, number>();
    for (const visitor of crowd) {
      assertEquals(visitor.all("matched").length, 1);
      sizes.set(visitor.call!.call, (sizes.get(visitor.call!.call) ?? 0) + 1);
    }
    assertEquals([...new Set(sizes.values())], [2]);
    assertEquals(cluster.faults, []);
  },
});

Deno.test({
  name: "leaving reaches the other in another process",
  ...shared,
  async fn() {
    await using cluster = await openHubs(2);
    const ada = await new Visitor().enter(cluster.hubs[0]);
    const ben = await new Visitor().enter(cluster.hubs[1]);
    await Promise.all([ada.find(), ben.find()]);
    await Promise.all([ada.until("matched"), ben.until("matched")]);
    await cluster.hubs[1].exit(ben.connection);
    await ada.until("ended");
    assertEquals(ada.all("ended")[0].by, "they");
    await settled(() => cluster.media.open.size === 0, "the room is closed");
  },
});

Deno.test({
  name: "another process leads when the leader lets go",
  ...shared,
  async fn() {
    await using cluster = await openHubs(2);
    const leader = cluster.hubs.findIndex((liveHub) => liveHub.matcher.leading);
    const other = cluster.hubs[1 - leader];
    await cluster.hubs[leader].stop();
    // The next look at the lease.
    await cluster.scheduler.pass(2_000);
    const ada = await new Visitor().enter(other);
    const ben = await new Visitor().enter(other);
    await Promise.all([ada.find(), ben.find()]);
    await Promise.all([ada.until("matched"), ben.until("matched")]);
    assert(other.matcher.leading);
  },
});

Deno.test({
  name: "who waited in a process that died is not matched",
  ...shared,
  async fn() {
    await using cluster = await openHubs(1);
    const dead = "0".repeat(26);
    const ghost = new Visitor();
    const now = cluster.clock.now();
    await cluster.stores[0].write().create(queueEntries, {
      accountId: ghost.accountId,
      instance: dead,
      askedAt: now,
      waitingSince: now,
      call: null,
      lastCall: null,
    }).commit();
    const ada = await new Visitor().enter(cluster.hubs[0]);
    await ada.find();
    await cluster.scheduler.pass(2_000);
    assertEquals(
      await cluster.stores[0].get(queueEntries, [ghost.accountId]),
      null,
    );
    assertEquals(ada.call, undefined);
    const back = await new Visitor().enter(cluster.hubs[0], ghost.accountId);
    await back.find();
    await Promise.all([ada.until("matched"), back.until("matched")]);
  },
});

Deno.test({
  name: "who searches is put in line again when their entry was taken away",
  ...shared,
  async fn() {
    await using cluster = await openHubs(1);
    const ada = await new Visitor().enter(cluster.hubs[0]);
    await ada.find();
    const [store] = cluster.stores;
    const queueEntry = await store.get(queueEntries, [ada.accountId]);
    assert((await store.write().remove(queueEntry!).commit()).ok);
    await cluster.hubs[0].rejoin();
    const ben = await new Visitor().enter(cluster.hubs[0]);
    await ben.find();
    await Promise.all([ada.until("matched"), ben.until("matched")]);
  },
});
