import { assert, assertEquals, assertRejects } from "@std/assert";
import { PersonKeys, TombstoneLog } from "../../lib/store/mod.ts";
import { withFolder } from "./helpers/backends.ts";

const plain = new TextEncoder().encode("what was decided");

Deno.test("what is sealed for a person opens until the key is shredded", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/person_keys`;
    const keys = new PersonKeys(path);
    const sealed = await keys.seal("ann", plain, "audit 1");
    const other = await keys.seal("bob", plain, "audit 2");
    assertEquals(await keys.open("ann", sealed, "audit 1"), plain);
    const again = new PersonKeys(path);
    assertEquals(await again.open("ann", sealed, "audit 1"), plain);
    const file = await Deno.readTextFile(path);
    assertEquals(file.includes("ann"), false);
    const key = file.split("\n")[0].split(" ")[1];

    assertEquals(await again.shred("ann"), true);
    assertEquals(await again.shred("ann"), false);
    assertEquals(await again.open("ann", sealed, "audit 1"), null);
    assertEquals(await again.open("bob", other, "audit 2"), plain);
    assertEquals((await Deno.readTextFile(path)).includes(key), false);
    const files = await Array.fromAsync(Deno.readDir(folder));
    assertEquals(files.map(({ name }) => name), ["person_keys"]);
  });
});

Deno.test("what was altered or moved does not open", async () => {
  await withFolder(async (folder) => {
    const keys = new PersonKeys(`${folder}/person_keys`);
    const sealed = await keys.seal("ann", plain, "audit 1");
    await assertRejects(() => keys.open("ann", sealed, "audit 2"), TypeError);
    sealed[20] ^= 1;
    await assertRejects(() => keys.open("ann", sealed, "audit 1"), TypeError);
  });
});

Deno.test("keys made at once are all kept", async () => {
  await withFolder(async (folder) => {
    const keys = new PersonKeys(`${folder}/person_keys`);
    const people = Array.from({ length: 40 }, (_, n) => `person ${n}`);
    const sealed = await Promise.all(
      people.map((subjectId) => keys.seal(subjectId, plain, "x")),
    );
    const again = new PersonKeys(`${folder}/person_keys`);
    for (const [n, subjectId] of people.entries()) {
      assertEquals(await again.open(subjectId, sealed[n], "x"), plain);
    }
  });
});

Deno.test("a person is in the log once, and a cut line is left out", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/tombstones.log`;
    const log = new TombstoneLog(path);
    await Promise.all(["ann", "bob", "ann"].map((id) => log.add(id, 0)));
    assertEquals((await log.subjectHashes()).size, 2);
    await Deno.writeTextFile(path, "0123abc", { append: true });
    assertEquals((await log.subjectHashes()).size, 2);
    await log.add("cleo", 0);
    assertEquals((await log.subjectHashes()).size, 3);
    assert((await Deno.stat(path)).size < 400);
  });
});
