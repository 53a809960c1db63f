import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { Page } from "../../layout/Page.tsx";

export interface ReferencePageProps {
  t: Translate;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Where the number of a report or a decision is typed. */
export function ReferencePage({ t, values, errors }: ReferencePageProps) {
  return (
    <Page t={t} title={t("reference.title")}>
      <div class="page narrow stack gap-5">
        <h1>{t("reference.title")}</h1>
        <p class="lead">{t("reference.lead")}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action="/reference" class="stack gap-3">
          <TextField
            id="number"
            label={t("reference.number")}
            hint={t("reference.numberHint")}
            value={values.number}
            error={errors.number}
            required
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <p>
            <button class="btn go" type="submit">{t("reference.act")}</button>
          </p>
        </form>
        <p class="hint">{t("reference.lost")}</p>
      </div>
    </Page>
  );
}
