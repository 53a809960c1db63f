import type { PolicyDocument } from "../../lib/consent/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { Icon } from "../Icon.tsx";
import { Page } from "../layout/Page.tsx";
import { ShortText } from "./consent/ShortText.tsx";

type TextName = "rules" | "policy";

export interface ConsentPageProps {
  t: Translate;
  rules: PolicyDocument;
  policy: PolicyDocument;
  /** Boxes that were ticked, when the form comes back. */
  ticked?: Partial<Record<TextName, boolean>>;
  errors?: Partial<Record<TextName, string>>;
  /** A text has changed since this person agreed. */
  again?: boolean;
}

export function ConsentPage(props: ConsentPageProps) {
  const { t, rules, policy, ticked = {}, errors = {}, again } = props;
  return (
    <Page t={t} title={t("consent.title")} step={2}>
      <form class="page narrow stack gap-6" method="post" action="/consent">
        <div class="stack">
          <h1>{t("consent.title")}</h1>
          <p>{t(again ? "consent.again" : "consent.lead")}</p>
          <ErrorSummary t={t} errors={errors} />
        </div>
        <div class="stack gap-3">
          <ShortText
            t={t}
            name="rules"
            document={rules}
            ticked={ticked.rules}
            error={errors.rules}
            open
          />
          <ShortText
            t={t}
            name="policy"
            document={policy}
            ticked={ticked.policy}
            error={errors.policy}
          />
        </div>
        <div class="acts">
          <button class="btn go" type="submit">
            {t("consent.submit")} <Icon name="arrow" />
          </button>
          <a class="btn plain" href="/">{t("consent.leave")}</a>
        </div>
      </form>
    </Page>
  );
}
