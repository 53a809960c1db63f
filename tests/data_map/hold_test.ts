import { assert, assertEquals } from "@std/assert";
import { DAY } from "../../lib/kernel/mod.ts";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { notes, verdicts } from "../store/helpers/collections.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import {
  contents,
  crashing,
  withWorld,
  worldCollections,
} from "./helpers/world.ts";

Deno.test("a hold keeps what an erasure takes out of sight", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const until = clock.now() + 90 * DAY;
    const id = await map.hold(ANN, { reason: "an order", until });
    const plan = await map.plan(ANN);
    const erased = await map.erase(ANN);
    assertEquals(erased.state, "held");
    assertEquals(erased.tallies, plan.tallies);
    assertEquals(erased.tallies.notes, {
      deleted: 0,
      unlinked: 0,
      kept: 0,
      held: 12,
    });
    assertEquals(erased.kept.find(({ collection }) => collection === "notes"), {
      collection: "notes",
      why: { kind: "hold" },
      count: 12,
    });
    assertEquals((await store.all(notes, { limit: 50 })).items, []);
    const byAuthor = { of: [ANN], limit: 50 };
    assertEquals((await store.list(notes, "byAuthor", byAuthor)).items, []);
    const shown = (await map.export(ANN)).collections;
    assertEquals(shown.map(({ name }) => name), ["erasures"]);
    assertEquals((await map.erase(ANN)).state, "held");

    assertEquals(await map.release(ANN, "another"), false);
    assertEquals(await map.release(ANN, id), true);
    const left = [...await contents(store)].filter(([key, value]) =>
      (key + value).includes(ANN)
    );
    assert(left.every(([key]) => key.includes("verdict")), String(left));
    const again = await map.erase(ANN);
    assertEquals(again.state, "done");
    assertEquals(again.tallies.notes, {
      deleted: 12,
      unlinked: 0,
      kept: 0,
      held: 0,
    });
  });
});

Deno.test("the last of several holds counts", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const order = { reason: "an order", until: clock.now() + DAY };
    const first = await map.hold(ANN, order);
    const second = await map.hold(ANN, order);
    await map.erase(ANN);
    await map.release(ANN, first);
    assertEquals((await map.erase(ANN)).state, "held");
    await map.release(ANN, second);
    assertEquals((await map.erase(ANN)).state, "done");
  });
});

Deno.test("a hold on one keeps what is about another as well", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const order = { reason: "an order", until: clock.now() + DAY };
    const id = await map.hold(BOB, order);
    const erased = await map.erase(ANN);
    assertEquals(erased.state, "held");
    assertEquals(erased.tallies.notes, {
      deleted: 8,
      unlinked: 0,
      kept: 0,
      held: 4,
    });
    await map.release(BOB, id);
    assertEquals((await map.erase(ANN)).tallies.notes.deleted, 12);
    const left = [...await contents(store)].filter(([key]) =>
      key.includes("note")
    );
    assertEquals(left, []);
  });
});

Deno.test("a hold that comes during an erasure saves what is left", async () => {
  await withWorld(async ({ store, clock, map, folder }) => {
    await settle(store, ANN, BOB, clock.now());
    const dying = createDataMap({
      store: crashing(store, clock, 5),
      clock,
      dataFolder: folder,
      collections: worldCollections,
    });
    await dying.erase(ANN).catch(() => {});
    const order = { reason: "an order", until: clock.now() + DAY };
    await map.hold(ANN, order);
    const { state, tallies } = await map.erase(ANN);
    assertEquals(state, "held");
    const sum = (kind: "deleted" | "held") =>
      Object.values(tallies).reduce((all, tally) => all + tally[kind], 0);
    assert(sum("deleted") > 0 && sum("held") > 0, JSON.stringify(tallies));
    assertEquals(sum("deleted") + sum("held"), 12 + 12 + 2);
    assertEquals(await store.get(verdicts, [`${ANN}-verdict`]), null);
  });
});
