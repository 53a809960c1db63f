import { assert, assertEquals } from "@std/assert";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { newId, newSecret } from "../../lib/kernel/mod.ts";
import { scanFiles } from "../../lib/store/mod.ts";
import { lamps, notes } from "../store/helpers/collections.ts";
import { note } from "../store/helpers/notes.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import { withFileWorld, withWorld } from "./helpers/world.ts";

Deno.test("what was deleted lies in the file until it is compacted", async () => {
  await withFileWorld(async ({ store, clock, map, folder }) => {
    const searchTerm = newSecret();
    const value = note(clock.now(), { text: searchTerm });
    await store.write().create(notes, value).commit();
    const found = async () =>
      (await scanFiles(folder, [searchTerm])).hits.length;
    assert(await found() > 0, "the search does not find what is there");
    const read = (await store.get(notes, [value.id]))!;
    await store.write().remove(read).commit();
    assert(await found() > 0, "the search does not find what was deleted");
    const compaction = await map.compact();
    assertEquals(compaction.reason, null);
    assertEquals(await found(), 0);
  });
});

Deno.test("after an erasure no byte on the disk tells of the person", async () => {
  await withFileWorld(async ({ store, clock, map, folder }) => {
    await settle(store, BOB, "cle0w8r2t6y1p5z9x3m7k4q0hj", clock.now());
    for (let n = 0; n < 40; n++) {
      const id = newId();
      const value = note(clock.now(), { author: ANN, about: BOB, id });
      const text = `secret words of ann ${newSecret()}`;
      await store.write().create(notes, { ...value, text }).commit();
    }
    await map.personKeys!.seal(ANN, new Uint8Array(9), "x");
    const erased = await map.erase(ANN);
    assert(
      erased.searchTerms.length > 40,
      `${erased.searchTerms.length} terms`,
    );
    assert(erased.searchTerms.includes(ANN));
    const proof = await map.prove(ANN, erased.searchTerms);
    assertEquals(proof.marker, { found: true, gone: true });
    assertEquals(proof.hits, []);
    assertEquals(proof.unproven, []);
    assertEquals(proof.clean, true);
    assert(proof.files >= 3 && proof.bytes > 0);
    const raw = await scanFiles(folder, [ANN]);
    assertEquals(raw.hits, []);
    const bob = await scanFiles(folder, [BOB]);
    assert(bob.hits.length > 0, "the search finds nothing at all");
  });
});

Deno.test("a long text with emoji in it is searched for, wherever it is cut", async () => {
  await withFileWorld(async ({ store, clock, map, folder }) => {
    for (const before of ["", "x"]) {
      const value = note(clock.now(), { author: ANN, about: BOB, id: newId() });
      const text = before + "👪".repeat(40);
      await store.write().create(notes, { ...value, text }).commit();
    }
    const { searchTerms } = await map.erase(ANN);
    assertEquals(searchTerms.filter((term) => /\p{Cs}/u.test(term)), []);
    assertEquals(searchTerms.filter((term) => term.includes("👪")).length, 2);
    assertEquals((await map.prove(ANN, searchTerms)).hits, []);
    assertEquals((await scanFiles(folder, searchTerms)).hits, []);
  });
});

Deno.test("what stays by declaration is named, and all else is searched", async () => {
  await withFileWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    const { searchTerms } = await map.erase(ANN);
    const proof = await map.prove(ANN, searchTerms);
    assertEquals(proof.clean, true, JSON.stringify(proof.hits));
    assertEquals(proof.unproven, [
      "1 of verdicts stay, because a ban must outlive the account",
    ]);
  });
});

Deno.test("a left-over and a stranger make the proof fail", async () => {
  await withFileWorld(async ({ store, clock, map, folder }) => {
    await settle(store, BOB, ANN, clock.now());
    const { searchTerms } = await map.erase(ANN);
    await Deno.writeTextFile(`${folder}/server.log`, `GET /x?id=${ANN}`);
    const proof = await map.prove(ANN, searchTerms);
    assertEquals(proof.clean, false);
    assertEquals(proof.hits.map(({ where }) => where), [
      `${folder}/server.log`,
    ]);
    await Deno.remove(`${folder}/server.log`);
    assertEquals((await map.prove(ANN, searchTerms)).clean, true);
    await store[KV_CLIENT].kv.set(["canary", ANN], 1);
    const stranger = await map.prove(ANN, searchTerms);
    assertEquals(stranger.clean, false);
    assertEquals(stranger.strangers, ["canary"]);
  });
});

Deno.test("a key of a collection that is not registered is a stranger", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await store.write().add(lamps, { room: "a", n: 1, at: clock.now() })
      .commit();
    assertEquals((await map.scan([])).strangers, []);
    await store[KV_CLIENT].kv.set(["r", "ghosts", "1"], { v: {}, x: null });
    assertEquals((await map.scan([])).strangers, ["r ghosts"]);
  });
});

Deno.test("compaction refuses no write and does not halt them for long", async () => {
  await withFileWorld(async ({ store, clock, map }) => {
    for (let n = 0; n < 400; n++) {
      const write = store.write();
      for (let m = 0; m < 25; m++) write.add(notes, note(clock.now()));
      await write.commit();
    }
    let going = true;
    let written = 0;
    let longest = 0;
    const writer = async () => {
      while (going) {
        const start = performance.now();
        assert((await store.write().add(notes, note(clock.now())).commit()).ok);
        longest = Math.max(longest, performance.now() - start);
        written++;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const reader = async () => {
      while (going) {
        await store.all(notes, { limit: 10 });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const busy = [writer(), reader(), reader()];
    for (let n = 0; n < 3; n++) {
      const { reason, pause } = await map.compact();
      assertEquals(reason, null);
      assert(pause < 2_000, `writes waited ${pause} ms`);
    }
    going = false;
    await Promise.all(busy);
    assert(written > 3, `${written} writes`);
    assert(longest < 2_500, `a write took ${longest} ms`);
  });
});
