import { assert, assertEquals } from "@std/assert";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { newId } from "../../lib/kernel/mod.ts";
import { doors, notes } from "../store/helpers/collections.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import {
  contents,
  Crash,
  crashing,
  withWorld,
  worldCollections,
} from "./helpers/world.ts";

Deno.test("a crash after any write loses nothing", async () => {
  let expected: [string, string][] | null = null;
  let crashes = 0;
  for (let after = -1;; after++) {
    let over = false;
    await withWorld(async ({ store, clock, map, folder }) => {
      await settle(store, BOB, ANN, clock.now());
      await settle(store, ANN, BOB, clock.now());
      if (after >= 0) {
        const dying = createDataMap({
          store: crashing(store, clock, after),
          clock,
          dataFolder: folder,
          collections: worldCollections,
        });
        try {
          await dying.erase(ANN);
          over = true;
        } catch (error) {
          assert(error instanceof Crash, String(error));
          crashes++;
        }
        await map.replay();
      }
      const { tallies } = await map.erase(ANN);
      const state = settled(await contents(store)).concat([
        ["tallies", JSON.stringify(tallies)],
      ]);
      expected ??= state;
      assertEquals(state, expected);
    });
    if (over) break;
  }
  assert(crashes >= 8, `${crashes} crashes`);
});

Deno.test("two runners at once do it once", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const { tallies } = await map.plan(ANN);
    const runs = await Promise.all([map.erase(ANN), map.erase(ANN)]);
    for (const run of runs) {
      assertEquals(run.state, "done");
      assertEquals(run.tallies, tallies);
    }
  });
});

Deno.test("a hundred writers that race the erasure leave nothing", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    let passed = 0;
    const writers = Array.from({ length: 100 }, async (_, n) => {
      for (let refusals = 0; refusals < 3;) {
        const write = store.write();
        const key = `${ANN}-door-${n % 12}`;
        const door = n % 2 === 0 ? await store.get(doors, [key]) : null;
        if (door) write.unchanged(door);
        // Some walk from one door to the next, so that each vouches anew.
        const next = { door: newId(), secret: newId(), subjectId: ANN };
        write.add(doors, { ...next, at: clock.now() }).add(notes, {
          id: newId(),
          author: n % 4 === 0 ? BOB : ANN,
          about: ANN,
          topic: null,
          text: "late",
          at: clock.now(),
        });
        if ((await write.commit()).ok) passed++;
        else refusals++;
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 3));
    const [erased] = await Promise.all([map.erase(ANN), ...writers]);
    assertEquals(erased.state, "done");
    assert(passed > 100, `${passed} passed`);
    const left = [...await contents(store)].filter(([key, value]) =>
      (key + value).includes(ANN) && !key.includes("verdict")
    );
    assertEquals(left, []);
  });
});

/** What does not differ by chance: no random ids of pieces and secrets. */
function settled(found: Map<string, string>): [string, string][] {
  const known = [...found].filter(([key]) =>
    !key.includes("-door-") && !key.startsWith('["p"')
  );
  return known.map(([key, value]): [string, string] => [
    key,
    value.replace(/"chunks":"\w+"/, ""),
  ]).toSorted(([a], [b]) => a < b ? -1 : 1);
}
