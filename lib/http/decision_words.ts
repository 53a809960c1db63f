import { z } from "zod";
import { longDate } from "../i18n/mod.ts";
import { wordingOf } from "../notices/mod.ts";
import {
  decisionForm,
  type DecisionPreview,
  type Fillings,
  LADDER,
  type Measure,
  type RuleId,
  stepIn,
} from "../safety/mod.ts";
import { readForm } from "./forms.ts";
import type { StaffCtx, State } from "./state.ts";

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

const chosen = decisionForm.pick({
  step: true,
  also: true,
  rule: true,
  abuseRule: true,
});

/** What was typed into the form of a decision, also where it is no whole one. */
export function typedDecision(
  { values, lists }: {
    values: Readonly<Record<string, string>>;
    lists: Readonly<Record<string, string[]>>;
  },
) {
  return {
    ...chosen.parse({ ...values, also: lists.also }),
    abusive: lists.abusive,
    facts: values.facts ?? "",
    reason: values.reason ?? "",
    abuseFacts: values.abuseFacts ?? "",
  };
}

const typedForm = z.object({
  also: z.array(z.string()),
  abusive: z.array(z.string()),
});

/**
 * What comes along with a press beside the decision, to be given back; `typed`
 * is null where nothing came.
 */
export async function readTyped(ctx: StaffCtx) {
  const read = await readForm(ctx, typedForm, { lists: ["also", "abusive"] });
  const { values } = read;
  const lists = read.ok ? read.value : read.lists;
  const { also = [], abusive = [] } = lists;
  const typed = values.facts === undefined
    ? null
    : typedDecision({ values, lists: { also, abusive } });
  return { values, typed };
}
