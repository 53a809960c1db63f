import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Wording } from "../../../lib/notices/mod.ts";
import type {
  BarPreview,
  DecisionPreview,
  OutcomePreview,
} from "../../../lib/safety/mod.ts";
import { minuteText } from "../../pages/account/Day.tsx";
import { StatementFacts } from "../../pages/standing/StatementFacts.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

/** A notice in the words in which it goes out, beside what it is about. */
type InWords<T> = Omit<T, "notice"> & { notice: Wording };

export interface PreviewInWords {
  decision: DecisionPreview["decision"];
  person: InWords<NonNullable<DecisionPreview["person"]>> | null;
  outcomes: readonly InWords<OutcomePreview>[];
  bars: readonly InWords<BarPreview>[];
}

interface PreviewProps {
  t: Translate;
  locale: string;
  preview: PreviewInWords;
}

/** What everybody gets, in the very words, before anything is sent. */
export function DecisionPreviewPart(props: PreviewProps) {
  const { t, locale, preview } = props;
  const { person, outcomes, bars, decision } = preview;
  return (
    <section
      class="note calm"
      id="preview"
      role="status"
      aria-label={t("admin.case.preview")}
    >
      <div class="stack gap-3">
        <Letter heading={t("admin.case.toPerson")}>
          {person === null ? <p>{t("admin.case.personNothing")}</p> : (
            <>
              <Notice {...person.notice} />
              <StatementFacts
                t={t}
                locale={locale}
                statement={person.statement}
              />
            </>
          )}
        </Letter>
        {outcomes.map(({ count, notice }, n) => (
          <Letter key={n} heading={t("admin.case.toReporters", { count })}>
            <Notice {...notice} />
          </Letter>
        ))}
        {bars.map(({ notice }, n) => (
          <Letter key={n} heading={t("admin.case.toAbusive")}>
            <Notice {...notice} />
            <p {...UNTRANSLATED}>{decision.abuse?.facts}</p>
          </Letter>
        ))}
        <Letter heading={t("admin.case.toProduct")}>
          <ul class="effects" role="list">
            {effectsOf(props).map((effect, n) => <li key={n}>{effect}</li>)}
          </ul>
        </Letter>
      </div>
    </section>
  );
}

function Letter(
  { heading, children }: { heading: string; children: ComponentChildren },
) {
  return (
    <section class="stack gap-2">
      <h3>{heading}</h3>
      {children}
    </section>
  );
}

function Notice({ title, lead, text }: Wording) {
  return (
    <>
      <p>
        <strong>{title}</strong>
        <br />
        {lead}
      </p>
      {text.map((paragraph, n) => <p key={n}>{paragraph}</p>)}
    </>
  );
}

/** What changes in Millo itself. */
function effectsOf({ t, locale, preview }: PreviewProps): string[] {
  const { decision, bars } = preview;
  const { until, provisionalUntil, strike, measures, reports } = decision;
  return [
    until !== null &&
    t("admin.effect.out", { until: minuteText(until, locale) }),
    provisionalUntil !== null &&
    t("admin.effect.ban", { until: minuteText(provisionalUntil, locale) }),
    strike !== null && t("admin.effect.strike", {
      points: strike.points,
      until: minuteText(strike.until, locale),
    }),
    measures.includes("remove_name") && t("admin.effect.name"),
    measures.includes("remove_picture") && t("admin.effect.picture"),
    ...bars.map((bar) =>
      t("admin.effect.bar", { until: minuteText(bar.until, locale) })
    ),
    t("admin.effect.reports", { count: reports.length }),
    measures.includes("invalid") && t("admin.effect.invalid"),
  ].filter((effect) => effect !== false);
}
