import { newSecret } from "../kernel/mod.ts";
import {
  type Compaction,
  compactStore,
  type FileScan,
  type KeyScan,
  scanFiles,
  scanKeys,
  type Store,
} from "../store/mod.ts";
import type { DataMapDeps } from "./deps.ts";
import { MIN_TERM_LENGTH } from "./search_terms_of.ts";
import { type Kept, keptAbout } from "./plan.ts";
import { erasures, holds, markers } from "./records.ts";
import type { ErasedTerms } from "./sealed_terms.ts";

export interface ScanResult {
  /** How many terms were searched for; too short ones are left out. */
  searchTerms: number;
  keys: number;
  /** Keys that no declared collection owns. */
  strangers: string[];
  files: number;
  bytes: number;
  /** Collections, kinds of key and files in which a term was found. */
  hits: { searchTerm: string; where: string }[];
  /** What could not be searched, in words. */
  unproven: string[];
}

export interface Proof extends ScanResult {
  /** No hit, no stranger, and the search had found its own marker. */
  clean: boolean;
  /** A planted record: found while it was there, gone afterwards. */
  marker: { found: boolean; gone: boolean };
  compaction: Compaction;
}

/**
 * Looks for search terms in every key and value of the store, and in the raw bytes
 * of every file in the data folder.
 */
export async function scan(
  deps: DataMapDeps,
  searchTerms: readonly string[],
): Promise<ScanResult> {
  const specific = specificOf(searchTerms);
  const inStore = await scanKeys(deps.rawStore, specific);
  return await withFiles(deps, specific, inStore, specific);
}

/** Adds the search through the files, for the terms in `inFiles`. */
async function withFiles(
  { store, dataFolder }: DataMapDeps,
  searchTerms: readonly string[],
  { keys, strangers, hits }: KeyScan,
  inFiles: readonly string[],
): Promise<ScanResult> {
  const raw = dataFolder === null
    ? { files: 0, bytes: 0, hits: [] }
    : await scanFiles(dataFolder, inFiles);
  const found = raw.hits.map(({ searchTerm, file }) => ({
    searchTerm: inFiles[searchTerm],
    where: file,
  }));
  return {
    searchTerms: searchTerms.length,
    keys,
    strangers,
    files: raw.files,
    bytes: raw.bytes,
    hits: [
      ...hits.map(({ searchTerm, where }) => ({
        searchTerm: searchTerms[searchTerm],
        where,
      })),
      ...found,
    ],
    unproven: limitsOf(store, dataFolder),
  };
}

/** What is long enough to be found nowhere by chance, each once. */
function specificOf(searchTerms: readonly string[]): string[] {
  const specific = searchTerms.filter(({ length }) =>
    length >= MIN_TERM_LENGTH
  );
  return [...new Set(specific)];
}

/**
 * Rewrites the store without what was deleted and shows that nothing of these
 * people is left, in one run for all of them. A marker that is planted first,
 * found, removed and not found any more shows that the search would find it.
 * What stays about a person by declaration or hold is named in `unproven`, and
 * its terms are looked for everywhere but there.
 */
export async function proveAll(
  deps: DataMapDeps,
  people: readonly ErasedTerms[],
): Promise<Proof[]> {
  const marker = await plantMarker(deps);
  const markerFound = (await seek(deps, [marker])).length > 0;
  await removeMarker(deps, marker);
  const compaction = await compactStore(deps.store);
  const kept = await Promise.all(
    people.map(({ subjectId }) =>
      subjectId === null ? [] : keptAbout(deps, subjectId)
    ),
  );
  const searches = people.map(({ searchTerms }, n) => ({
    terms: new Set(specificOf([...searchTerms, marker])),
    kept: kept[n],
    stays: staysFor(kept[n]),
  }));
  const all = [...new Set(searches.flatMap(({ terms }) => [...terms]))];
  // Files first: words that somebody takes in between are in the store then.
  const inFiles = deps.dataFolder === null
    ? NO_FILES
    : await scanFiles(deps.dataFolder, all);
  const inStore = await scanKeys(deps.rawStore, all);
  const found = { all, inFiles, inStore, markerFound, marker, compaction };
  const unproven = limitsOf(deps.store, deps.dataFolder);
  return searches.map((search) => proofFor(search, found, unproven));
}

/** See proveAll. */
export async function prove(
  deps: DataMapDeps,
  subjectId: string,
  searchTerms: readonly string[],
): Promise<Proof> {
  return (await proveAll(deps, [{ subjectId, searchTerms }]))[0];
}

