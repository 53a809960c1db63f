import type { ComponentChildren } from "preact";
import type { Translate } from "../../lib/i18n/mod.ts";
import { DateParts, type DatePartsProps } from "../form/DateParts.tsx";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { Icon } from "../Icon.tsx";
import { Page } from "../layout/Page.tsx";

export interface AgePageProps {
  t: Translate;
  /** Where the form goes, with what is remembered of where they want to go. */
  action?: string;
  /** As typed, when the form comes back. */
  values?: DatePartsProps["values"];
  errors?: DatePartsProps["errors"];
  /** Fills in which day it is where the visitor is. */
  children?: ComponentChildren;
}

export function AgePage(props: AgePageProps) {
  const { t, action = "/age", values = {}, errors = {}, children } = props;
  return (
    <Page t={t} title={t("age.title")} step={1}>
      <div class="page narrow stack gap-5">
        <h1>{t("age.title")}</h1>
        <p>{t("age.lead")}</p>
        <ErrorSummary t={t} errors={errors} />
        <form
          method="post"
          action={action}
          autocomplete="on"
          class="stack gap-5"
        >
          <DateParts
            t={t}
            legend={t("age.legend")}
            values={values}
            errors={errors}
          />
          {children}
          <button class="btn go" type="submit">
            {t("age.submit")} <Icon name="arrow" />
          </button>
        </form>
        <details>
          <summary>
            <Icon name="chevron" /> {t("age.why.title")}
          </summary>
          <p>{t("age.why.text")}</p>
        </details>
      </div>
    </Page>
  );
}
