import { KV_CLIENT } from "./inside.ts";
import {
  CHANNELS,
  CHUNKS,
  HOLDS,
  LISTS,
  RECORDS,
  STAGED,
  SUBJECTS,
  TOMBSTONES,
} from "./keys.ts";
import { TermSearch } from "./term_search.ts";
import type { RawStore } from "./raw_store.ts";

export interface KeyScan {
  keys: number;
  /** For each term where it was found, by collection or kind of key. */
  hits: { searchTerm: number; where: string; count: number }[];
  /** Keys that no registered collection owns, by their first parts. */
  strangers: string[];
}

const OWNED = new Set<unknown>([CHANNELS, CHUNKS, HOLDS, STAGED, TOMBSTONES]);

/**
 * Reads every key and value of the store: for search terms, and for what nobody
 * declared.
 */
export async function scanKeys(
  rawStore: RawStore,
  searchTerms: readonly string[],
): Promise<KeyScan> {
  const search = new TermSearch(searchTerms);
  const names = new Set<unknown>(rawStore.collections.map(({ name }) => name));
  const hits = new Map<string, KeyScan["hits"][number]>();
  const strangers = new Set<string>();
  let keys = 0;
  for await (const { key, value } of rawStore[KV_CLIENT].each({ prefix: [] })) {
    keys++;
    if (!isOwned(key, names)) strangers.add(placeOf(key));
    const where = String(collectionOf(key) ?? key[0]);
    for (const searchTerm of search.find(bytesOf(key, value))) {
      const at = `${searchTerm} ${where}`;
      const hit = hits.get(at) ?? { searchTerm, where, count: 0 };
      hits.set(at, { ...hit, count: hit.count + 1 });
    }
  }
  return { keys, hits: [...hits.values()], strangers: [...strangers] };
}

function isOwned(key: Deno.KvKey, names: ReadonlySet<unknown>): boolean {
  return OWNED.has(key[0]) || names.has(collectionOf(key));
}

function collectionOf(key: Deno.KvKey): unknown {
  if (key[0] === RECORDS || key[0] === LISTS) return key[1];
  return key[0] === SUBJECTS ? key[3] : undefined;
}

/** Where a key lies, without the ids in it. */
function placeOf(key: Deno.KvKey): string {
  const place = [key[0], collectionOf(key)];
  return place.filter((part) => part !== undefined).map(String).join(" ");
}

const encoder = new TextEncoder();

/** A record that is all text; bytes in it stand for themselves. */
function bytesOf(key: Deno.KvKey, value: unknown): Uint8Array {
  const raw: Uint8Array[] = [];
  const text = JSON.stringify([key, value], (_, part) => {
    if (typeof part === "bigint") return String(part);
    if (!(part instanceof Uint8Array)) return part;
    raw.push(part);
    return null;
  });
  const head = encoder.encode(text);
  const size = raw.reduce((sum, part) => sum + part.length, head.length);
  const all = new Uint8Array(size);
  all.set(head);
  let at = head.length;
  for (const part of raw) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
