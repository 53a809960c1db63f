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
  const used = languages.filter((tag) => spoken.includes(tag));
  return (
    <div
      class="field"
      id="languages"
      role="group"
      aria-labelledby="languages-label"
      aria-describedby={`${error ? "languages-error " : ""}languages-hint`}
    >
      <span class="label" id="languages-label">{t("account.languages")}</span>
      {used.length > 0 && (
        <div class="ticks">
          {used.map((tag) => <Spoken key={tag} tag={tag} />)}
        </div>
      )}
      <Adding
        t={t}
        languages={languages.filter((tag) => !used.includes(tag))}
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

function Spoken({ tag }: { tag: LanguageTag }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        name="languages"
        id={`language-${tag}`}
        value={tag}
        checked
      />
      <bdi lang={tag}>{ownLanguageName(tag)}</bdi>
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
    .map((tag) => ({ tag, name: ownLanguageName(tag) }))
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <div class="add">
      <label class="visually-hidden" for="language">
        {t("account.languages.add")}
      </label>
      <select class="input" id="language" name="language" autofocus={added}>
        <option value="">{t("account.languages.add")}</option>
        {names.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>{name}</option>
        ))}
      </select>
      <button class="btn" type="submit" name="act" value="add">
        <Icon name="plus" /> {t("account.languages.addAct")}
      </button>
    </div>
  );
}
