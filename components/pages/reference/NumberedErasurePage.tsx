import type { Translate } from "../../../lib/i18n/mod.ts";
import { Page } from "../../layout/Page.tsx";
import {
  ErasureForm,
  type ErasurePageProps,
  ErasurePlan,
} from "../account/ErasurePage.tsx";
import { Proof } from "./NumberedPage.tsx";

export interface NumberedErasurePageProps {
  t: Translate;
  locale: string;
  number: string;
  plan: ErasurePageProps["plan"];
  errors: Record<string, string>;
}

/** What goes and what stays, before an account is erased by a number. */
export function NumberedErasurePage(
  { t, locale, number, plan, errors }: NumberedErasurePageProps,
) {
  return (
    <Page t={t} title={t("account.erasure.title")}>
      <div class="page narrow stack gap-5">
        <h1>{t("account.erasure.title")}</h1>
        <p class="lead">{t("account.erasure.lead")}</p>
        <ErasurePlan t={t} locale={locale} plan={plan} />
        <ErasureForm t={t} errors={errors} to="/reference/erasure">
          <Proof number={number} />
          <input type="hidden" name="step" value="sure" />
        </ErasureForm>
        <p>
          <a href="/reference">{t("reference.close")}</a>
        </p>
      </div>
    </Page>
  );
}
