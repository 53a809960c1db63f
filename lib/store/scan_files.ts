import { NeedleSearch } from "./needles.ts";

export interface FileScan {
  files: number;
  bytes: number;
  /** For each needle the files that it is in. */
  hits: { needle: number; file: string }[];
}

const BLOCK = 1 << 20;

/**
 * Looks for needles in the raw bytes of every file under a folder, deleted
 * records that still lie in a database included.
 */
export async function scanFiles(
  folder: string,
  needles: readonly string[],
): Promise<FileScan> {
  const search = new NeedleSearch(needles);
  const result: FileScan = { files: 0, bytes: 0, hits: [] };
  for await (const path of filesUnder(folder)) {
    const found = await scanFile(path, search, result);
    for (const needle of found) result.hits.push({ needle, file: path });
  }
  return result;
}

async function scanFile(
  path: string,
  search: NeedleSearch,
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
