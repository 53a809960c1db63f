import { assert, assertEquals, assertRejects } from "@std/assert";
import { StoreUnavailable } from "../../lib/store/mod.ts";
import { onEveryBackend } from "./helpers/backends.ts";
import { lamps, notes } from "./helpers/collections.ts";
import { note } from "./helpers/notes.ts";

onEveryBackend(
  "what must be written is written although eight others write it",
  async ({ store, clock }) => {
    const lamp = { room: "hall", n: 0, at: clock.now() };
    assert((await store.write().create(lamps, lamp).commit()).ok);
    const answers = await Promise.all(
      Array.from(
        { length: 8 },
        (_, n) =>
          store.transactOrThrow("light a lamp", async (write) => {
            const found = (await store.get(lamps, ["hall", 0]))!;
            write.replace(found, { ...found.value, at: found.value.at + 1 });
            return n;
          }),
      ),
    );
    assertEquals(answers, [0, 1, 2, 3, 4, 5, 6, 7]);
    const last = await store.get(lamps, ["hall", 0]);
    assertEquals(last?.value.at, lamp.at + 8);
  },
);

onEveryBackend(
  "a write that others never let through fails by name",
  async ({ store, clock }) => {
    const lamp = { room: "hall", n: 0, at: clock.now() };
    assert((await store.write().create(lamps, lamp).commit()).ok);
    const stale = (await store.get(lamps, ["hall", 0]))!;
    assert((await store.write().replace(stale, lamp).commit()).ok);
    let tries = 0;
    const error = await assertRejects(
      () =>
        store.transactOrThrow("put out a lamp", (write) => {
          tries++;
          write.remove(stale);
        }, 4),
      StoreUnavailable,
    );
    assertEquals(
      error.message,
      "Cannot put out a lamp: others keep changing the same records",
    );
    assertEquals(tries, 4);
  },
);

onEveryBackend(
  "a write about somebody erased is given up at once, with null",
  async ({ store, clock }) => {
    await store.addTombstone("ann", clock.now());
    let tries = 0;
    const answer = await store.transactOrThrow("keep a note", (write) => {
      tries++;
      write.add(notes, note(clock.now()));
      return "kept";
    });
    assertEquals([answer, tries], [null, 1]);
  },
);

onEveryBackend(
  "put creates what is not there and replaces what is",
  async ({ store, clock }) => {
    const put = async (at: number) => {
      const found = await store.get(lamps, ["hall", 0]);
      const write = store.write().put(found, lamps, { room: "hall", n: 0, at });
      assert((await write.commit()).ok);
      return found === null;
    };
    assertEquals(await put(clock.now()), true);
    assertEquals(await put(clock.now() + 5), false);
    const { items } = await store.all(lamps, { limit: 5 });
    assertEquals(items.map(({ value }) => value.at), [clock.now() + 5]);
  },
);

onEveryBackend(
  "put is refused when somebody else was faster",
  async ({ store, clock }) => {
    const lamp = { room: "hall", n: 0, at: clock.now() };
    const late = store.write().put(null, lamps, lamp);
    assert((await store.write().put(null, lamps, lamp).commit()).ok);
    assertEquals((await late.commit()).ok, false);
    const found = await store.get(lamps, ["hall", 0]);
    assert((await store.write().put(found, lamps, lamp).commit()).ok);
    const stale = store.write().put(found, lamps, lamp);
    assertEquals((await stale.commit()).ok, false);
  },
);

onEveryBackend(
  "a refusal that is left alone changes nothing and does not throw",
  async ({ store, clock }) => {
    const lamp = { room: "hall", n: 0, at: clock.now() };
    await store.write().create(lamps, lamp).commitOrLeave("it is the first");
    await store.write().create(lamps, { ...lamp, at: 0 })
      .commitOrLeave("another one is lit");
    assertEquals((await store.get(lamps, ["hall", 0]))?.value, lamp);
  },
);
