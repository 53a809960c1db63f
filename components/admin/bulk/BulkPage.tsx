import PageKeys from "../../../islands/PageKeys.tsx";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type { BulkData } from "../../../lib/http/mod.ts";
import type { BulkRow } from "../../../lib/safety/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { FieldError } from "../../form/FieldError.tsx";
import { Select } from "../../form/Select.tsx";
import { TextArea } from "../../form/TextArea.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";
import { AdminPage } from "../AdminPage.tsx";
import { caseTitle } from "../cases/words.ts";

export interface BulkPageProps extends BulkData {
  t: Translate;
}

/** What is decided alike, case by case, before anything is. */
export function BulkPage(props: BulkPageProps) {
  const { t, cases, errors } = props;
  return (
    <AdminPage
      t={t}
      title={t("admin.bulk.title", { count: cases.length })}
      head={<a class="push" href="/admin/cases">{t("admin.bulk.back")}</a>}
    >
      <div class="pane stack gap-5">
        <ErrorSummary t={t} errors={errors} />
        <Preview {...props} />
        {cases.length > 0
          ? <Form {...props} />
          : <p>{t("admin.bulk.nothing")}</p>}
      </div>
      <PageKeys />
    </AdminPage>
  );
}

function Preview({ t, rows }: BulkPageProps) {
  return (
    <table class="rows" role="table">
      <caption class="visually-hidden">{t("admin.bulk.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t("admin.cases.case")}</th>
          <th scope="col" role="columnheader">{t("admin.bulk.what")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.number} role="row">
            <th scope="row" role="rowheader" class="first">
              <Title t={t} {...row} />
            </th>
            <td role="cell">{whatHappens(t, row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Title({ t, number, shown }: BulkRow & { t: Translate }) {
  const code = <code {...UNTRANSLATED}>{number}</code>;
  if (!shown) return code;
  return (
    <>
      <a href={`/admin/cases/${number}`}>{caseTitle(t, shown)}</a> {code}
    </>
  );
}

function whatHappens(t: Translate, { refusal, shown }: BulkRow): string {
  return refusal === null
    ? t("admin.bulk.decided", { count: shown?.openReports ?? 0 })
    : t(`admin.bulk.left.${refusal}`);
}

function Form(props: BulkPageProps) {
  const { t, cases, measures, rules, values, errors } = props;
  return (
    <form
      method="post"
      action="/admin/cases/bulk/decision"
      class="stack gap-4"
    >
      {cases.map((one) => (
        <input key={one} type="hidden" name="cases" value={one} />
      ))}
      <fieldset id="measure">
        <legend class="label">{t("admin.bulk.measure")}</legend>
        {measures.map((measure) => (
          <label key={measure} class="check">
            <input
              type="radio"
              name="measure"
              value={measure}
              checked={values.measure === measure}
              required
              aria-describedby={errors.measure ? "measure-error" : undefined}
            />
            <span>{t(`admin.measure.${measure}`)}</span>
            <span class="hint">{t(`admin.bulk.tells.${measure}`)}</span>
          </label>
        ))}
        {errors.measure && (
          <FieldError id="measure-error" text={errors.measure} />
        )}
      </fieldset>
      <Select
        id="rule"
        label={t("admin.case.rule")}
        hint={t("admin.bulk.ruleHint")}
        empty={t("admin.case.ruleEmpty")}
        options={rules.map((value) => ({
          value,
          label: t(`rule.${value}`),
        }))}
        chosen={values.rule}
        error={errors.rule}
      />
      <TextArea
        id="facts"
        label={t("admin.bulk.facts")}
        hint={t("admin.bulk.factsHint")}
        rows={3}
        required
        text={values.facts}
        error={errors.facts}
      />
      <TextArea
        id="reason"
        label={t("admin.bulk.reason")}
        rows={2}
        text={values.reason}
        error={errors.reason}
      />
      <p>
        <button
          class="btn go"
          type="submit"
          aria-keyshortcuts="Control+Enter"
        >
          {t("admin.bulk.act", { count: cases.length })}{" "}
          <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </p>
      <p class="hint">{t("admin.bulk.undoHint")}</p>
    </form>
  );
}
