import { assert, assertEquals } from "@std/assert";
import { DAY } from "../../lib/kernel/mod.ts";
import { notes, verdicts } from "../store/helpers/collections.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import { contents, withWorld } from "./helpers/world.ts";

Deno.test("erasing a person leaves what is declared and nobody else's loss", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, BOB, "cleo", clock.now());
    const before = await contents(store);
    await settle(store, ANN, BOB, clock.now());
    const plan = await map.plan(ANN);
    const erased = await map.erase(ANN);
    assertEquals(erased.state, "done");
    assertEquals(erased.already, false);
    assertEquals(erased.tallies, plan.tallies);
    assertEquals(erased.kept, plan.kept);
    assertEquals(erased.tallies.notes.deleted, 12);
    assertEquals(erased.tallies.doors.deleted, 12);
    assertEquals(erased.tallies.pictures.deleted, 1);
    assertEquals(erased.tallies.verdicts.kept, 1);
    assertEquals(erased.kept.map(({ why }) => why), [{
      kind: "declared",
      reason: "a ban must outlive the account",
      until: clock.now() + 30 * DAY,
    }]);
    const after = await contents(store);
    for (const [key, value] of before) assertEquals(after.get(key), value);
    const left = [...after].filter(([key, value]) =>
      key.includes(ANN) || value.includes(ANN)
    ).map(([key]) => JSON.parse(key)[0]);
    // The verdict, its list and its place in the index.
    assertEquals(left.toSorted(), ["i", "r", "s"]);
  });
});

Deno.test("a person who only was in another's record is unlinked", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const { tallies } = await map.erase(BOB);
    assertEquals(tallies, {
      notes: { deleted: 0, unlinked: 4, kept: 0, held: 0 },
    });
    const note = await store.get(notes, [`${ANN}-note-0`]);
    assertEquals(note?.value.about, null);
    const all = [...await contents(store)].flat().join();
    assertEquals(all.includes(BOB), false);
  });
});

Deno.test("erasing again changes nothing and says so", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const first = await map.erase(ANN);
    const before = await contents(store);
    const second = await map.erase(ANN);
    assertEquals(second.already, true);
    assertEquals(second.tallies, first.tallies);
    assertEquals(await contents(store), before);
  });
});

Deno.test("what is kept ends at its time and not later", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    await map.erase(ANN);
    clock.pass(30 * DAY - 1);
    assert(await store.get(verdicts, [`${ANN}-verdict`]));
    clock.pass(1);
    assertEquals(await store.get(verdicts, [`${ANN}-verdict`]), null);
    await map.sweep({ dry: false });
    const all = [...await contents(store)].flat().join();
    assertEquals(all.includes(ANN), false);
  });
});

Deno.test("nothing can be written about the erased", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await map.erase(ANN);
    const before = await contents(store);
    await settle(store, ANN, BOB, clock.now());
    assertEquals(await contents(store), before);
  });
});
