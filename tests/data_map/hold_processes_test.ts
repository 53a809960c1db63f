import { assert, assertEquals, assertRejects } from "@std/assert";
import { createDataMap, type DataMap } from "../../lib/data_map/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { HELD, KV_CLIENT } from "../../lib/store/inside.ts";
import { shareStore, type Store } from "../../lib/store/mod.ts";
import type { TestClock } from "../helpers/clock.ts";
import { eventually } from "../helpers/processes.ts";
import { onEveryBackend, type Opened } from "../store/helpers/backends.ts";
import { notes, pictures } from "../store/helpers/collections.ts";
import { note } from "../store/helpers/notes.ts";
import { Ends } from "./helpers/ends.ts";
import { ANN, BOB } from "./helpers/people.ts";
import { Crash, crashing, worldCollections } from "./helpers/world.ts";

/** Two processes on one store, and what both tell KV. */
interface Two {
  here: { store: Store; map: DataMap };
  there: { store: Store; map: DataMap };
  ends: Ends;
  clock: TestClock;
}

function withTwo(name: string, work: (two: Two) => Promise<void>): void {
  onEveryBackend(name, async ({ store, clock, at }: Opened) => {
    const ends = new Ends();
    const shared = store[KV_CLIENT].kv;
    const kv = at.startsWith("http") ? await Deno.openKv(at) : shared;
    const stores: Store[] = [];
    const open = (kv: Deno.Kv) => {
      const store = shareStore(ends.of(kv), clock);
      stores.push(store);
      const collections = worldCollections;
      const dataFolder = null;
      return {
        store,
        map: createDataMap({ store, clock, dataFolder, collections }),
      };
    };
    try {
      await work({ here: open(shared), there: open(kv), ends, clock });
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      if (kv !== shared) kv.close();
    }
  });
}

function order(clock: TestClock) {
  return { reason: "an order", until: clock.now() + 365 * DAY };
}

withTwo(
  "the first write after a hold in another process has no end in KV",
  async ({ here, there, ends, clock }) => {
    const write = (author: string) =>
      there.store.write().add(notes, note(clock.now(), { author })).commit();
    assert((await write(BOB)).ok);
    assertEquals(ends.ending(["s", BOB]).length, 1);
    await here.map.hold(ANN, order(clock));
    assert((await write(ANN)).ok);
    assertEquals(ends.count(["s", ANN]) > 1, true);
    assertEquals(ends.ending(["s", ANN]), []);
    assertEquals(ends.ending(["r", "notes"]).length, 1, "only Bob's");
  },
);

withTwo(
  "a write that was begun before the hold has no end in KV either",
  async ({ here, there, ends, clock }) => {
    const known = note(clock.now(), { author: BOB });
    assert((await there.store.write().add(notes, known).commit()).ok);
    const image = new Uint8Array(700_000).fill(7);
    const begun = there.store.write()
      .add(notes, note(clock.now(), { author: ANN }))
      .add(pictures, { subjectId: ANN, bytes: image, at: clock.now() });
    await here.map.hold(ANN, order(clock));
    assert((await begun.commit()).ok);
    assertEquals(ends.ending(["s", ANN]), []);
    assertEquals(ends.ending(["r", "pictures"]), []);
    assert(ends.count(["p"]) >= 12, "the picture lies in chunks");
    assertEquals(ends.ending(["p"]), []);
  },
);

withTwo(
  "no write slips through while a hold is being placed",
  async ({ here, there, ends, clock }) => {
    const write = async (n: number) => {
      const { store } = n % 2 === 0 ? here : there;
      const value = note(clock.now(), { author: ANN, about: BOB });
      const done = await store.transact((write) => {
        write.add(notes, value);
      }, 20);
      assert(done.ok);
    };
    await write(0);
    await write(1);
    const writes = Array.from({ length: 60 }, (_, n) => write(n));
    const id = await here.map.hold(ANN, order(clock));
    await Promise.all(writes);
    assert(ends.count(["r", "notes"]) === 62);
    assertEquals(ends.ending(["r", "notes"]), []);
    assertEquals(ends.ending(["s"]), []);
    assertEquals(ends.ending(["i"]), []);
    await there.map.release(ANN, id);
    assertEquals(ends.ending(["r", "notes"]).length, 62);
  },
);

withTwo(
  "a sweep and an erasure in another process respect a hold at once",
  async ({ here, there, clock }) => {
    const kept = note(clock.now(), { author: ANN });
    assert((await there.store.write().add(notes, kept).commit()).ok);
    assertEquals((await there.map.sweep()).collections.notes.due, 0);
    clock.pass(11 * DAY);
    await here.map.hold(ANN, order(clock));
    const swept = await there.map.sweep({ dry: false });
    const { due, removed, held } = swept.collections.notes;
    assertEquals([due, removed, held], [0, 0, 1]);
    assertEquals((await there.map.erase(ANN)).state, "held");
  },
);

withTwo(
  "a hold is known to every process within a second, and its end too",
  async ({ here, there, clock }) => {
    const stop = there.store.followHolds();
    await there.store[HELD].ready();
    const knows = (id: string) => there.store[HELD].has(id);
    const id = await here.map.hold(ANN, order(clock));
    await eventually(() => knows(ANN), "the hold is known", 1000);
    assertEquals(knows(BOB), false);
    await here.map.release(ANN, id);
    await eventually(() => !knows(ANN), "its end is known", 1000);
    stop();
  },
);

withTwo(
  "a record stays kept while one of its people is held",
  async ({ here, there, ends, clock }) => {
    const both = note(clock.now(), { author: ANN, about: BOB });
    assert((await here.store.write().add(notes, both).commit()).ok);
    const first = await here.map.hold(ANN, order(clock));
    const second = await there.map.hold(BOB, order(clock));
    await there.map.release(ANN, first);
    assertEquals(ends.ending(["r", "notes"]), []);
    await here.map.release(BOB, second);
    assertEquals(ends.ending(["r", "notes"]).length, 1);
  },
);

withTwo(
  "a hold whose process died while placing it is finished at the next start",
  async ({ here, there, ends, clock }) => {
    const value = note(clock.now(), { author: ANN, about: null });
    assert((await here.store.write().add(notes, value).commit()).ok);
    const dying = createDataMap({
      store: crashing(here.store, clock, 1),
      clock,
      dataFolder: null,
      collections: worldCollections,
    });
    await assertRejects(() => dying.hold(ANN, order(clock)), Crash);
    assertEquals(ends.ending(["r", "notes"]).length, 1);
    await there.map.replay();
    assertEquals(ends.ending(["r", "notes"]), []);
  },
);
