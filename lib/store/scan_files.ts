import { TermSearch } from "./term_search.ts";

export interface FileScan {
  files: number;
  bytes: number;
  /** For each term the files that it is in. */
  hits: { searchTerm: number; file: string }[];
}

const BLOCK = 1 << 20;

/**
 * Looks for search terms in the raw bytes of every file under a folder, deleted
 * records that still lie in a database included.
 */
export function scanFiles(
  folder: string,
  searchTerms: readonly string[],
): Promise<FileScan> {
  return scanPaths(filesUnder(folder), searchTerms);
}

/** The same for these files; one that is not there is left out. */
export async function scanPaths(
  paths: AsyncIterable<string> | Iterable<string>,
  searchTerms: readonly string[],
): Promise<FileScan> {
  const search = new TermSearch(searchTerms);
  const result: FileScan = { files: 0, bytes: 0, hits: [] };
  for await (const path of paths) {
    const found = await scanFile(path, search, result);
    for (const searchTerm of found) {
      result.hits.push({ searchTerm, file: path });
    }
  }
  return result;
}

async function scanFile(
  path: string,
  search: TermSearch,
  result: FileScan,
): Promise<Set<number>> {
  using file = await openForScan(path);
  const found = new Set<number>();
  if (!file) return found;
  result.files++;
  const buffer = new Uint8Array(search.overlap + BLOCK);
  let kept = 0;
  for (;;) {
    const read = await file.read(buffer.subarray(kept));
    if (read === null) return found;
    result.bytes += read;
    const filled = kept + read;
    for (const n of search.find(buffer.subarray(0, filled))) found.add(n);
    const from = Math.max(0, filled - search.overlap);
    buffer.copyWithin(0, from, filled);
    kept = filled - from;
  }
}

async function* filesUnder(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory, isFile } of Deno.readDir(folder)) {
    if (isDirectory) yield* filesUnder(`${folder}/${name}`);
    if (isFile) yield `${folder}/${name}`;
  }
}

/** A write-ahead log may vanish between the listing and here. */
async function openForScan(path: string): Promise<Deno.FsFile | null> {
  try {
    return await Deno.open(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
