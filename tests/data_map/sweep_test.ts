import { assert, assertEquals } from "@std/assert";
import { DAY, HOUR, MINUTE, newId } from "../../lib/kernel/mod.ts";
import { lamps, notes, pictures } from "../store/helpers/collections.ts";
import { note } from "../store/helpers/notes.ts";
import { ANN } from "./helpers/people.ts";
import { contents, Crash, crashing, withWorld } from "./helpers/world.ts";

const SECOND = 1000;

Deno.test("a record stays until its end and goes after it", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await store.write().create(notes, note(clock.now())).commit();
    clock.pass(10 * DAY - SECOND);
    await map.sweep({ dry: false });
    assertEquals((await store.all(notes, { limit: 5 })).items.length, 1);
    clock.pass(2 * SECOND);
    assertEquals((await store.all(notes, { limit: 5 })).items.length, 0);
    const { collections, complete } = await map.sweep({ dry: false });
    assertEquals(complete, true);
    assertEquals(collections.notes, { seen: 1, due: 1, removed: 1, held: 0 });
    assertEquals(await contents(store), new Map());
  });
});

Deno.test("a sweep is dry unless it is said", async () => {
  await withWorld(async ({ store, clock, map }) => {
    for (let n = 0; n < 30; n++) {
      await store.write().create(notes, note(clock.now())).commit();
    }
    clock.pass(10 * DAY);
    const before = await contents(store);
    const { dry, collections } = await map.sweep();
    assertEquals([dry, collections.notes.due, collections.notes.removed], [
      true,
      30,
      0,
    ]);
    assertEquals(await contents(store), before);
  });
});

Deno.test("a sweep with a limit goes on where the last one stopped", async () => {
  await withWorld(async ({ store, clock, map }) => {
    for (let n = 0; n < 25; n++) {
      await store.write().add(lamps, { room: "a", n, at: clock.now() })
        .add(notes, note(clock.now() + 20 * DAY)).commit();
    }
    clock.pass(MINUTE);
    let removed = 0;
    let runs = 0;
    for (let complete = false; !complete; runs++) {
      const result = await map.sweep({ dry: false, limit: 10 });
      complete = result.complete;
      removed += result.collections.lamps?.removed ?? 0;
    }
    assertEquals(removed, 25);
    assert(runs >= 5, `${runs} runs`);
    assertEquals((await store.all(notes, { limit: 50 })).items.length, 25);
  });
});

Deno.test("a hold wins over the sweep, also over KV's own expiry", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await store.write().create(notes, note(clock.now(), { author: ANN }))
      .create(pictures, {
        subjectId: ANN,
        bytes: new Uint8Array(130_000),
        at: clock.now(),
      }).commit();
    const until = clock.now() + 365 * DAY;
    const id = await map.hold(ANN, { reason: "an order", until });
    clock.pass(40 * DAY);
    const held = await map.sweep({ dry: false });
    assertEquals(held.collections.notes, {
      seen: 1,
      due: 0,
      removed: 0,
      held: 1,
    });
    assertEquals((await store.all(notes, { limit: 1 })).items, []);
    await map.release(ANN, id);
    const after = await map.sweep({ dry: false });
    assertEquals(after.collections.notes.removed, 1);
    assertEquals(await contents(store), new Map());
  });
});

Deno.test("a hold that is over is released by the sweep", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await store.write().create(notes, note(clock.now(), { author: ANN }))
      .commit();
    const until = clock.now() + 20 * DAY;
    await map.hold(ANN, { reason: "an order", until });
    clock.pass(20 * DAY - 1);
    await map.sweep({ dry: false });
    assert((await contents(store)).size > 0);
    clock.pass(1);
    await map.sweep({ dry: false });
    assertEquals(await contents(store), new Map());
  });
});

Deno.test("chunks that a crash left behind are swept", async () => {
  await withWorld(async ({ store, clock, map }) => {
    const dying = crashing(store, clock, 4);
    const picture = { bytes: new Uint8Array(2_000_000), at: clock.now() };
    try {
      await dying.write().create(pictures, { subjectId: newId(), ...picture })
        .commit();
      throw new Error("it did not crash");
    } catch (error) {
      assert(error instanceof Crash);
    }
    assert((await contents(store)).size > 10);
    assertEquals((await map.sweep({ dry: false })).orphans, 0);
    clock.pass(HOUR);
    assertEquals((await map.sweep({ dry: false })).orphans, 1);
    assertEquals(await contents(store), new Map());
  });
});
