import { assert, assertEquals } from "@std/assert";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import { contents, worldCollections } from "./helpers/world.ts";

Deno.test("a restored backup is erased again before it answers", async () => {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const open = async () => {
      const store = await openStore({ at: `${folder}/millo.kv`, clock });
      const collections = worldCollections;
      const options = { store, clock, dataFolder: folder, collections };
      return { store, map: createDataMap(options) };
    };
    const first = await open();
    await settle(first.store, ANN, BOB, clock.now());
    await settle(first.store, BOB, ANN, clock.now());
    await first.store.close();
    await Deno.copyFile(`${folder}/millo.kv`, `${folder}/backup`);

    const second = await open();
    assertEquals(await second.map.replay(), {
      missing: 0,
      erased: 0,
      resumed: 0,
    });
    await second.map.erase(ANN);
    const erased = await contents(second.store);
    await second.store.close();

    await Deno.rename(`${folder}/backup`, `${folder}/millo.kv`);
    for (const part of ["-wal", "-shm"]) {
      await Deno.remove(`${folder}/millo.kv${part}`).catch(() => {});
    }
    const third = await open();
    const back = [...await contents(third.store)].flat().join();
    assert(back.includes(ANN));
    assertEquals((await third.map.replay()).erased, 1);
    assertEquals(await contents(third.store), erased);
    assertEquals((await third.map.replay()).missing, 0);
    await third.store.close();
  });
});

Deno.test("the log of tombstones names nobody", async () => {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const store = await openStore({ at: ":memory:", clock });
    const map = createDataMap({ store, clock, dataFolder: folder });
    await map.erase(ANN);
    await map.erase(ANN);
    const log = await Deno.readTextFile(`${folder}/tombstones.log`);
    assert(/^[0-9a-f]{64} 2026-11-23$/.test(log.trim()), log);
    await store.close();
  });
});
