/**
 * How long a text may be. Characters are what people see; bytes are bounded
 * too, because one visible character can carry any number of marks.
 */
export interface TextLimit {
  characters: number;
  /** In UTF-8. */
  bytes: number;
}

/** The longest emoji have 41 bytes; 64 is room for one and its marks. */
const BYTES_OF_ONE = 64;

/** A limit that no writing and no emoji meets by its bytes. */
export function limitOf(characters: number): TextLimit {
  return { characters, bytes: characters * BYTES_OF_ONE };
}

let segmenter: Intl.Segmenter | undefined;

/**
 * How many characters a reader sees: grapheme clusters by Unicode's UAX 29. A
 * family emoji, a letter with its marks and a line break are one each.
 */
export function countCharacters(text: string): number {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** The length in UTF-8. */
export function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** How many more characters a text may have; below zero if it is too long. */
export function charactersLeft(text: string, limit: TextLimit): number {
  const left = limit.characters - countCharacters(text);
  return countBytes(text) > limit.bytes ? Math.min(left, -1) : left;
}

/** True if a text keeps within both bounds. */
export function fits(text: string, limit: TextLimit): boolean {
  // Bytes first: they are quick to count, and bound the other count.
  return countBytes(text) <= limit.bytes &&
    countCharacters(text) <= limit.characters;
}
