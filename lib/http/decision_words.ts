import { longDate } from "../i18n/mod.ts";
import { wordingOf } from "../notices/mod.ts";
import {
  type DecisionPreview,
  type Fillings,
  LADDER,
  type Measure,
  type RuleId,
  stepIn,
} from "../safety/mod.ts";
import type { State } from "./state.ts";

/** What placeholders in the words of a decision stand for, as it is now. */
export function fillingsFor(
  { t, locale, millo: { clock } }: Pick<State, "t" | "locale" | "millo">,
  { step, rule, reports }: {
    step: Measure | null;
    rule: RuleId | null;
    reports: readonly string[];
  },
): Fillings {
  const rung = step === null ? null : stepIn([step]);
  const lasts = rung === null ? null : LADDER[rung].lasts;
  const end = lasts === null
    ? null
    : new Date(clock.now() + lasts).toISOString().slice(0, 10);
  return {
    measure: step && t(`standing.measure.${step}`),
    until: end && longDate(end, locale),
    rule: rule && t(`rule.${rule}`),
    reports: t("standing.evidence.reports", { count: reports.length }),
  };
}

/** A preview with its notices in words. */
export function inWords(
  { t }: Pick<State, "t">,
  { decision, person, outcomes, bars }: DecisionPreview,
) {
  return {
    decision,
    person: person && {
      ...person,
      notice: wordingOf(t, person.notice.template, person.notice.values),
    },
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      notice: wordingOf(t, outcome.notice.template, outcome.notice.values),
    })),
    bars: bars.map((bar) => ({
      ...bar,
      notice: wordingOf(t, bar.notice.template, bar.notice.values),
    })),
  };
}
