import { assert, assertEquals } from "@std/assert";
import { profiles } from "../../lib/accounts/profile/records.ts";
import { MAX_FAILED_PROOFS } from "../../lib/data_map/erasure_proof.ts";
import { erasures } from "../../lib/data_map/records.ts";
import { createDataMap } from "../../lib/data_map/mod.ts";
import { type AccountId, HOUR, newId } from "../../lib/kernel/mod.ts";
import {
  type Collection,
  scanFiles,
  subjectHashOf,
} from "../../lib/store/mod.ts";
import { notes } from "../store/helpers/collections.ts";
import { note } from "../store/helpers/notes.ts";
import { ANN, BOB } from "./helpers/people.ts";
import {
  withFileWorld,
  withWorld,
  type World,
  worldCollections,
} from "./helpers/world.ts";

const WORDS = "a sentence that only ann would ever write";

async function write(
  { store, clock }: World,
  author: string,
  text: string,
): Promise<void> {
  const value = note(clock.now(), { author, id: newId(), text });
  await store.transactOrThrow("write a note", (write) => {
    write.create(notes, value);
  });
}

async function recordOf({ store }: World, person: string) {
  const found = await store.get(erasures, [subjectHashOf(person)]);
  return found!.value;
}

async function hitsFor({ folder }: World, terms: string[]) {
  return (await scanFiles(folder, terms)).hits;
}

Deno.test("an erasure ends in the files, with figures", async () => {
  await withFileWorld(async (world) => {
    await write(world, ANN, WORDS);
    await write(world, BOB, "what bob writes stays where it is");
    await world.map.erase(ANN);
    const removed = await recordOf(world, ANN);
    assertEquals([removed.step, removed.proof], ["removed", null]);
    assertEquals([removed.subjectId, removed.searchTerms], [null, []]);
    // Until now the words lie in the files, and only there.
    assert((await hitsFor(world, [WORDS])).length > 0);
    assertEquals(await world.map.proveErasures(), { ended: 1, left: 0 });
    const { step, proof, sealedTerms } = await recordOf(world, ANN);
    assertEquals([step, sealedTerms], ["done", null]);
    assertEquals([proof?.hits, proof?.compacted], [0, true]);
    assert(proof!.searchTerms >= 2 && proof!.files >= 3 && proof!.bytes > 0);
    assertEquals(await hitsFor(world, [ANN, WORDS]), []);
    assert((await hitsFor(world, [BOB])).length > 0);
  });
});

Deno.test("no erasure waits, no file is rewritten", async () => {
  await withFileWorld(async ({ map }) => {
    assertEquals(await map.awaitsProof(), false);
    assertEquals(await map.proveErasures(), { ended: 0, left: 0 });
  });
});

Deno.test("fifty erasures share one run, and each has figures of its own", async () => {
  await withFileWorld(async (world) => {
    const people = Array.from({ length: 50 }, () => newId());
    for (const [n, person] of people.entries()) {
      await write(world, person, `the words of person number ${n} alone`);
    }
    await Promise.all(people.map((person) => world.map.erase(person)));
    assertEquals(await world.map.proveErasures(), { ended: 50, left: 0 });
    for (const person of people) {
      const { step, proof } = await recordOf(world, person);
      assertEquals([step, proof?.hits], ["done", 0]);
    }
    assertEquals(await hitsFor(world, people), []);
  });
});

Deno.test("a crash between the records and the files loses no word to search for", async () => {
  await withFileWorld(async (world) => {
    await write(world, ANN, WORDS);
    await world.map.erase(ANN);
    // Another process on the same folder knows what the one that died knew.
    const { store, clock, folder } = world;
    const after = createDataMap({
      ...{ store, clock, collections: worldCollections },
      dataFolder: folder,
    });
    assertEquals(await after.awaitsProof(), true);
    await after.proveErasures();
    const { proof } = await recordOf(world, ANN);
    assert(proof!.searchTerms >= 2);
    assertEquals(await hitsFor(world, [ANN, WORDS]), []);
  });
});

Deno.test("the key of the words is destroyed with the search, also after a crash", async () => {
  await withFileWorld(async (world) => {
    const keys = async () =>
      (await Deno.readTextFile(`${world.folder}/person_keys`)).trim();
    await write(world, ANN, WORDS);
    await world.map.erase(ANN);
    assert((await keys()).length > 0);
    await world.map.proveErasures();
    assertEquals(await keys(), "");
    // As if the process had died before it destroyed the key.
    const name = `search terms of erasure ${subjectHashOf(ANN)}`;
    await world.map.personKeys!.seal(name, new Uint8Array(1), "x");
    assert((await keys()).length > 0);
    await world.map.replay();
    assertEquals(await keys(), "");
  });
});

Deno.test("what is found is told, and looked for again until that is vain", async () => {
  await withFileWorld(async (world) => {
    await write(world, ANN, WORDS);
    const log = `${world.folder}/server.log`;
    await Deno.writeTextFile(log, `GET /x?id=${ANN}`);
    await world.map.erase(ANN);
    assertEquals(await world.map.proveErasures(), { ended: 0, left: 1 });
    const found = await recordOf(world, ANN);
    assertEquals([found.step, found.proof?.hits], ["removed", 1]);
    for (let n = 1; n < MAX_FAILED_PROOFS; n++) await world.map.proveErasures();
    const given = await recordOf(world, ANN);
    assertEquals([given.step, given.proof?.hits], ["done", 1]);
    assertEquals(await world.map.awaitsProof(), false);
  });
});

