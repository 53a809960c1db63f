/**
 * How long the erasure of one person takes among the records of many others,
 * and, apart from it, the rewriting of the file and the search through it.
 */
import { createDataMap, type DataMap } from "../../lib/data_map/mod.ts";
import { newId, systemClock } from "../../lib/kernel/mod.ts";
import { type Compaction, openStore, type Store } from "../../lib/store/mod.ts";
import { withFolder } from "../store/helpers/backends.ts";
import { notes } from "../store/helpers/collections.ts";
import { worldCollections } from "../data_map/helpers/world.ts";
import { median, shown } from "./helpers/figures.ts";

const SIZES = [100_000, 1_000_000];
const OF_ONE = 200;
const PEOPLE = 7;
const MAX_MS = 1_000;

/** The records of one person, in one commit. */
async function fill(store: Store): Promise<string> {
  const author = newId();
  const at = systemClock.now();
  const write = store.write();
  for (let n = 0; n < OF_ONE; n++) {
    write.add(notes, {
      id: newId(),
      author,
      about: null,
      topic: n % 2 === 0 ? "tea" : null,
      text: `${newId()}, a note of some length, as people write them`,
      at,
    });
  }
  await write.commit();
  return author;
}

async function prove(
  map: DataMap,
  { person, searchTerms }: { person: string; searchTerms: string[] },
): Promise<void> {
  const start = performance.now();
  const proof = await map.prove(person, searchTerms);
  const took = (performance.now() - start) / 1000;
  console.log(
    `  proof in ${shown(took)} s: ${proof.searchTerms} needles in ` +
      `${shown(proof.bytes / 1e6)} MB and ${proof.keys} keys, ` +
      `${proof.hits.length} hits, ${proof.clean ? "clean" : "not clean"}`,
  );
  printCompaction(proof.compaction);
}

function printCompaction({ pause, bytesBefore, bytesAfter }: Compaction): void {
  console.log(
    `  rewriting ${shown(bytesBefore / 1e6)} MB to ` +
      `${shown(bytesAfter / 1e6)} MB: writes waited ${shown(pause)} ms`,
  );
}

let slowest = 0;
for (const size of SIZES) {
  await withFolder(async (folder) => {
    const clock = systemClock;
    const store = await openStore({ at: `${folder}/millo.kv`, clock });
    const map = createDataMap({
      store,
      clock,
      dataFolder: folder,
      collections: worldCollections,
    });
    const started = performance.now();
    for (let n = 0; n < size / OF_ONE; n++) await fill(store);
    const loading = (performance.now() - started) / 1000;
    const times: number[] = [];
    let erased = { person: "", searchTerms: [] as string[] };
    for (let n = 0; n < PEOPLE; n++) {
      const person = await fill(store);
      const start = performance.now();
      const { searchTerms, tallies } = await map.erase(person);
      times.push(performance.now() - start);
      if (tallies.notes.deleted !== OF_ONE) throw new Error("not all erased");
      erased = { person, searchTerms };
    }
    slowest = Math.max(slowest, ...times);
    console.log(
      `${size} records of others (loaded in ${shown(loading)} s): ` +
        `erasing ${OF_ONE} takes ${shown(median(times))} ms, ` +
        `${shown(Math.max(...times))} ms at most`,
    );
    if (size === SIZES[0]) await prove(map, erased);
    else printCompaction(await map.compact());
    await store.close();
  });
}
Deno.exit(slowest < MAX_MS ? 0 : 1);
