import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Page } from "../../layout/Page.tsx";
import { ReportFields } from "./ReportFields.tsx";

export interface ReportPageProps {
  t: Translate;
  call: string;
  /** Whether the text of the call is still there to come along. */
  hasEvidence: boolean;
  /** As typed, when the form comes back. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** The report of a call as a page, for whoever comes from the history. */
export function ReportPage(props: ReportPageProps) {
  const { t, call, hasEvidence, values, errors } = props;
  return (
    <Page t={t} title={t("report.title")}>
      <div class="page narrow stack gap-5">
        <header class="stack gap-3">
          <h1>{t("report.title")}</h1>
          <p class="lead">{t("report.lead")}</p>
        </header>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={`/talk/calls/${call}/report`} class="stack">
          <ReportFields
            t={t}
            withText={hasEvidence}
            words={values.words}
            error={errors.words}
          />
        </form>
        <p class="note bad">{t("report.emergency")}</p>
      </div>
    </Page>
  );
}
