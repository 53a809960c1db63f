import { cleanLine, limitOf, splitList } from "../../text/mod.ts";

/** So many interests a person may name. */
export const MAX_INTERESTS = 10;
/** How long one may be. */
export const MAX_INTEREST = limitOf(30);

/**
 * The tags in a text, parted as lists are in any script: in lower case, each
 * once, with what looks alike written alike, so that two people's tags can meet.
 */
export function readInterests(text: string): string[] {
  const tags = splitList(text).map(normalised).filter(Boolean);
  return [...new Set(tags)];
}

function normalised(tag: string): string {
  const line = cleanLine(tag.normalize("NFKC").toLowerCase());
  return cleanLine(line.replace(/^[\s#]+/, ""));
}
