import { assert, assertEquals } from "@std/assert";
import { DAY, MINUTE } from "../../lib/kernel/mod.ts";
import { openStore, type Stored } from "../../lib/store/mod.ts";
import { onEveryBackend } from "./helpers/backends.ts";
import { lamps, notes } from "./helpers/collections.ts";
import { type Note, note } from "./helpers/notes.ts";

onEveryBackend(
  "a record comes back as it was written",
  async ({ store, clock }) => {
    const value = note(clock.now());
    const commit = await store.write().create(notes, value).commit();
    assert(commit.ok);
    const stored = await store.get(notes, [value.id]);
    assertEquals(stored?.value, value);
    assertEquals({ ok: true, version: stored?.version }, commit as never);
    assertEquals(await store.get(notes, ["none"]), null);
  },
);

onEveryBackend("a key is taken once", async ({ store, clock }) => {
  const value = note(clock.now());
  assert((await store.write().create(notes, value).commit()).ok);
  const second = await store.write().create(notes, value).commit();
  assertEquals(second, { ok: false, reason: "changed", erased: [] });
});

onEveryBackend(
  "of two writers with one version, one wins",
  async ({ store, clock }) => {
    const value = note(clock.now());
    await store.write().create(notes, value).commit();
    const read = (await store.get(notes, [value.id]))!;
    const writes = await Promise.all(
      ["one", "two"].map((text) =>
        store.write().replace(read, { ...value, text }).commit()
      ),
    );
    assertEquals(
      writes.filter(({ ok }) => ok).length,
      1,
    );
    const late = await store.write().remove(read).commit();
    assertEquals(late.ok, false);
  },
);

onEveryBackend("lists follow their record", async ({ store, clock }) => {
  const value = note(clock.now());
  await store.write().create(notes, value).commit();
  const inList = async (topic: string) =>
    (await store.list(notes, "byTopic", { of: [topic], limit: 10 })).items;
  assertEquals((await inList("tea")).length, 1);
  const read = (await store.get(notes, [value.id]))!;
  await store.write().replace(read, { ...value, topic: "milk" }).commit();
  assertEquals((await inList("tea")).length, 0);
  const moved = (await inList("milk"))[0];
  await store.write().replace(moved, { ...moved.value, topic: null }).commit();
  assertEquals((await inList("milk")).length, 0);
  const last = (await store.get(notes, [value.id]))!;
  await store.write().remove(last).commit();
  const byAuthor = { of: ["ann"], limit: 10 };
  assertEquals((await store.list(notes, "byAuthor", byAuthor)).items, []);
  assertEquals((await store.all(notes, { limit: 10 })).items, []);
});

onEveryBackend(
  "pages go on where the last one ended",
  async ({ store, clock }) => {
    for (let n = 0; n < 25; n++) {
      await store.write().add(lamps, { room: "hall", n, at: clock.now() + n })
        .add(lamps, { room: "yard", n, at: clock.now() }).commit();
    }
    const seen: number[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: { items: Stored[]; cursor: string | null } = await store.list(
        lamps,
        "byRoom",
        { of: ["hall"], limit: 10, cursor },
      );
      seen.push(...page.items.map(({ value }) => (value as { n: number }).n));
      cursor = page.cursor;
      pages++;
    } while (cursor !== null);
    assertEquals(seen, Array.from({ length: 25 }, (_, n) => n));
    assertEquals(pages, 3);
    const back = await store.list(lamps, "byRoom", {
      of: ["hall"],
      limit: 3,
      reverse: true,
    });
    assertEquals(back.items.map(({ value }) => value.n), [24, 23, 22]);
    const all = await store.all(lamps, { limit: 500 });
    assertEquals(all.items.length, 50);
  },
);