Deno.test("a search that found something is good once it is gone", async () => {
  await withFileWorld(async (world) => {
    await write(world, ANN, WORDS);
    const log = `${world.folder}/server.log`;
    await Deno.writeTextFile(log, WORDS);
    await world.map.erase(ANN);
    await world.map.proveErasures();
    await Deno.remove(log);
    assertEquals(await world.map.proveErasures(), { ended: 1, left: 0 });
    assertEquals((await recordOf(world, ANN)).proof?.hits, 0);
  });
});

Deno.test("words that somebody else uses as well are not counted as searched for", async () => {
  await withFileWorld(async (world) => {
    const common = "see you tomorrow then";
    await write(world, ANN, WORDS);
    await write(world, ANN, common);
    await write(world, BOB, common);
    const { searchTerms } = await world.map.erase(ANN);
    assert(searchTerms.includes(common));
    await world.map.proveErasures();
    const { step, proof } = await recordOf(world, ANN);
    assertEquals([step, proof?.hits], ["done", 0]);
    assertEquals(proof?.searchTerms, searchTerms.length - 1);
    assert((await hitsFor(world, [common])).length > 0, "bob's are kept");
  });
});

Deno.test("interests are searched for, but for short ones and those of others", async () => {
  await withFileWorld(async (world) => {
    const { store, clock, map } = world;
    const own = "underwater basket weaving";
    const lists = {
      [ANN]: [own, "photography", "jazz"],
      [BOB]: ["photography"],
    };
    for (const [accountId, interests] of Object.entries(lists)) {
      await store.write().create(profiles, {
        accountId: accountId as AccountId,
        username: null,
        interests,
        languages: ["en"],
        seenDay: clock.now(),
      }).commit();
    }
    const { searchTerms } = await map.erase(ANN);
    assertEquals(searchTerms.toSorted(), [ANN, "photography", own].toSorted());
    await map.proveErasures();
    const { step, proof } = await recordOf(world, ANN);
    assertEquals([step, proof?.hits, proof?.searchTerms], ["done", 0, 2]);
    assertEquals(await hitsFor(world, [own]), []);
    assert((await hitsFor(world, ["photography"])).length > 0);
  }, [...worldCollections, profiles as unknown as Collection]);
});

Deno.test("words sealed by a process with another folder are left to it, for a time", async () => {
  await withWorld(async (world) => {
    await write(world, ANN, WORDS);
    await world.map.erase(ANN);
    const folder = await Deno.makeTempDir();
    const { store, clock } = world;
    const other = createDataMap({
      ...{ store, clock, collections: worldCollections },
      dataFolder: folder,
    });
    assertEquals(await other.proveErasures(), { ended: 0, left: 0 });
    assertEquals((await recordOf(world, ANN)).step, "removed");
    clock.pass(2 * HOUR);
    await other.proveErasures();
    const { step, proof } = await recordOf(world, ANN);
    // It claims no search for words that it never had.
    assertEquals([step, proof?.searchTerms], ["done", 0]);
    await Deno.remove(folder, { recursive: true });
  });
});

Deno.test("without files of ours only the records are claimed", async () => {
  await withWorld(async (world) => {
    await write(world, ANN, WORDS);
    await world.map.erase(ANN);
    await world.map.proveErasures();
    const { step, proof } = await recordOf(world, ANN);
    assertEquals([step, proof?.compacted, proof?.hits], ["done", false, 0]);
    assert(proof!.keys > 0);
  });
});

Deno.test("a held erasure is never searched for, and its time stands still", async () => {
  await withFileWorld(async (world) => {
    const { map, clock } = world;
    await write(world, ANN, WORDS);
    await map.hold(ANN, {
      reason: "an order",
      until: clock.now() + 10 * HOUR,
    });
    await map.erase(ANN);
    assertEquals(await map.awaitsProof(), false);
    const { removedAt } = await recordOf(world, ANN);
    clock.pass(HOUR);
    await map.resume();
    const again = await recordOf(world, ANN);
    assertEquals([again.step, again.proof], ["held", null]);
    assertEquals(again.removedAt, removedAt);
  });
});

Deno.test("the files are rewritten at a quiet hour only after a write", async () => {
  await withFileWorld(async (world) => {
    // After a start nobody knows what lies in them.
    assertEquals((await world.map.compactIfDue())?.done, true);
    assertEquals(await world.map.compactIfDue(), null);
    await write(world, BOB, WORDS);
    assertEquals((await world.map.compactIfDue())?.done, true);
    assertEquals(await world.map.compactIfDue(), null);
  });
});

Deno.test("what a sweep removes leaves the files with the next rewriting", async () => {
  await withFileWorld(async (world) => {
    await write(world, BOB, WORDS);
    world.clock.pass(400 * 24 * HOUR);
    await world.map.sweep({ dry: false });
    assert((await hitsFor(world, [WORDS])).length > 0);
    await world.map.compactIfDue();
    assertEquals(await hitsFor(world, [WORDS]), []);
  });
});

Deno.test("no write fails while erasures are proven", async () => {
  await withFileWorld(async (world) => {
    await write(world, ANN, WORDS);
    await world.map.erase(ANN);
    let written = 0;
    let over = false;
    const writer = async () => {
      while (!over) {
        await write(world, BOB, `line ${written++}`);
      }
    };
    const writers = [writer(), writer(), writer()];
    await world.map.proveErasures();
    over = true;
    await Promise.all(writers);
    assert(written > 3);
    assertEquals((await recordOf(world, ANN)).step, "done");
  });
});
