import type { Translate } from "../../../lib/i18n/mod.ts";
import type { LANGUAGES } from "../../../lib/accounts/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { FieldError } from "../../form/FieldError.tsx";
import { FormField } from "./FormField.tsx";

type LanguageCode = typeof LANGUAGES[number];

export interface ProfileFormProps {
  t: Translate;
  /** What there is to choose from. */
  languages: readonly LanguageCode[];
  /** As kept, or as typed when the form comes back. */
  values: { version: string; username: string; interests: string };
  spoken: readonly string[];
  errors?: Record<string, string>;
}

export function ProfileForm(
  { t, languages, values, spoken, errors = {} }: ProfileFormProps,
) {
  return (
    <form method="post" action="/account" class="stack gap-5">
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="version" value={values.version} />
      <FormField
        id="username"
        label={t("account.username")}
        hint={t("account.usernameHint")}
        autocomplete="nickname"
        dir="auto"
        value={values.username}
        error={errors.username}
      />
      <FormField
        id="interests"
        label={t("account.interests")}
        hint={t("account.interestsHint")}
        autocomplete="off"
        dir="auto"
        value={values.interests}
        error={errors.interests}
      />
      <Spoken t={t} languages={languages} spoken={spoken} errors={errors} />
      <button class="btn go" type="submit" id="save">
        {t("account.save")}
      </button>
    </form>
  );
}

function Spoken(
  { t, languages, spoken, errors = {} }: Omit<ProfileFormProps, "values">,
) {
  const sorted = languages
    .map((code) => ({ code, name: t(`account.language.${code}`) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <fieldset class="field" id="languages" aria-describedby="languages-hint">
      <legend>{t("account.languages")}</legend>
      <div class="tick-columns">
        {sorted.map(({ code, name }) => (
          <label class="check" key={code}>
            <input
              type="checkbox"
              name="languages"
              id={`language-${code}`}
              value={code}
              checked={spoken.includes(code)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      {errors.languages && (
        <FieldError id="languages-error" text={errors.languages} />
      )}
      <p class="hint" id="languages-hint">{t("account.languagesHint")}</p>
    </fieldset>
  );
}