onEveryBackend(
  "a list is counted up to a limit, and read from a value on or below one",
  async ({ store, clock }) => {
    const start = clock.now();
    for (let n = 0; n < 8; n++) {
      await store.write().add(lamps, { room: "hall", n, at: start + n })
        .add(lamps, { room: "yard", n, at: start }).commit();
    }
    const of = ["hall"];
    const count = (
      options: { before?: number; from?: number; limit: number },
    ) => store.count(lamps, "byRoom", { of, ...options });
    assertEquals(await count({ limit: 100 }), 8);
    assertEquals(await count({ limit: 5 }), 5);
    assertEquals(await count({ limit: 100, before: start + 3 }), 3);
    assertEquals(await count({ limit: 100, from: start + 3 }), 5);
    assertEquals(await store.count(lamps, "byRoom", { limit: 100 }), 16);
    const from = { of, from: start + 3, limit: 2 };
    const first = await store.list(lamps, "byRoom", from);
    assertEquals(first.items.map(({ value }) => value.n), [3, 4]);
    // The value may have moved on meanwhile: the next batch follows the last.
    const { cursor } = first;
    const next = await store.list(lamps, "byRoom", {
      ...{ ...from, from: start + 4, cursor },
    });
    assertEquals(next.items.map(({ value }) => value.n), [5, 6]);
  },
);

onEveryBackend(
  "a cursor that is none begins at the beginning",
  async ({ store, clock }) => {
    await store.write().add(lamps, { room: "hall", n: 1, at: clock.now() })
      .commit();
    for (const cursor of ["x", "%%%", "\u0000ÿ"]) {
      const { items } = await store.list(lamps, "byRoom", {
        ...{ of: ["hall"], limit: 5, cursor },
      });
      assertEquals(items.length, 1, cursor);
    }
  },
);

onEveryBackend(
  "many keys are read in the order asked for",
  async ({ store, clock }) => {
    const write = store.write();
    for (let n = 0; n < 30; n++) {
      write.add(lamps, { room: "hall", n, at: clock.now() });
    }
    await write.commit();
    const asked = [29, 3, 99, 14, 0].map((n) => ["hall", n] as const);
    const found = await store.getMany(lamps, [
      ...asked,
      ...Array.from({ length: 20 }, (_, n) => ["hall", n] as const),
    ]);
    assertEquals(found.map((stored) => stored?.value.n ?? null), [
      29,
      3,
      null,
      14,
      0,
      ...Array.from({ length: 20 }, (_, n) => n),
    ]);
  },
);

onEveryBackend(
  "a record past its end is not served and frees its key",
  async ({ store, clock }) => {
    const lamp = { room: "hall", n: 1, at: clock.now() };
    await store.write().create(lamps, lamp).commit();
    clock.pass(MINUTE - 1);
    assert(await store.get(lamps, ["hall", 1]));
    clock.pass(1);
    assertEquals(await store.get(lamps, ["hall", 1]), null);
    assertEquals((await store.all(lamps, { limit: 5 })).items, []);
    const byRoom = { of: ["hall"], limit: 5 };
    assertEquals((await store.list(lamps, "byRoom", byRoom)).items, []);
    const again = { ...lamp, at: clock.now() };
    assert((await store.write().create(lamps, again).commit()).ok);
    assertEquals((await store.list(lamps, "byRoom", byRoom)).items.length, 1);
  },
);

onEveryBackend(
  "subscribers wake after the commit and not before",
  async ({ store, clock }) => {
    let woken = 0;
    const stop = store.subscribe("hall", () => woken++);
    const lamp = { room: "hall", n: 1, at: clock.now() };
    await store.write().create(lamps, lamp).publish("hall").commit();
    assertEquals(woken >= 1, true);
    const before = woken;
    await store.write().create(lamps, lamp).publish("hall").commit();
    stop();
    await store.write().add(lamps, { ...lamp, n: 2 }).publish("hall").commit();
    assert(woken >= before);
  },
);

onEveryBackend("what is not valid is not written", async ({ store, clock }) => {
  const wrong = { ...note(clock.now()), text: 7 } as unknown as Note;
  try {
    await store.write().create(notes, wrong).commit();
  } catch {
    assertEquals((await store.all(notes, { limit: 1 })).items, []);
    return;
  }
  throw new Error("It was written");
});

onEveryBackend(
  "what was written is there after opening again",
  async ({ store, clock, at }) => {
    if (at === ":memory:") return;
    const value = note(clock.now());
    await store.write().create(notes, value).commit();
    await store.close();
    const again = await openStore({ at, clock });
    try {
      assertEquals((await again.get(notes, [value.id]))?.value, value);
      clock.pass(10 * DAY);
      assertEquals(await again.get(notes, [value.id]), null);
    } finally {
      await again.close();
    }
  },
);
