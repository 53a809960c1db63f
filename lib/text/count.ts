import { cutMarks } from "./clean.ts";

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

/** How much more a text may have; what is below zero is too much. */
export function lengthLeft(text: string, limit: TextLimit): TextLimit {
  return {
    characters: limit.characters - countCharacters(text),
    bytes: limit.bytes - countBytes(text),
  };
}

/** True if a text keeps within both bounds. */
export function fits(text: string, limit: TextLimit): boolean {
  // Bytes first: they are quick to count, and bound the other count.
  return countBytes(text) <= limit.bytes &&
    countCharacters(text) <= limit.characters;
}

/** Which bound a text breaks: `marks` are more than a letter can be read with. */
export type LengthFault = "characters" | "bytes" | "marks";

/** Null for a text that may be kept. The bound that people see goes first. */
export function lengthFault(
  text: string,
  limit: TextLimit,
): LengthFault | null {
  if (cutMarks(text) !== text) return "marks";
  // UTF-16 is never longer than UTF-8: no need to count what is far too long.
  if (text.length > limit.bytes) return "characters";
  const left = lengthLeft(text, limit);
  if (left.characters < 0) return "characters";
  return left.bytes < 0 ? "bytes" : null;
}

/**
 * A check of a form's schema: a text that is too long is told of by the words
 * for the bound that it breaks; `message` is for characters.
 */
export function within(
  limit: TextLimit,
  message: string,
): (text: string, issues: { addIssue(message: string): void }) => void {
  return (text, issues) => {
    const fault = lengthFault(text, limit);
    if (fault) {
      issues.addIssue({ ...FAULT_MESSAGES, characters: message }[fault]);
    }
  };
}

const FAULT_MESSAGES = { bytes: "form.bytes", marks: "form.marks" } as const;
