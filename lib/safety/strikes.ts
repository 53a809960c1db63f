import type { AccountId, Millis } from "../kernel/mod.ts";
import type { Store, ValueOf } from "../store/mod.ts";
import { LADDER, type Strike } from "./ladder.ts";
import { decisions } from "./records.ts";
import { type Step, STEPS } from "./vocabulary.ts";

export type Decision = ValueOf<typeof decisions>;

/** More than anybody collects before they are banned. */
const MAX_DECISIONS = 50;

/** What was decided about a person before, the newest first. */
export async function decisionsAbout(
  store: Store,
  reported: AccountId | null,
): Promise<Decision[]> {
  if (reported === null) return [];
  const { items } = await store.list(decisions, "byPerson", {
    of: [reported],
    limit: MAX_DECISIONS,
    reverse: true,
  });
  return items.map(({ value }) => value);
}

/** Earlier decisions as far as they count towards the next one. */
export function strikesIn(all: readonly Decision[]): Strike[] {
  return all.flatMap(({ id, at, measures, lessenedTo, strike, state }) => {
    const step = stepIn(lessenedTo === null ? measures : [lessenedTo]);
    if (step === null || strike === null) return [];
    return [{ decision: id, step, at, ...strike, void: state !== "in_force" }];
  });
}

/** The step of the ladder among measures; null for none. */
export function stepIn(measures: readonly string[]): Step | null {
  return STEPS.find((step) => measures.includes(step)) ?? null;
}

/**
 * Whether a decision is told to whom it is about: nobody is told of a report
 * that came to nothing.
 */
export function isTold({ measures }: Pick<Decision, "measures">): boolean {
  const step = stepIn(measures);
  return step === null ? measures.includes("abusive") : step !== "dismiss";
}

/** How many points a person's strikes count at a moment. */
export function strikePoints(
  strikes: readonly Strike[],
  now: Millis,
): number {
  return strikes
    .filter((strike) => !strike.void && strike.until > now)
    .reduce((sum, { points }) => sum + points, 0);
}

/** What a step counts from now on; null for one that counts nothing. */
export function strikeOf(
  step: Step,
  now: Millis,
): { points: number; until: Millis } | null {
  const { strike } = LADDER[step];
  return strike && { points: strike.points, until: now + strike.lasts };
}

/** Whom a decision is about; null once they are erased. */
export async function reportedIn(
  store: Store,
  decision: string,
): Promise<AccountId | null> {
  return (await store.get(decisions, [decision]))?.value.reported ?? null;
}
