/**
 * Characters without ink besides spaces, controls and what Unicode calls
 * ignorable: blank Braille, a note head and a filler that are never drawn,
 * hieroglyphs that only leave room, and controls of hieroglyphs and of notes
 * between lines.
 */
const WITHOUT_INK =
  "\\u2800\\ufff9-\\ufffb\\u{1107f}\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1d159}";

const BLANK = new RegExp(
  `^[\\s\\p{Z}\\p{Cc}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}${WITHOUT_INK}]*$`,
  "u",
);

/**
 * True if a text shows nothing: it is empty, or has only spaces, controls,
 * fillers, joiners, tags and variation selectors.
 */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}
