import type { LANGUAGES } from "../../../lib/accounts/mod.ts";
import { ownLanguageName, type Translate } from "../../../lib/i18n/mod.ts";
import { FieldError } from "../../form/FieldError.tsx";
import { Icon } from "../../Icon.tsx";

type LanguageTag = typeof LANGUAGES[number];

export interface LanguagesFieldProps {
  t: Translate;
  /** What there is to choose from. */
  languages: readonly LanguageTag[];
  spoken: readonly string[];
  /** The form came back with one more language, and nothing is saved yet. */
  added?: boolean;
  error?: string;
}

/** The languages that somebody speaks, each to clear, and a way to add one. */
export function LanguagesField(props: LanguagesFieldProps) {
  const { t, languages, spoken, added, error } = props;
  const used = languages.filter((code) => spoken.includes(code));
  return (
    <div
      class="field"
      id="languages"
      role="group"
      aria-labelledby="languages-label"
      aria-describedby={error ? "languages-error" : "languages-hint"}
    >
      <span class="label" id="languages-label">{t("account.languages")}</span>
      {used.length > 0 && (
        <div class="ticks">
          {used.map((code) => <Spoken key={code} code={code} />)}
        </div>
      )}
      <Adding
        t={t}
        languages={languages.filter((code) => !used.includes(code))}
        added={added}
      />
      {error && <FieldError id="languages-error" text={error} />}
      {added && (
        <p class="state warn" role="status">{t("account.languages.added")}</p>
      )}
      <p class="hint" id="languages-hint">{t("account.languagesHint")}</p>
    </div>
  );
}

function Spoken({ code }: { code: LanguageTag }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name="languages"
        id={`language-${code}`}
        value={code}
        checked
      />
      <bdi lang={code}>{ownLanguageName(code)}</bdi>
    </label>
  );
}

/** Works without a script: the form comes back with what was added. */
function Adding(
  { t, languages, added }: Pick<
    LanguagesFieldProps,
    "t" | "languages" | "added"
  >,
) {
  const names = languages
    .map((code) => ({ code, name: ownLanguageName(code) }))
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <div class="add">
      <label class="visually-hidden" for="language">
        {t("account.languages.add")}
      </label>
      <select class="input" id="language" name="language" autofocus={added}>
        <option value="">{t("account.languages.add")}</option>
        {names.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>{name}</option>
        ))}
      </select>
      <button class="btn" type="submit" name="act" value="add">
        <Icon name="plus" /> {t("account.languages.addAct")}
      </button>
    </div>
  );
}
