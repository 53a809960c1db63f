import { assert, assertEquals, assertRejects } from "@std/assert";
import { rawWrites } from "../../lib/store/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { entry, ruling, rulings, trail } from "../store/helpers/audited.ts";
import type { Store } from "../../lib/store/mod.ts";
import { RawStore } from "../../lib/store/mod.ts";
import { contents, withWorld, worldCollections } from "./helpers/world.ts";
import { ANN } from "./helpers/people.ts";

const collections = [rulings, trail, ...worldCollections];

async function rule(store: Store, at: number) {
  const value = ruling(at);
  const write = store.write().add(rulings, value)
    .audit(trail, entry("ruled", at));
  assert((await write.commit()).ok);
  return value;
}

Deno.test("the sweep ends audited records and entries at their end", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await rule(store, clock.now());
    clock.pass(11 * DAY);
    const first = await map.sweep({ dry: false });
    assertEquals(first.collections.rulings.removed, 1);
    assertEquals(first.collections.trail.removed, 0);
    clock.pass(30 * DAY);
    const second = await map.sweep({ dry: false });
    assertEquals(second.collections.trail.removed, 1);
    assertEquals(await contents(store), new Map());
  }, collections);
});

Deno.test("an erasure removes audited records and leaves the entries", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await rule(store, clock.now());
    const { state, tallies } = await map.erase(ANN);
    assertEquals([state, tallies.rulings.deleted], ["done", 1]);
    assertEquals((await Array.fromAsync(store.each(trail))).length, 1);
  }, collections);
});

Deno.test("a hold comes and goes on an audited record", async () => {
  await withWorld(async ({ store, clock, map }) => {
    const { id } = await rule(store, clock.now());
    const until = clock.now() + DAY;
    const hold = await map.hold(ANN, { reason: "an order", until });
    assertEquals((await map.erase(ANN)).state, "held");
    assertEquals(await store.get(rulings, [id]), null);
    await map.release(ANN, hold);
    assertEquals((await map.erase(ANN)).state, "done");
  }, collections);
});

Deno.test("a person corrects no audited record alone", async () => {
  await withWorld(async ({ store, clock, map }) => {
    const { id } = await rule(store, clock.now());
    const done = await map.rectify(ANN, {
      collection: "rulings",
      key: [id],
      changes: { text: "praised" },
    });
    assertEquals(done.ok, false);
    assertEquals((await store.get(rulings, [id]))?.value.text, "warned");
  }, collections);
});

Deno.test("what the data map does to an audited record needs its reason", async () => {
  await withWorld(async ({ store, clock }) => {
    const { id } = await rule(store, clock.now());
    const rawStore = new RawStore(store, collections);
    const record = (await rawStore.record(rulings, [id]))!;
    const ways = [
      (write = store.write()) => (rawWrites.discard(write, record), write),
      (write = store.write()) => (rawWrites.hold(write, record), write),
      (write = store.write()) => (rawWrites.quarantine(write, record), write),
      (write = store.write()) => (rawWrites.cap(write, record, 1), write),
    ];
    const before = await contents(store);
    for (const way of ways) {
      await assertRejects(() => way().commit(), TypeError, "no entry");
    }
    assertEquals(await contents(store), before);
    const write = ways[0]();
    rawWrites.exempt(write, "retention");
    assert((await write.commit()).ok);
  }, collections);
});
