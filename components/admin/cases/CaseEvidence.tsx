import type { Translate } from "../../../lib/i18n/mod.ts";
import type { EvidenceRow, ReportRow } from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Table } from "../../Table.tsx";
import { Moment } from "../Moment.tsx";
import type { CasePageProps } from "./CasePage.tsx";

/** What is shown of a case wherever it is shown. */
export type CaseParts =
  & Pick<CasePageProps, "t" | "locale" | "view" | "names">
  & { may: { open: boolean } };

/** What was sent in: stills, texts and the reports themselves. */
export function CaseEvidence(props: CaseParts) {
  const { t, locale, view } = props;
  const stills = view.evidence.filter(({ kind }) => kind === "still");
  const texts = view.evidence.filter(({ kind }) => kind === "text");
  return (
    <>
      {stills.length > 0 && <Stills {...props} stills={stills} />}
      {texts.map((text, n) => (
        <section key={n}>
          <h2>{t("admin.case.text")}</h2>
          <Lines t={t} locale={locale} text={text} />
        </section>
      ))}
      <section>
        <h2>{t("admin.case.reports")}</h2>
        <Reports {...props} />
      </section>
    </>
  );
}

function Stills(
  { t, locale, view, may, stills }: CaseParts & {
    stills: readonly EvidenceRow[];
  },
) {
  return (
    <section>
      <h2>{t("admin.case.stills")}</h2>
      <ul class="evidence" role="list">
        {stills.map((still, n) => (
          <li key={n}>
            {may.open
              ? (
                <a
                  class="btn"
                  href={`/admin/cases/${view.value.number}/evidence/${still.id}`}
                  target="_blank"
                  rel="noopener"
                >
                  {t("admin.case.stillOpen")}{" "}
                  <Moment at={still.at} locale={locale} />
                </a>
              )
              : t("admin.case.stillClosed")}
          </li>
        ))}
      </ul>
      <p class="small quiet">{t("admin.case.stillText")}</p>
    </section>
  );
}

function Lines(
  { t, locale, text }: { t: Translate; locale: string; text: EvidenceRow },
) {
  if (text.lines === null) {
    return <p class="quiet">{t("admin.case.textGone")}</p>;
  }
  return (
    <div class="talk-log">
      {text.lines.map(({ at, from, text }, n) => (
        <div key={n}>
          <Moment at={at} locale={locale} />
          <span class={from === "reported" ? "subject" : undefined}>
            {t(`admin.case.from.${from}`)}
          </span>
          <span {...UNTRANSLATED}>{text}</span>
        </div>
      ))}
    </div>
  );
}

function Reports({ t, locale, view }: CaseParts) {
  return (
    <Table
      caption={t("admin.case.reports")}
      rows={view.reports}
      columns={[
        {
          heading: t("admin.case.when"),
          value: ({ at }) => <Moment at={at} locale={locale} />,
        },
        {
          heading: t("admin.case.reason"),
          value: (report) => <Said t={t} report={report} />,
        },
        {
          heading: t("admin.case.call"),
          value: ({ callSeconds }) =>
            t("admin.case.seconds", { seconds: callSeconds }),
        },
        {
          heading: t("admin.case.record"),
          value: ({ record }) =>
            record.decided === 0
              ? t("admin.case.noRecord")
              : t("admin.case.recordText", record),
        },
        {
          heading: t("admin.case.state"),
          value: ({ state }) => t(`admin.reportState.${state}`),
        },
      ]}
    />
  );
}

function Said({ t, report }: { t: Translate; report: ReportRow }) {
  return (
    <>
      {t(`report.reason.${report.reason}`)}
      {report.words !== null && (
        <>
          <br />
          <q {...UNTRANSLATED}>{report.words}</q>
        </>
      )}
    </>
  );
}
