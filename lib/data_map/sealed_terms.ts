import type { DataMapDeps } from "./deps.ts";
import type { Erasure } from "./records.ts";

/** Whom an erasure was about, and what must not be found of them. */
export interface ErasedTerms {
  /** Null where a crash lost it: then there is nothing to search for. */
  subjectId: string | null;
  searchTerms: readonly string[];
}

/**
 * Between the end of an erasure and the search through the files, the words to
 * search for must be kept without being what is found. They lie in the record,
 * encrypted under a key of their own in the file of keys, which is overwritten
 * once the search is over: what the store's files still have of the record is
 * then unreadable. Without a disk they are kept in memory, and a crash loses
 * them.
 */
export async function sealTerms(
  { personKeys, termsInMemory }: DataMapDeps,
  { subjectHash, subjectId, searchTerms }: Erasure,
): Promise<string | null> {
  if (personKeys === null) {
    termsInMemory.set(subjectHash, { subjectId, searchTerms });
    return null;
  }
  const plain = JSON.stringify({ subjectId, searchTerms });
  const sealed = await personKeys.seal(
    keyName(subjectHash),
    new TextEncoder().encode(plain),
    placeOf(subjectHash),
  );
  return sealed.toBase64();
}

/** What is left to search for where a crash lost it: nothing. */
export const LOST: ErasedTerms = { subjectId: null, searchTerms: [] };

/** Null where this process has no key to them; LOST where nobody has. */
export async function openTerms(
  { personKeys, termsInMemory }: DataMapDeps,
  { subjectHash, sealedTerms }: Erasure,
): Promise<ErasedTerms | null> {
  const inMemory = termsInMemory.get(subjectHash);
  if (inMemory) return inMemory;
  if (sealedTerms === null) return LOST;
  const plain = personKeys === null ? null : await personKeys.open(
    keyName(subjectHash),
    Uint8Array.fromBase64(sealedTerms),
    placeOf(subjectHash),
  );
  return plain === null ? null : JSON.parse(new TextDecoder().decode(plain));
}

/** After this nobody can read them any more. */
export async function shredTerms(
  { personKeys, termsInMemory }: DataMapDeps,
  subjectHash: string,
): Promise<void> {
  termsInMemory.delete(subjectHash);
  await personKeys?.shred(keyName(subjectHash));
}

function keyName(subjectHash: string): string {
  return `search terms of erasure ${subjectHash}`;
}

function placeOf(subjectHash: string): string {
  return `the search terms of ${subjectHash}`;
}
