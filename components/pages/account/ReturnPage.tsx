import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { Page } from "../../layout/Page.tsx";

export interface ReturnPageProps {
  t: Translate;
  /** Let in already, and asked to show it once more. */
  proof: boolean;
  /** Where the form goes, with what is remembered of where they want to go. */
  action?: string;
  errors?: Record<string, string>;
  /** The button that only a script can serve. */
  children?: ComponentChildren;
}

export function ReturnPage(props: ReturnPageProps) {
  const { t, proof, action = "/account/return", errors = {}, children } = props;
  const title = t(proof ? "account.return.prove" : "account.return.title");
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-6">
        <header class="stack gap-3">
          <h1>{title}</h1>
          <p class="lead">
            {t(proof ? "account.return.proveLead" : "account.return.lead")}
          </p>
        </header>
        <ErrorSummary t={t} errors={errors} />
        {children}
        <form method="post" action={action} class="stack gap-5">
          <TextField
            id="recovery"
            label={t("account.return.code")}
            hint={t("account.return.codeHint")}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            error={errors.recovery}
          />
          <button class="btn go" type="submit">
            {t("account.return.act")}
          </button>
        </form>
        {!proof && (
          <p>
            <a href="/reference">{t("reference.door")}</a>
          </p>
        )}
      </div>
    </Page>
  );
}
