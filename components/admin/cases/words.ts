import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Case, Measure, Severity, Term } from "../../../lib/safety/mod.ts";

/** The tone in which a severity is shown; the word stands beside it. */
export const TONES: Readonly<Record<Severity, string>> = {
  critical: "bad",
  severe: "bad",
  serious: "warn",
  minor: "calm",
};

/** What a case is called wherever it is named. */
export function caseTitle(
  t: Translate,
  { reason, openReports }: Pick<Case, "reason" | "openReports">,
): string {
  return t("admin.cases.title", {
    reason: t(`report.reason.${reason}`),
    count: openReports,
  });
}

/** The measures of a decision, as one text. */
export function measureNames(
  t: Translate,
  measures: readonly Measure[],
): string {
  return measures.map((measure) => t(`admin.measure.${measure}`)).join(", ");
}

/** One line of a suggestion's arithmetic. */
export function termText(t: Translate, term: Term): string {
  switch (term.what) {
    case "rule":
      return t("admin.case.term.rule", { rule: t(`rule.${term.rule}`) });
    case "reporters":
      return t("admin.case.term.reporters", { count: term.count });
    case "strike":
      return t(
        term.strike.void
          ? "admin.case.term.void"
          : term.points === 0
          ? "admin.case.term.expired"
          : "admin.case.term.strike",
        { step: t(`admin.measure.${term.strike.step}`) },
      );
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long until something is due, or since it was. */
export function untilText(t: Translate, ms: number): string {
  const left = Math.abs(ms);
  const hours = Math.floor(left / HOUR);
  const minutes = Math.floor(left % HOUR / MINUTE);
  const text = hours >= 24
    ? t("admin.time.days", { days: Math.floor(hours / 24) })
    : hours > 0
    ? t("admin.time.hours", { hours, minutes })
    : t("admin.time.minutes", { minutes });
  return ms < 0 ? t("admin.time.late", { time: text }) : text;
}
