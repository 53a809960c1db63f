/** So many interests a person may name. */
export const MAX_INTERESTS = 10;
const MAX_LENGTH = 30;

/**
 * The tags in a text, one per comma or line: in lower case, each once, with
 * what looks alike written alike, so that two people's tags can meet.
 */
export function readInterests(text: string): string[] {
  const tags = text.split(/[,;\n]/).map(normalised).filter(Boolean);
  return [...new Set(tags)];
}

/** Which of the tags are longer than a tag may be. */
export function tooLong(tags: readonly string[]): string[] {
  return tags.filter((tag) => tag.length > MAX_LENGTH);
}

function normalised(tag: string): string {
  return tag.normalize("NFKC").toLowerCase()
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/^[\s#]+/, "")
    .replace(/\s+/g, " ").trim();
}
