import type { Translate } from "../../lib/i18n/mod.ts";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { Icon } from "../Icon.tsx";
import type { Language } from "../layout/frame.ts";
import { Page } from "../layout/Page.tsx";
import { FieldError } from "../form/FieldError.tsx";

export interface LanguagePageProps {
  t: Translate;
  locale: string;
  languages: readonly Language[];
  /** Where to go afterwards. */
  back?: string;
  errors?: { language?: string };
}

export function LanguagePage(props: LanguagePageProps) {
  const { t, locale, languages, back = "/", errors = {} } = props;
  return (
    <Page t={t} title={t("language.title")}>
      <div class="page narrow stack gap-5">
        <h1>{t("language.title")}</h1>
        <p>{t("language.lead")}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action="/language" class="stack gap-5">
          <fieldset
            class="field"
            id="language"
            aria-describedby={errors.language ? "language-error" : undefined}
          >
            <legend>{t("language.label")}</legend>
            {languages.map(({ tag, name }) => (
              <label key={tag} class="check" lang={tag}>
                <input
                  type="radio"
                  name="language"
                  value={tag}
                  checked={tag === locale}
                />
                <span>{name}</span>
              </label>
            ))}
            {errors.language && (
              <FieldError id="language-error" text={errors.language} />
            )}
          </fieldset>
          <input type="hidden" name="back" value={back} />
          <button class="btn go" type="submit">
            {t("language.submit")} <Icon name="arrow" />
          </button>
        </form>
      </div>
    </Page>
  );
}
