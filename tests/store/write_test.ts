import { assert, assertEquals, assertRejects } from "@std/assert";
import { DRAFT } from "../../lib/store/inside.ts";
import { MINUTE } from "../../lib/kernel/mod.ts";
import { onEveryBackend } from "./helpers/backends.ts";
import { doors, lamps, notes, verdicts } from "./helpers/collections.ts";
import { note } from "./helpers/notes.ts";

onEveryBackend(
  "no write about an erased person passes",
  async ({ store, clock }) => {
    const value = note(clock.now());
    await store.write().create(notes, value).commit();
    const read = (await store.get(notes, [value.id]))!;
    await store.addTombstone("bob", clock.now());
    const refused = { ok: false, reason: "erased", erased: ["bob"] };
    const fresh = store.write().create(notes, note(clock.now()));
    assertEquals(await fresh.commit(), refused as never);
    const changed = store.write().replace(read, { ...value, text: "new" });
    assertEquals(await changed.commit(), refused as never);
    const other = store.write().create(
      notes,
      note(clock.now(), { about: null }),
    );
    assert((await other.commit()).ok);
  },
);

onEveryBackend(
  "a record that is erased first asserts that its person exists",
  async ({ store, clock }) => {
    const door = { door: "d1", secret: "s", subjectId: "ann", at: clock.now() };
    await store.write().create(doors, door).commit();
    const open = (await store.get(doors, ["d1"]))!;
    await store.addTombstone("ann", clock.now());
    const asserted = store.write().unchanged(open)
      .add(notes, note(clock.now(), { about: null }));
    assertEquals(asserted[DRAFT].allChecks().length, 1);
    assert((await asserted.commit()).ok);
    const bare = store.write().add(notes, note(clock.now(), { about: null }));
    assertEquals((await bare.commit()).ok, false);
  },
);

onEveryBackend(
  "a verdict may change after its person was erased",
  async ({ store, clock }) => {
    const value = {
      id: "v",
      subjectId: "ann",
      note: "banned",
      at: clock.now(),
    };
    await store.write().create(verdicts, value).commit();
    await store.addTombstone("ann", clock.now());
    const read = (await store.get(verdicts, ["v"]))!;
    const eased = { ...value, note: "overturned" };
    assert((await store.write().replace(read, eased).commit()).ok);
    const second = store.write().create(verdicts, { ...value, id: "w" });
    assertEquals((await second.commit()).ok, false);
  },
);

onEveryBackend(
  "absent lets a write pass only where nothing is",
  async ({ store, clock }) => {
    const lamp = { room: "hall", n: 1, at: clock.now() };
    const write = () =>
      store.write().absent(lamps, ["hall", 1])
        .add(lamps, { room: "yard", n: 1, at: clock.now() });
    assert((await write().commit()).ok);
    await store.write().create(lamps, lamp).commit();
    assertEquals((await write().commit()).ok, false);
    clock.pass(MINUTE);
    assert((await write().commit()).ok);
  },
);

onEveryBackend(
  "transact decides again until nobody interferes",
  async ({ store, clock }) => {
    await store.write().create(lamps, { room: "n", n: 0, at: clock.now() })
      .commit();
    const steps = Array.from(
      { length: 8 },
      () =>
        store.transact(async (write) => {
          const read = (await store.get(lamps, ["n", 0]))!;
          write.replace(read, { ...read.value, at: read.value.at + 1 });
          return read.value.at;
        }, 60),
    );
    const done = await Promise.all(steps);
    assert(done.every(({ ok }) => ok));
    const last = (await store.get(lamps, ["n", 0]))!;
    assertEquals(last.value.at, clock.now() + 8);
  },
);

onEveryBackend("transact gives up by name", async ({ store, clock }) => {
  await store.write().create(lamps, { room: "n", n: 0, at: clock.now() })
    .commit();
  const stale = (await store.get(lamps, ["n", 0]))!;
  await store.write().replace(stale, { ...stale.value }).commit();
  let calls = 0;
  const done = await store.transact((write) => {
    calls++;
    write.remove(stale);
  }, 3);
  assertEquals(done, { ok: false, reason: "changed", erased: [] });
  assertEquals(calls, 3);
});

onEveryBackend(
  "more than one commit can carry is refused by name",
  async ({ store, clock }) => {
    const many = store.write();
    for (let n = 0; n < 11; n++) {
      many.create(lamps, { room: "hall", n, at: clock.now() });
    }
    await assertRejects(() => many.commit(), RangeError, "11 checks");
    const wide = store.write();
    for (let n = 0; n < 501; n++) {
      wide.add(lamps, { room: "hall", n, at: clock.now() });
    }
    await assertRejects(() => wide.commit(), RangeError, "1002 changes");
    const long = store.write()
      .add(notes, note(clock.now(), { text: "x".repeat(66_000) }));
    await assertRejects(() => long.commit(), TypeError, "large");
  },
);

onEveryBackend(
  "nine checks of a room and the one for holds fit into a commit",
  async ({ store, clock }) => {
    const at = clock.now();
    const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const before = store.write().add(lamps, { room: "hall", n: 0, at });
    for (const door of names) {
      before.add(doors, { door, secret: "s", subjectId: "ann", at });
    }
    assert((await before.commit()).ok);
    const write = async (count: number) => {
      const lamp = (await store.get(lamps, ["hall", 0]))!;
      const write = store.write().unchanged(lamp);
      for (const door of names.slice(0, count)) {
        const found = (await store.get(doors, [door]))!;
        write.replace(found, { ...found.value, secret: "t" });
      }
      return write.add(notes, note(at, { author: "ann", about: null }));
    };
    assert((await (await write(8)).commit()).ok);
    const more = await write(9);
    await assertRejects(() => more.commit(), RangeError, "11 checks");
  },
);
