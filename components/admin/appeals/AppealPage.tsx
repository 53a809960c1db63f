import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { AppealView, Step } from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { Select } from "../../form/Select.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { CaseEvidence, type CaseParts } from "../cases/CaseEvidence.tsx";
import { CaseFacts } from "../cases/CaseFacts.tsx";
import { heldBy } from "../cases/Claims.tsx";
import { Due } from "../cases/Due.tsx";
import { measureNames } from "../cases/words.ts";
import { Moment } from "../Moment.tsx";

export interface AppealPageProps {
  t: Translate;
  locale: string;
  now: number;
  view: AppealView;
  names: ReadonlyMap<string, string>;
  me: string;
  /** Why this person does not answer; null for who may. */
  closed: "forbidden" | "own" | "own_decision" | "unknown" | "unproven" | null;
  mayOpen: boolean;
  looking?: CaseParts["looking"];
  /** What the decision can be lessened to, the mildest first. */
  milder: readonly Step[];
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** An appeal: what they say, what was decided, and the answer. */
export function AppealPage(props: AppealPageProps) {
  const { t, now, view, errors, closed, me } = props;
  const { appeal, decision, claim, of } = view;
  const isMine = claim?.staff === me;
  return (
    <AdminPage
      t={t}
      title={t("admin.appeal.title", {
        measure: measureNames(t, decision.measures),
      })}
      head={
        <>
          <a
            href={appeal.team === "general"
              ? `/admin/cases/${appeal.case}`
              : `/admin/age/${appeal.case}`}
          >
            <code {...UNTRANSLATED}>{appeal.case}</code>
          </a>
          <Due t={t} at={appeal.openDueAt} now={now} />
        </>
      }
    >
      <ErrorSummary t={t} errors={errors} />
      <div class="bench" {...heldBy({ ...props, view: { ...of, claim } })}>
        <div class="pane">
          <Said {...props} />
          <CaseEvidence
            {...props}
            view={of}
            may={{ open: props.mayOpen }}
            looking={props.looking}
          />
          <CaseFacts {...props} view={of} />
        </div>
        <div class="pane stack gap-3">
          {closed !== null
            ? <p class="note warn">{t(`admin.appeal.closed.${closed}`)}</p>
            : appeal.openDueAt === null
            ? <Answered {...props} />
            : isMine
            ? <Answer {...props} />
            : <Take {...props} />}
        </div>
      </div>
      <PageKeys />
    </AdminPage>
  );
}

function Said({ t, locale, view }: AppealPageProps) {
  const { appeal, decision } = view;
  return (
    <>
      <section class="stack gap-2">
        <h2>{t("admin.appeal.said")}</h2>
        {appeal.claim && <p>{t(`standing.claim.${appeal.claim}`)}</p>}
        {appeal.words && (
          <blockquote {...UNTRANSLATED}>{appeal.words}</blockquote>
        )}
        <p class="quiet">
          {t(`admin.appeals.by.${appeal.by}`)},{" "}
          <Moment at={appeal.at} locale={locale} />
        </p>
        {appeal.question && (
          <p>
            {t("admin.appeal.question")}{" "}
            <q {...UNTRANSLATED}>{appeal.question}</q>
          </p>
        )}
        {appeal.reply && (
          <p>
            {t("admin.appeal.reply")} <q {...UNTRANSLATED}>{appeal.reply}</q>
          </p>
        )}
      </section>
      <section class="stack gap-2">
        <h2>{t("admin.appeal.decided")}</h2>
        <p>
          {measureNames(t, decision.measures)},{" "}
          <Moment at={decision.at} locale={locale} />
        </p>
        <blockquote {...UNTRANSLATED}>{decision.facts}</blockquote>
      </section>
    </>
  );
}

function Take({ t, view, names }: AppealPageProps) {
  if (view.claim) {
    const name = names.get(view.claim.staff) ?? "";
    return <p class="note warn">{t("admin.case.takenBy", { name })}</p>;
  }
  return (
    <form method="post" action={`/admin/appeals/${view.appeal.id}/claim`}>
      <button class="btn go" type="submit">{t("admin.appeal.take")}</button>
    </form>
  );
}

function Answered({ t, view }: AppealPageProps) {
  const { outcome, toPerson, toReporter } = view.appeal;
  return (
    <section class="stack gap-2">
      <h2>{t(`admin.appeal.outcome.${outcome ?? "withdrawn"}`)}</h2>
      {toPerson && <blockquote {...UNTRANSLATED}>{toPerson}</blockquote>}
      {toReporter && <blockquote {...UNTRANSLATED}>{toReporter}</blockquote>}
    </section>
  );
}

function Answer(props: AppealPageProps) {
  const { t, view, milder, values, errors } = props;
  const { appeal } = view;
  const path = `/admin/appeals/${appeal.id}`;
  return (
    <>
      {appeal.question === null && (
        <form method="post" action={`${path}/question`} class="stack gap-2">
          <TextArea
            id="question"
            label={t("admin.appeal.ask")}
            hint={t("admin.appeal.askHint")}
            rows={2}
            text={values.question}
            error={errors.question}
          />
          <p>
            <button class="btn" type="submit" aria-keyshortcuts="A">
              {t("admin.appeal.askAct")} <kbd aria-hidden="true">A</kbd>
            </button>
          </p>
        </form>
      )}
      <form method="post" action={`${path}/answer`} class="stack gap-3">
        <fieldset id="outcome">
          <legend>
            <h2>{t("admin.appeal.answer")}</h2>
          </legend>
          {(["upheld", "lessened", "overturned"] as const).map((outcome) => (
            <label key={outcome} class="check">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                required
                checked={values.outcome === outcome}
              />
              <span>{t(`admin.appeal.outcome.${outcome}`)}</span>
              <span class="hint">{t(`admin.appeal.hint.${outcome}`)}</span>
            </label>
          ))}
        </fieldset>
        <Select
          id="lessenedTo"
          label={t("admin.appeal.lessenedTo")}
          empty={t("admin.appeal.lessenedEmpty")}
          options={milder.map((value) => ({
            value,
            label: t(`admin.measure.${value}`),
          }))}
          chosen={values.lessenedTo}
          error={errors.lessenedTo}
        />
        <TextArea
          id="toPerson"
          label={t("admin.appeal.toPerson")}
          rows={3}
          required
          text={values.toPerson}
          error={errors.toPerson}
        />
        <TextArea
          id="toReporter"
          label={t("admin.appeal.toReporter")}
          rows={3}
          required
          text={values.toReporter}
          error={errors.toReporter}
        />
        <p>
          <button
            class="btn go"
            type="submit"
            aria-keyshortcuts="Control+Enter"
          >
            {t("admin.appeal.send")}
          </button>
        </p>
        <p class="hint">{t("admin.appeal.noUndo")}</p>
      </form>
    </>
  );
}
