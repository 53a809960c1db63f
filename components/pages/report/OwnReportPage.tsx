import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { OwnReportView } from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { Timeline } from "../../Timeline.tsx";
import { AccountArea } from "../account/AccountArea.tsx";
import { Minute } from "../account/Day.tsx";
import { Prose } from "../../Prose.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AppealPart, type AppealPartProps } from "../standing/AppealPart.tsx";
import { ReportHelp } from "./ReportHelp.tsx";

export interface OwnReportPageProps {
  t: Translate;
  locale: string;
  report: OwnReportView;
  values?: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** A report of one's own: what happens next, and what came of it. */
export function OwnReportPage(props: OwnReportPageProps) {
  const { t, report, errors } = props;
  const isOpen = report.state === "received" || report.state === "looked_at";
  return (
    <AccountArea
      t={t}
      title={t("report.own.title")}
      lead={t(`report.own.lead.${report.state}`)}
    >
      <ErrorSummary t={t} errors={errors} />
      <ReportHelp t={t} reason={report.reason} />
      <ReportFacts {...props} />
      <ReportSteps {...props} />
      {isOpen && (
        <NoteForm {...props} to={`/account/reports/${report.id}/note`} />
      )}
      <ReporterAppeal
        {...props}
        to={{
          appeal: `/account/reports/${report.id}/appeal`,
          reply: `/account/reports/${report.id}/reply`,
        }}
        proof={{ name: "report", value: report.id }}
      />
      <p class="hint">
        <Prose text={t("report.own.numberHint")} />
      </p>
    </AccountArea>
  );
}

/** How a reporter objects to the answer; nothing before there is one. */
export function ReporterAppeal(
  { report, values = {}, ...props }:
    & OwnReportPageProps
    & Pick<AppealPartProps, "to" | "proof">,
) {
  if (!report.outcome) return null;
  const { appealable } = report.outcome;
  return (
    <AppealPart
      {...props}
      decision={appealable}
      by="reporter"
      values={values}
    />
  );
}

export function ReportFacts({ t, locale, report }: OwnReportPageProps) {
  const { reason, at, words, number, outcome } = report;
  return (
    <dl class="facts">
      <div>
        <dt>{t("report.own.reason")}</dt>
        <dd>{t(`report.reason.${reason}`)}</dd>
      </div>
      <div>
        <dt>{t("report.own.sent")}</dt>
        <dd>
          <Minute at={at} locale={locale} />
        </dd>
      </div>
      {words !== null && (
        <div>
          <dt>{t("report.own.words")}</dt>
          <dd {...UNTRANSLATED}>{words}</dd>
        </div>
      )}
      {outcome && (
        <div>
          <dt>{t("report.own.outcome")}</dt>
          <dd>
            {t(`report.own.${outcomeOf(outcome)}`)}
          </dd>
        </div>
      )}
      <div>
        <dt>{t("report.own.number")}</dt>
        <dd>
          <code {...UNTRANSLATED}>{number}</code>
        </dd>
      </div>
    </dl>
  );
}

function outcomeOf(
  { acted, abusive }: NonNullable<OwnReportView["outcome"]>,
): "abusive" | "acted" | "nothing" {
  return abusive ? "abusive" : acted ? "acted" : "nothing";
}

export function ReportSteps({ t, locale, report }: OwnReportPageProps) {
  const { state, at, dueAt, outcome } = report;
  if (state === "withdrawn") return null;
  const isDecided = outcome !== null;
  return (
    <Timeline
      words={{
        done: t("step.done"),
        now: t("step.now"),
        ahead: t("step.ahead"),
      }}
      steps={[
        {
          state: "done",
          title: t("report.step.sent"),
          detail: <Minute at={at} locale={locale} />,
        },
        {
          state: isDecided ? "done" : "now",
          title: t(
            state === "looked_at" ? "report.step.looked" : "report.step.read",
          ),
          detail: dueAt && (
            <>
              {t("report.step.by")} <Minute at={dueAt} locale={locale} />
            </>
          ),
        },
        {
          state: isDecided ? "done" : "ahead",
          title: t("report.step.answer"),
          detail: outcome && <Minute at={outcome.at} locale={locale} />,
        },
      ]}
    />
  );
}

/** More words, while nobody has decided. */
export function NoteForm(
  { t, values, errors, to, children }: OwnReportPageProps & {
    to: string;
    children?: ComponentChildren;
  },
) {
  return (
    <form method="post" action={to} class="stack gap-3">
      {children}
      <TextArea
        id="words"
        label={t("report.own.note")}
        rows={3}
        required
        text={values?.words}
        error={errors.words}
      />
      <p>
        <button class="btn" type="submit">{t("report.own.noteAct")}</button>
      </p>
    </form>
  );
}
