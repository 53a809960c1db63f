import { assert, assertEquals } from "@std/assert";
import { LiveHub } from "../../lib/live/mod.ts";
import { shareStore, type Store } from "../../lib/store/mod.ts";
import { queueEntries } from "../../lib/matching/records.ts";
import { MovedClock } from "../helpers/site.ts";
import { MediaBooks } from "../helpers/media.ts";
import { Visitor } from "../helpers/people.ts";
import { eventually } from "../helpers/processes.ts";

interface Town {
  clock: MovedClock;
  media: MediaBooks;
  stores: Store[];
  floors: LiveHub[];
  faults: unknown[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** Several processes on one store, as far as a floor can tell. */
async function openTown(count: number): Promise<Town> {
  const kv = await Deno.openKv(":memory:");
  const clock = new MovedClock();
  const media = new MediaBooks();
  const faults: unknown[] = [];
  const stores = Array.from({ length: count }, () => shareStore(kv, clock));
  const floors = stores.map((store) =>
    new LiveHub({
      store,
      clock,
      media,
      onFault: (what, error) => faults.push([what, error]),
    })
  );
  for (const liveHub of floors) await liveHub.start();
  return {
    clock,
    media,
    stores,
    floors,
    faults,
    async [Symbol.asyncDispose]() {
      for (const liveHub of floors) await liveHub.stop();
      for (const store of stores) await store.close().catch(() => {});
    },
  };
}

/** Watches end with the handle; what they leave open is not a leak of ours. */
const shared = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  name: "people of two processes are paired across them, nobody twice",
  ...shared,
  async fn() {
    await using town = await openTown(2);
    assertEquals(
      town.floors.filter((liveHub) => liveHub.matcher.leading).length,
      1,
    );
    const crowd = await Promise.all(
      Array.from(
        { length: 100 },
        (_, n) => new Visitor().enter(town.floors[n % 2]),
      ),
    );
    await Promise.all(crowd.map((visitor) => visitor.find()));
    await eventually(
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
    assertEquals(town.faults, []);
  },
});

Deno.test({
  name: "leaving reaches the other in another process",
  ...shared,
  async fn() {
    await using town = await openTown(2);
    const ada = await new Visitor().enter(town.floors[0]);
    const ben = await new Visitor().enter(town.floors[1]);
    await Promise.all([ada.find(), ben.find()]);
    await Promise.all([ada.until("matched"), ben.until("matched")]);
    await town.floors[1].exit(ben.connection);
    await ada.until("ended");
    assertEquals(ada.all("ended")[0].by, "they");
    await eventually(() => town.media.open.size === 0, "the room is closed");
  },
});

Deno.test({
  name: "another process leads when the leader lets go",
  ...shared,
  async fn() {
    await using town = await openTown(2);
    const leader = town.floors.findIndex((liveHub) => liveHub.matcher.leading);
    const other = town.floors[1 - leader];
    await town.floors[leader].stop();
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
    await using town = await openTown(1);
    const dead = "0".repeat(26);
    const ghost = new Visitor();
    const now = town.clock.now();
    await town.stores[0].write().create(queueEntries, {
      accountId: ghost.accountId,
      instance: dead,
      askedAt: now,
      waitingSince: now,
      call: null,
      lastCall: null,
    }).commit();
    const ada = await new Visitor().enter(town.floors[0]);
    await ada.find();
    await eventually(
      async () =>
        await town.stores[0].get(queueEntries, [ghost.accountId]) === null,
      "the ticket of the dead process is gone",
    );
    assertEquals(ada.call, undefined);
    const back = await new Visitor().enter(town.floors[0], ghost.accountId);
    await back.find();
    await Promise.all([ada.until("matched"), back.until("matched")]);
  },
});

Deno.test({
  name: "who searches is put in line again when their ticket was taken away",
  ...shared,
  async fn() {
    await using town = await openTown(1);
    const ada = await new Visitor().enter(town.floors[0]);
    await ada.find();
    const [store] = town.stores;
    const queueEntry = await store.get(queueEntries, [ada.accountId]);
    assert((await store.write().remove(queueEntry!).commit()).ok);
    await town.floors[0].rejoin();
    const ben = await new Visitor().enter(town.floors[0]);
    await ben.find();
    await Promise.all([ada.until("matched"), ben.until("matched")]);
  },
});
