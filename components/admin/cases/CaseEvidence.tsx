import Still, { type StillWords } from "../../../islands/Still.tsx";
import { shortTime, type Translate } from "../../../lib/i18n/mod.ts";
import type {
  EvidenceRow,
  LookTally,
  ReportRow,
} from "../../../lib/safety/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";
import { Table } from "../../Table.tsx";
import { Moment } from "../Moment.tsx";
import type { CasePageProps } from "./CasePage.tsx";

/** What is shown of a case wherever it is shown. */
export type CaseParts =
  & Pick<CasePageProps, "t" | "locale" | "view" | "names">
  & {
    may: { open: boolean };
    /** How stills are shown to this reader, and how often they looked. */
    looking?: {
      stillGrey: boolean;
      stillBlur: "slow" | "quick" | "none";
      tally: LookTally;
    };
  };

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
  { t, locale, view, may, looking, stills }: CaseParts & {
    stills: readonly EvidenceRow[];
  },
) {
  const { number } = view.value;
  return (
    <section>
      <h2>{t("admin.case.stills")}</h2>
      <ul class="evidence" role="list">
        {stills.map(({ id, at }, n) => (
          <li key={n}>
            {may.open
              ? (
                <Still
                  path={`/admin/cases/${number}/evidence/${id}`}
                  name={shortTime(at, locale)}
                  words={stillWords(t)}
                  isGrey={looking?.stillGrey ?? true}
                  blur={looking?.stillBlur ?? "slow"}
                />
              )
              : t("admin.case.stillClosed")}
          </li>
        ))}
      </ul>
      <p class="small quiet" id="veil-help">
        {t("admin.case.stillHelp")} {t("admin.case.stillText")}
      </p>
      {looking && (
        <p class="small quiet">
          {t("admin.case.looks", {
            looks: looking.tally.looks,
            seconds: looking.tally.seconds,
          })}
        </p>
      )}
    </section>
  );
}

function stillWords(t: Translate): StillWords {
  return {
    hold: t("admin.case.stillHold"),
    keep: t("admin.case.stillKeep"),
    shut: t("admin.case.stillShut"),
    open: t("admin.case.stillIsOpen"),
    failed: t("admin.case.stillFailed"),
    link: t("admin.case.stillOpen"),
  };
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
