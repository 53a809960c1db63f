import { assertEquals } from "@std/assert";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { onEveryBackend } from "../store/helpers/backends.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import { contents, worldCollections } from "./helpers/world.ts";

onEveryBackend(
  "a person is shown, held, erased and searched for",
  async ({ store, clock, folder, at }) => {
    const collections = worldCollections;
    // What a server keeps on its disk is not ours to search.
    const remote = at.startsWith("http");
    const dataFolder = remote ? `${folder}/own` : folder;
    await Deno.mkdir(dataFolder, { recursive: true });
    const map = createDataMap({ store, clock, dataFolder, collections });
    await map.replay();
    await settle(store, BOB, ANN, clock.now());
    const before = await contents(store);
    await settle(store, ANN, BOB, clock.now());
    const { collections: shown } = await map.export(ANN);
    assertEquals(shown.map(({ name }) => name), [
      "doors",
      "notes",
      "verdicts",
      "pictures",
    ]);
    const id = await map.hold(ANN, {
      reason: "an order",
      until: clock.now() + DAY,
    });
    assertEquals((await map.erase(ANN)).state, "held");
    await map.release(ANN, id);
    const { state, searchTerms } = await map.erase(ANN);
    assertEquals(state, "done");
    const after = await contents(store);
    for (const [key, value] of before) {
      if (!(key + value).includes(ANN)) assertEquals(after.get(key), value);
    }
    const { clean, hits, unproven, marker } = await map.prove(ANN, searchTerms);
    assertEquals([clean, hits], [true, []]);
    assertEquals(marker.found, true);
    assertEquals(
      unproven.some((limit) => limit.includes("server")),
      remote,
    );
    clock.pass(400 * DAY);
    await map.sweep({ dry: false });
    const left = [...(await contents(store)).keys()];
    assertEquals(left.filter((key) => !key.startsWith('["t"')), []);
  },
);
