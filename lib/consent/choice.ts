import type { Millis } from "../kernel/mod.ts";

/** What is done only with a yes of its own, and never by itself. */
export const CHOICES = ["analytics", "personalisation", "mail"] as const;
export type Choice = typeof CHOICES[number];

/** Of the words that a choice is put in; new words are a new number. */
export const WORDING = 1;

export interface ChoiceEvent {
  purpose: Choice;
  choice: "given" | "withdrawn";
  at: Millis;
}

/**
 * Whether a purpose has a yes: by the newest event, off without any. Of a yes
 * and a no at the same instant, the no counts.
 */
export function isGiven(
  ledger: readonly ChoiceEvent[],
  purpose: Choice,
): boolean {
  const events = ledger.filter((event) => event.purpose === purpose);
  const newest = Math.max(...events.map(({ at }) => at));
  const last = events.filter(({ at }) => at === newest);
  return last.length > 0 && last.every(({ choice }) => choice === "given");
}
