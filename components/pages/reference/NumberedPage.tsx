import type { Translate } from "../../../lib/i18n/mod.ts";
import type { Numbered } from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Page } from "../../layout/Page.tsx";
import {
  NoteForm,
  ReporterAppeal,
  ReportFacts,
  ReportSteps,
} from "../report/OwnReportPage.tsx";
import { ReportHelp } from "../report/ReportHelp.tsx";
import { AppealPart } from "../standing/AppealPart.tsx";
import { StatementFacts } from "../standing/StatementFacts.tsx";

export interface NumberedPageProps {
  t: Translate;
  locale: string;
  numbered: Numbered;
  /** Whether the number alone may take and erase the data; see dataByNumber. */
  data: "open" | "key" | "erased";
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

const TO = { appeal: "/reference/appeal", reply: "/reference/reply" };

/** A report or a decision, as whoever has its number reads it. */
export function NumberedPage(props: NumberedPageProps) {
  const { t, numbered, errors } = props;
  const title = t(
    numbered.kind === "report" ? "report.own.title" : "standing.decision",
  );
  return (
    <Page t={t} title={title}>
      <div class="page stack gap-5">
        <div class="stack gap-2">
          <h1>{title}</h1>
          <p class="lead">{leadOf(props)}</p>
        </div>
        <ErrorSummary t={t} errors={errors} />
        <div class="split aside">
          <div class="stack gap-5">
            {numbered.kind === "report"
              ? <Report {...props} numbered={numbered} />
              : <Statement {...props} numbered={numbered} />}
          </div>
          <OwnData {...props} />
        </div>
      </div>
    </Page>
  );
}

function leadOf({ t, numbered }: NumberedPageProps): string {
  if (numbered.kind === "report") {
    return t(`report.own.lead.${numbered.report.state}`);
  }
  const { measures } = numbered.statement;
  return measures.map((one) => t(`standing.measure.${one}`)).join(", ");
}

type Of<Kind extends Numbered["kind"]> = NumberedPageProps & {
  numbered: Extract<Numbered, { kind: Kind }>;
};

function Report({ numbered: { report }, ...props }: Of<"report">) {
  const isOpen = report.state === "received" || report.state === "looked_at";
  const shown = { ...props, report };
  return (
    <>
      <ReportHelp t={props.t} reason={report.reason} />
      <ReportFacts {...shown} />
      <ReportSteps {...shown} />
      {isOpen && (
        <NoteForm {...shown} to="/reference/note">
          <Proof number={report.number} />
        </NoteForm>
      )}
      <ReporterAppeal
        {...shown}
        to={TO}
        proof={{ name: "number", value: report.number }}
      />
    </>
  );
}

function Statement({ numbered: { statement }, ...props }: Of<"decision">) {
  const { t } = props;
  const { state, measures, number } = statement;
  return (
    <>
      {state !== "in_force" && (
        <p class="note ok">{t(`standing.state.${state}`)}</p>
      )}
      {statement.lessenedTo && <p class="note ok">{t("standing.lessened")}</p>}
      <StatementFacts {...props} statement={statement} />
      {measures.includes("under_18")
        ? <Objection t={t} number={number} />
        : (
          <AppealPart
            {...props}
            decision={statement}
            by="person"
            to={TO}
            proof={{ name: "number", value: number }}
          />
        )}
    </>
  );
}

/** A flag is objected to by an age check, from this browser as well. */
function Objection({ t, number }: { t: Translate; number: string }) {
  return (
    <form method="post" action="/reference/check" class="stack gap-3">
      <p>{t("reference.flag")}</p>
      <Proof number={number} />
      <p>
        <button class="btn go" type="submit">{t("reference.check")}</button>
      </p>
    </form>
  );
}

/** What the number opens besides: the copy of all data, and their erasure. */
function OwnData({ t, numbered, data }: NumberedPageProps) {
  const number = numbered.kind === "report"
    ? numbered.report.number
    : numbered.statement.number;
  return (
    <section class="stack gap-3">
      <h2>{t("reference.data")}</h2>
      <p>{t(`reference.data.${data}`)}</p>
      {data === "key" && (
        <p>
          <a href="/account/return?to=/account/data">{t("foot.return")}</a>
        </p>
      )}
      {data === "open" && (
        <>
          <form method="post" action="/reference/copy">
            <Proof number={number} />
            <button class="btn full" type="submit">
              {t("reference.copy")}
            </button>
          </form>
          <form method="post" action="/reference/erasure">
            <Proof number={number} />
            <button class="btn full" type="submit">
              {t("reference.erase")}
            </button>
          </form>
        </>
      )}
      <p class="hint">{t("reference.shared")}</p>
      <p>
        <a href="/reference">{t("reference.close")}</a>
      </p>
    </section>
  );
}

/** The number goes with every form, and stands in no address and no cookie. */
export function Proof({ number }: { number: string }) {
  return <input type="hidden" name="number" value={number} />;
}
