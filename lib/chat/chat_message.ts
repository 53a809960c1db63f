import {
  cutMarks,
  fits,
  isBlank,
  lengthLeft,
  type TextLimit,
} from "../text/mod.ts";

/**
 * The longest message. LiveKit carries packets of 15 KiB, so its bytes are bounded
 * as well: 28 for each character, as many as a flag has; a family has 25.
 */
export const MAX_MESSAGE: TextLimit = { characters: 500, bytes: 14_000 };

export type MessageFault = "empty" | "long";

/**
 * The text as it is shown: one line, without stacks of marks, and empty if it
 * shows nothing. Direction overrides go, since they let a message pose as
 * another's.
 */
export function tidy(text: string): string {
  const line = text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
  return isBlank(line) ? "" : cutMarks(line);
}

/** Null when the tidied text may be sent. */
export function faultInMessage(text: string): MessageFault | null {
  if (text === "") return "empty";
  return fits(text, MAX_MESSAGE) ? null : "long";
}

/** How much more a message may have as typed; what is below zero is too much. */
export function leftInMessage(typed: string): TextLimit {
  return lengthLeft(tidy(typed), MAX_MESSAGE);
}
