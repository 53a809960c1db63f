import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { serverKey } from "../../lib/credentials/mod.ts";
import { serverKeys } from "../../lib/credentials/records.ts";
import { openStore, shareStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";
import { withFolder } from "../store/helpers/backends.ts";

const GIVEN = new Uint8Array(32).fill(7);

async function openPlaces() {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  return {
    ...{ store, clock, configured: null, dataFolder: null },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

Deno.test("a configured key goes before all others, and leaves none behind", async () => {
  await using places = await openPlaces();
  await withFolder(async (dataFolder) => {
    const configured = GIVEN.toBase64();
    const key = await serverKey({ ...places, configured, dataFolder }, "k");
    assertEquals(key, GIVEN);
    assertEquals(Array.from(Deno.readDirSync(dataFolder)), []);
  });
  assertEquals((await places.store.all(serverKeys, { limit: 9 })).items, []);
});

Deno.test("a key is made once in the data folder, for nobody else to read", async () => {
  await using places = await openPlaces();
  await withFolder(async (dataFolder) => {
    const [one, same, other] = [
      await serverKey({ ...places, dataFolder }, "one"),
      await serverKey({ ...places, dataFolder }, "one"),
      await serverKey({ ...places, dataFolder }, "other"),
    ];
    assertEquals([one.length, same], [32, one]);
    assertNotEquals(other, one);
    const { mode } = await Deno.stat(`${dataFolder}/one`);
    assertEquals(mode! & 0o077, 0);
  });
  assertEquals((await places.store.all(serverKeys, { limit: 9 })).items, []);
});

Deno.test("an empty file is no key yet, a damaged one is told and kept", async () => {
  await using places = await openPlaces();
  await withFolder(async (dataFolder) => {
    const path = `${dataFolder}/one`;
    await Deno.writeFile(path, new Uint8Array());
    const made = await serverKey({ ...places, dataFolder }, "one");
    assertEquals(made.length, 32);
    for (const length of [1, 31, 33]) {
      const damaged = new Uint8Array(length).fill(1);
      await Deno.writeFile(path, damaged);
      await assertRejects(
        () => serverKey({ ...places, dataFolder }, "one"),
        Error,
        `Cannot use the key in ${path}: it has ${length} bytes, not 32`,
      );
      assertEquals(await Deno.readFile(path), damaged);
    }
  });
});

Deno.test("a folder that cannot be read is told, and no key made beside it", async () => {
  await using places = await openPlaces();
  await withFolder(async (dataFolder) => {
    await Deno.mkdir(`${dataFolder}/one`);
    await assertRejects(() => serverKey({ ...places, dataFolder }, "one"));
  });
});

Deno.test("without a folder every process finds the same key in the store", async () => {
  using kv = await Deno.openKv(":memory:");
  const clock = new TestClock();
  const processes = [1, 2, 3].map(() => ({
    ...{ store: shareStore(kv, clock), clock },
    ...{ configured: null, dataFolder: null },
  }));
  const keys = await Promise.all(
    processes.map((places) => serverKey(places, "one")),
  );
  assertEquals(new Set(keys.map((key) => key.toHex())).size, 1);
  assertEquals(keys[0].length, 32);
  const other = await serverKey(processes[0], "other");
  assertNotEquals(other, keys[0]);
});
