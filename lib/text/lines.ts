/**
 * What ends a line in plain text, by the newline guidelines of Unicode (section
 * 5.8) and UAX 14: CR LF, LF, VT, FF, CR, NEL, and the separators of lines and
 * paragraphs.
 */
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;

/** The same text with every line break as a line feed. */
export function unifyLineBreaks(text: string): string {
  return text.replace(LINE_BREAK, "\n");
}
