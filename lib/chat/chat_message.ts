/** The longest line, in UTF-16 units as the field of the page counts them. */
export const MAX_MESSAGE = 500;

export type LineFault = "empty" | "long";

/**
 * The text as it is shown: one line, without stacks of marks. Direction
 * overrides go, since they let a line pose as another's.
 */
export function tidy(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .trim();
}

/** Null when the tidied text may be sent. */
export function faultInLine(text: string): LineFault | null {
  if (text === "") return "empty";
  return text.length > MAX_MESSAGE ? "long" : null;
}
