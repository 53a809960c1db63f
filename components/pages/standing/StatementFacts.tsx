import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { StatementView } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Minute } from "../account/Day.tsx";

export interface StatementFactsProps {
  t: Translate;
  locale: string;
  statement: StatementView;
}

/**
 * The statement of reasons, line by line: what Article 17(3) of Regulation (EU)
 * 2022/2065 asks for, but for the ways to object, which stand beside it.
 */
export function StatementFacts(props: StatementFactsProps) {
  const { t, locale, statement } = props;
  const { provisionalUntil, rule, facts, number, points } = statement;
  return (
    <dl class="facts">
      <Line name={t("standing.measure")}>
        {statement.measures.map((one) => t(`standing.measure.${one}`))
          .join(", ")}
      </Line>
      <Line name={t("standing.began")}>
        <Minute at={statement.at} locale={locale} />
      </Line>
      <Line name={t("standing.ends")}>
        <Length {...props} />
      </Line>
      {provisionalUntil !== null && (
        <Line name={t("standing.provisional")}>
          <Minute at={provisionalUntil} locale={locale} />
        </Line>
      )}
      <Line name={t("standing.where")}>{t("standing.whereText")}</Line>
      {rule && (
        <Line name={t("standing.rule")}>
          <a href={`/rules#${rule}`}>{t(`rule.${rule}`)}</a>
        </Line>
      )}
      {facts !== null && (
        <div>
          <dt>{t("standing.facts")}</dt>
          <dd {...UNTRANSLATED}>{facts}</dd>
        </div>
      )}
      {statement.reports > 0 && (
        <Line name={t("standing.evidence")}>{evidenceText(t, statement)}</Line>
      )}
      {points > 0 && (
        <Line name={t("standing.points")}>
          {t("standing.pointsText", { points })}
        </Line>
      )}
      <Line name={t("standing.by")}>{t("standing.byText")}</Line>
      <Line name={t("standing.ground")}>{t("standing.groundText")}</Line>
      {number !== "" && (
        <Line name={t("standing.number")}>
          <code {...UNTRANSLATED}>{number}</code>
        </Line>
      )}
    </dl>
  );
}

function Line(
  { name, children }: { name: string; children: ComponentChildren },
) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How long it lasts, also where there is no end, or nothing that ends. */
function Length({ t, locale, statement }: StatementFactsProps) {
  const { until, measures } = statement;
  if (until !== null) return <Minute at={until} locale={locale} />;
  const isForGood = measures.includes("ban");
  return <>{t(isForGood ? "standing.endsNever" : "standing.endsNothing")}</>;
}

function evidenceText(
  t: Translate,
  { reports, evidence }: StatementView,
): string {
  return [
    t("standing.evidence.reports", { count: reports }),
    evidence.stills > 0 &&
    t("standing.evidence.stills", { count: evidence.stills }),
    evidence.texts > 0 && t("standing.evidence.texts"),
  ].filter(Boolean).join(" ");
}
