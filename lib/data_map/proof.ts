import { newSecret } from "../kernel/mod.ts";
import {
  type Compaction,
  compactStore,
  type KeyScan,
  scanFiles,
  scanKeys,
  type Store,
} from "../store/mod.ts";
import type { Context } from "./context.ts";
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
  context: Context,
  searchTerms: readonly string[],
): Promise<ScanResult> {
  const specific = specificOf(searchTerms);
  const inStore = await scanKeys(context.rawStore, specific);
  return await withFiles(context, specific, inStore, specific);
}

/** Adds the search through the files, for the terms in `inFiles`. */
async function withFiles(
  { store, dataFolder }: Context,
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
  context: Context,
  people: readonly ErasedTerms[],
): Promise<Proof[]> {
  const marker = await plantMarker(context);
  const found = (await seek(context, [marker])).length > 0;
  await removeMarker(context, marker);
  const compaction = await compactStore(context.store);
  const kept = await Promise.all(
    people.map(({ subjectId }) =>
      subjectId === null ? [] : keptAbout(context, subjectId)
    ),
  );
  const searches = people.map(({ searchTerms }, n) => ({
    terms: new Set(specificOf([...searchTerms, marker])),
    kept: kept[n],
    stays: staysFor(kept[n]),
  }));
  const all = [...new Set(searches.flatMap(({ terms }) => [...terms]))];
  const inStore = await scanKeys(context.rawStore, all);
  const explained = (term: number, where: string) =>
    searches.some(({ terms, stays }) =>
      terms.has(all[term]) && stays.has(where)
    );
  const known = new Set(
    inStore.hits.filter(({ searchTerm, where }) => explained(searchTerm, where))
      .map(({ searchTerm }) => searchTerm),
  );
  const inFiles = all.filter((_, term) => !known.has(term));
  const result = await withFiles(context, all, inStore, inFiles);
  return searches.map((search) =>
    proofFor(search, result, { marker, found, compaction })
  );
}

/** See proveAll. */
export async function prove(
  context: Context,
  subjectId: string,
  searchTerms: readonly string[],
): Promise<Proof> {
  return (await proveAll(context, [{ subjectId, searchTerms }]))[0];
}

interface Search {
  terms: ReadonlySet<string>;
  kept: readonly Kept[];
  stays: ReadonlySet<string>;
}

/** Where hits are explained; a held erasure's own record names the person. */
function staysFor(kept: readonly Kept[]): ReadonlySet<string> {
  const stays = kept.map(({ collection }) => collection);
  const held = kept.some(({ why }) => why.kind === "hold");
  return new Set(held ? [...stays, erasures.name, holds.name] : stays);
}

function proofFor(
  { terms, kept, stays }: Search,
  result: ScanResult,
  { marker, found, compaction }: {
    marker: string;
    found: boolean;
    compaction: Compaction;
  },
): Proof {
  const hits = result.hits.filter(({ searchTerm, where }) =>
    terms.has(searchTerm) && !stays.has(where)
  );
  const gone = !hits.some(({ searchTerm }) => searchTerm === marker);
  return {
    ...result,
    searchTerms: terms.size,
    hits,
    unproven: [
      ...result.unproven,
      ...kept.map(({ collection, count, why }) =>
        `${count} of ${collection} stay, because ${
          why.kind === "hold" ? "of a hold" : why.reason
        }`
      ),
    ],
    clean: hits.length === 0 && result.strangers.length === 0 && found,
    marker: { found, gone },
    compaction,
  };
}

async function plantMarker({ store, clock }: Context): Promise<string> {
  const text = newSecret();
  await store.transactOrThrow("plant a marker", (write) => {
    write.add(markers, { text, at: clock.now() });
  });
  return text;
}

async function removeMarker({ store }: Context, text: string): Promise<void> {
  await store.transactOrThrow("remove a marker", async (write) => {
    const found = await store.get(markers, [text]);
    if (found) write.remove(found);
  });
}

/** The terms that are found, in files where the store is one. */
async function seek(
  context: Context,
  searchTerms: string[],
): Promise<number[]> {
  const { store, dataFolder, rawStore } = context;
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
