import type { RuleId } from "./vocabulary.ts";

interface Rule {
  /** Its number, as the house rules count their sections. */
  number: number;
  /** What one breach counts; see ladder.ts. */
  points: number;
}

/**
 * The house rules that a decision may rest on, by the id of their section in
 * `/rules`.
 */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  adults: { number: 1, points: 10 },
  owe: { number: 2, points: 1 },
  harm: { number: 3, points: 3 },
  record: { number: 4, points: 4 },
  sell: { number: 5, points: 1 },
};