interface Search {
  terms: ReadonlySet<string>;
  kept: readonly Kept[];
  /** Collections that keep something about the person. */
  stays: ReadonlySet<string>;
}

interface Found {
  all: readonly string[];
  inFiles: FileScan;
  inStore: KeyScan;
  marker: string;
  markerFound: boolean;
  compaction: Compaction;
}

/** Ids and secrets are nobody else's, wherever they are found. */
const RANDOM = /^[0-9a-hjkmnp-tv-z]{26,}$/;

/** Where hits are explained; a held erasure's own record names the person. */
function staysFor(kept: readonly Kept[]): ReadonlySet<string> {
  const stays = kept.map(({ collection }) => collection);
  const held = kept.some(({ why }) => why.kind === "hold");
  return new Set(held ? [...stays, erasures.name, holds.name] : stays);
}

/**
 * What lies in the store lies in its files, too. So a word that is rightly
 * there, by the person's own kept records or because somebody else uses it as
 * well, is left out of the search, and of the number of words searched for.
 */
function proofFor(
  { terms, kept, stays }: Search,
  found: Found,
  unproven: readonly string[],
): Proof {
  const { all, inFiles, inStore, marker, markerFound, compaction } = found;
  const stored = inStore.hits.map(({ searchTerm, where }) => ({
    searchTerm: all[searchTerm],
    where,
  })).filter(({ searchTerm }) => terms.has(searchTerm));
  const excused = new Set(
    stored.filter(({ searchTerm, where }) =>
      stays.has(where) || !RANDOM.test(searchTerm)
    ).map(({ searchTerm }) => searchTerm),
  );
  const inStoreOnly = stored.filter(({ searchTerm, where }) =>
    RANDOM.test(searchTerm) && !stays.has(where)
  );
  const raw = inFiles.hits.map(({ searchTerm, file }) => ({
    searchTerm: all[searchTerm],
    where: file,
  })).filter(({ searchTerm }) =>
    terms.has(searchTerm) && !excused.has(searchTerm)
  );
  const hits = [...inStoreOnly, ...raw];
  const gone = !hits.some(({ searchTerm }) => searchTerm === marker);
  return {
    // The marker is no word of the person's.
    searchTerms: terms.size - 1 - excused.size,
    keys: inStore.keys,
    strangers: inStore.strangers,
    files: inFiles.files,
    bytes: inFiles.bytes,
    hits,
    unproven: [
      ...unproven,
      ...kept.map(keptText),
      ...excusedText(excused, kept),
    ],
    clean: hits.length === 0 && inStore.strangers.length === 0 && markerFound,
    marker: { found: markerFound, gone },
    compaction,
  };
}

function keptText({ collection, count, why }: Kept): string {
  const reason = why.kind === "hold" ? "of a hold" : why.reason;
  return `${count} of ${collection} stay, because ${reason}`;
}

function excusedText(
  excused: ReadonlySet<string>,
  kept: readonly Kept[],
): string[] {
  return excused.size === 0 || kept.length > 0
    ? []
    : [`${excused.size} words stand in other people's records, too`];
}

const NO_FILES: FileScan = { files: 0, bytes: 0, hits: [] };

async function plantMarker({ store, clock }: DataMapDeps): Promise<string> {
  const text = newSecret();
  await store.transactOrThrow("plant a marker", (write) => {
    write.add(markers, { text, at: clock.now() });
  });
  return text;
}

async function removeMarker(
  { store }: DataMapDeps,
  text: string,
): Promise<void> {
  await store.transactOrThrow("remove a marker", async (write) => {
    const found = await store.get(markers, [text]);
    if (found) write.remove(found);
  });
}

/** The terms that are found, in files where the store is one. */
async function seek(
  deps: DataMapDeps,
  searchTerms: string[],
): Promise<number[]> {
  const { store, dataFolder, rawStore } = deps;
  const { hits } = store.file !== null && dataFolder !== null
    ? await scanFiles(dataFolder, searchTerms)
    : await scanKeys(rawStore, searchTerms);
  return hits.map(({ searchTerm }) => searchTerm);
}

function limitsOf(store: Store, dataFolder: string | null): string[] {
  const limits: string[] = [];
  if (dataFolder === null) limits.push("there is no data folder to search");
  if (store.file === null) {
    limits.push(
      store.exclusive
        ? "the store lies in memory only"
        : "what the store's server keeps of deleted records cannot be searched from here",
    );
  }
  return limits;
}
