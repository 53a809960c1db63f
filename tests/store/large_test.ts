import { assert, assertEquals, assertRejects } from "@std/assert";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { DAY } from "../../lib/kernel/mod.ts";
import { DataError } from "../../lib/store/mod.ts";
import { onEveryBackend } from "./helpers/backends.ts";
import { pictures } from "./helpers/collections.ts";

const bytes = (size: number, seed = 1) =>
  Uint8Array.from({ length: size }, (_, n) => (n * 31 + seed) & 0xff);

async function keysOf(kv: Deno.Kv): Promise<number> {
  return (await Array.fromAsync(kv.list({ prefix: [] }))).length;
}

for (const size of [0, 1, 60_000, 60_001, 500_000, 2_000_000]) {
  onEveryBackend(
    `${size} bytes come back as they were`,
    async ({ store, clock }) => {
      const value = { subjectId: "ann", bytes: bytes(size), at: clock.now() };
      assert((await store.write().create(pictures, value).commit()).ok);
      const read = (await store.get(pictures, ["ann"]))!;
      assertEquals(read.value.bytes, value.bytes);
      assertEquals(
        await keysOf(store[KV_CLIENT].kv),
        2 + Math.ceil(size / 60_000),
      );
      const page = await store.all(pictures, { limit: 5 });
      assertEquals(page.items[0].value.bytes?.length, size);

      const other = { ...value, bytes: bytes(size, 2) };
      assert((await store.write().replace(read, other).commit()).ok);
      const again = (await store.get(pictures, ["ann"]))!;
      assertEquals(again.value.bytes, other.bytes);
      assertEquals(
        await keysOf(store[KV_CLIENT].kv),
        2 + Math.ceil(size / 60_000),
      );

      assert((await store.write().remove(again).commit()).ok);
      assertEquals(await keysOf(store[KV_CLIENT].kv), 0);
    },
  );
}

onEveryBackend("a refused write leaves no chunks", async ({ store, clock }) => {
  const value = { subjectId: "ann", bytes: bytes(10), at: clock.now() };
  await store.write().create(pictures, value).commit();
  const large = { ...value, bytes: bytes(1_500_000) };
  assertEquals(
    (await store.write().create(pictures, large).commit()).ok,
    false,
  );
  await store.addTombstone("bob", clock.now());
  const tombstoned = { ...large, subjectId: "bob" };
  assertEquals(
    (await store.write().create(pictures, tombstoned).commit()).ok,
    false,
  );
  assertEquals(await keysOf(store[KV_CLIENT].kv), 2 + 1 + 1);
});

onEveryBackend("chunks end with their record", async ({ store, clock }) => {
  const value = { subjectId: "ann", bytes: bytes(100_000), at: clock.now() };
  await store.write().create(pictures, value).commit();
  clock.pass(30 * DAY);
  assertEquals(await store.get(pictures, ["ann"]), null);
  const again = { ...value, bytes: bytes(10), at: clock.now() };
  assert((await store.write().create(pictures, again).commit()).ok);
  assertEquals(await keysOf(store[KV_CLIENT].kv), 2 + 1);
});

onEveryBackend(
  "a missing or altered chunk is noticed",
  async ({ store, clock }) => {
    const value = { subjectId: "ann", bytes: bytes(100_000), at: clock.now() };
    await store.write().create(pictures, value).commit();
    const [chunk] = await Array.fromAsync(
      store[KV_CLIENT].kv.list({ prefix: ["p"] }),
    );
    await store[KV_CLIENT].kv.set(chunk.key, bytes(60_000, 9));
    const read = () => store.get(pictures, ["ann"]);
    await assertRejects(read, DataError, "pictures");
    await store[KV_CLIENT].kv.delete(chunk.key);
    await assertRejects(read, DataError, "pictures");
  },
);

onEveryBackend(
  "readers of a changing field see one whole version",
  async ({ store, clock }) => {
    const versions = [bytes(200_000, 1), bytes(200_000, 2)];
    const value = { subjectId: "ann", bytes: versions[0], at: clock.now() };
    await store.write().create(pictures, value).commit();
    const writer = async () => {
      for (let n = 0; n < 12; n++) {
        const read = (await store.get(pictures, ["ann"]))!;
        const next = { ...value, bytes: versions[n % 2] };
        await store.write().replace(read, next).commit();
      }
    };
    const reader = async () => {
      for (let n = 0; n < 6; n++) {
        const read = (await store.get(pictures, ["ann"]))!;
        const seed = read.value.bytes![0];
        assertEquals(read.value.bytes, versions[seed - 1]);
      }
    };
    await Promise.all([writer(), reader()]);
  },
);

onEveryBackend(
  "more than 32 MiB is refused by name",
  async ({ store, clock }) => {
    const huge = new Uint8Array(32 * 1024 * 1024 + 1);
    await assertRejects(
      async () => {
        await store.write()
          .create(pictures, { subjectId: "a", bytes: huge, at: clock.now() })
          .commit();
      },
      RangeError,
      "at most",
    );
  },
);
