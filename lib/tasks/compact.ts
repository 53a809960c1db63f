import { DatabaseSync } from "node:sqlite";
import { scanPaths } from "../store/mod.ts";
import { say } from "./progress.ts";

export interface CompactedFile {
  bytesBefore: number;
  bytesAfter: number;
  /** Pages that hold nothing any more and may still tell of it. */
  freePages: number;
}

/**
 * Rewrites the SQLite file of a denokv server, or of a Millo, that is stopped:
 * what was deleted from it is gone from the disk afterwards. Throws where the
 * file is in use or is none of SQLite's.
 */
export function compactFile(path: string): CompactedFile {
  const bytesBefore = sizeOf(path);
  const db = new DatabaseSync(path);
  try {
    db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = ON");
    // The lock is taken by the first write, and says so at once.
    db.exec("BEGIN EXCLUSIVE; COMMIT");
    db.exec("VACUUM");
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const free = db.prepare("PRAGMA freelist_count").get();
    return {
      bytesBefore,
      bytesAfter: sizeOf(path),
      freePages: Number(free?.freelist_count ?? 0),
    };
  } catch (error) {
    throw new Error(`Cannot compact ${path}: ${reasonFor(error)}`);
  } finally {
    db.close();
  }
}

/** How many of the terms lie in the file or in its logs, in any encoding. */
export async function countTerms(
  path: string,
  terms: readonly string[],
): Promise<number> {
  const paths = ["", "-wal", "-shm"].map((part) => path + part);
  const { hits } = await scanPaths(paths, terms);
  return new Set(hits.map(({ searchTerm }) => searchTerm)).size;
}

function reasonFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /locked|busy/.test(message)
    ? "a server has it open; stop it first"
    : message;
}

function sizeOf(path: string): number {
  return [path, `${path}-wal`].reduce((sum, part) => {
    try {
      return sum + Deno.statSync(part).size;
    } catch {
      return sum;
    }
  }, 0);
}

/** The exit code: 1 where a term is still there. */
export async function compact(args: readonly string[]): Promise<number> {
  const [path, ...terms] = args;
  if (!path) {
    throw new Error(
      "Cannot compact: name the database file, and then words to search for",
    );
  }
  if (!await Deno.stat(path).catch(() => null)) {
    throw new Error(`Cannot compact ${path}: there is no such file`);
  }
  const { bytesBefore, bytesAfter, freePages } = compactFile(path);
  say(
    `Rewritten: ${bytesBefore} bytes before, ${bytesAfter} after, ` +
      `${freePages} pages unused`,
  );
  if (terms.length === 0) return 0;
  const found = await countTerms(path, terms);
  say(`${found} of ${terms.length} words are in the file`);
  return found === 0 ? 0 : 1;
}

if (import.meta.main) {
  try {
    Deno.exit(await compact(Deno.args));
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
