import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Frame } from "./frame.ts";

/** A plain form: it works without a script, and comes back to this page. */
export function LanguageSwitch({ t }: { t: Translate }) {
  const { locale, languages, address } = useContext(Frame);
  if (languages.length < 2) return null;
  return (
    <form class="actions language" method="post" action="/language">
      <label for="site-language">{t("language.label")}</label>
      <select class="input" id="site-language" name="language">
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag} selected={tag === locale}>
            {name}
          </option>
        ))}
      </select>
      <input type="hidden" name="back" value={address} />
      <button class="btn" type="submit">{t("language.submit")}</button>
    </form>
  );
}
