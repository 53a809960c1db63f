import { assert, assertEquals, assertRejects } from "@std/assert";
import { each } from "../../lib/store/mod.ts";
import { onEveryBackend } from "./helpers/backends.ts";
import { lamps } from "./helpers/collections.ts";

/** Pages of a list, and which cursors were asked for. */
function paged(pages: readonly (readonly number[])[]) {
  const asked: (string | null)[] = [];
  const page = (cursor: string | null) => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    const next = at + 1 < pages.length ? String(at + 1) : null;
    return Promise.resolve({ items: pages[at] ?? [], cursor: next });
  };
  return { asked, page };
}

Deno.test("each goes through all pages in their order, empty ones too", async () => {
  const { asked, page } = paged([[1, 2], [], [3]]);
  assertEquals(await Array.fromAsync(each(page)), [1, 2, 3]);
  assertEquals(asked, [null, "1", "2"]);
});

Deno.test("each asks for no page that nobody wants", async () => {
  const { asked, page } = paged([[1, 2], [3]]);
  for await (const item of each(page)) if (item === 2) break;
  assertEquals(asked, [null]);
});

Deno.test("a page that cannot be read ends the walk with its error", async () => {
  const page = () => Promise.reject(new Error("Cannot read: gone"));
  await assertRejects(() => Array.fromAsync(each(page)), Error, "gone");
});

onEveryBackend(
  "every record of more than one page comes once, in order",
  async ({ store, clock }) => {
    for (let at = 0; at < 1100; at += 200) {
      const write = store.write();
      for (let n = at; n < Math.min(at + 200, 1100); n++) {
        const room = n % 2 === 0 ? "hall" : "yard";
        write.add(lamps, { room, n, at: clock.now() + n });
      }
      assert((await write.commit()).ok);
    }
    const rooms = (await Array.fromAsync(store.each(lamps)))
      .map(({ value }) => `${value.room} ${value.n}`);
    assertEquals(rooms.length, 1100);
    assertEquals(new Set(rooms).size, 1100);
    assertEquals(rooms.slice(0, 2), ["hall 0", "hall 2"]);
    const hall = await Array.fromAsync(
      store.eachIn(lamps, "byRoom", ["hall"]),
    );
    assertEquals(hall.length, 550);
    assert(hall.every(({ value }) => value.room === "hall"));
    const both = await Array.fromAsync(store.eachIn(lamps, "byRoom"));
    assertEquals(both.length, 1100);
  },
);
