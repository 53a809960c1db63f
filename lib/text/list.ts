/**
 * Commas, semicolons and line breaks of the scripts in use, and the bullet of a
 * pasted list: ASCII, Greek, Armenian, Arabic, N'Ko, Ethiopic, Mongolian,
 * Chinese and Japanese in all widths, Lisu, Vai and Bamum.
 */
const SEPARATOR =
  /[,;\u037e\u055d\u060c\u061b\u07f8\u1363\u1364\u1802\u1808\u2e32\u2e34\u2e35\u2e41\u2e4c\u3001\ua4fe\ua60d\ua6f5\ua6f6\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54\uff0c\uff1b\uff64\u2022\n\v\f\r\u0085\u2028\u2029]/u;

/** The parts of a list, without the space around them; empty ones are left out. */
export function splitList(text: string): string[] {
  return text.split(SEPARATOR).map((part) => part.trim()).filter(Boolean);
}
