import type { Choice } from "../../../lib/consent/mod.ts";
import { CHOICES } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Check } from "../../form/Check.tsx";

export interface ChoicesProps {
  t: Translate;
  /** Boxes that were ticked, when the form comes back: never by us. */
  ticked?: Partial<Record<Choice, boolean>>;
}

/** What nobody needs to agree to, each apart and off. */
export function Choices({ t, ticked = {} }: ChoicesProps) {
  return (
    <fieldset>
      <legend>
        <h2>{t("consent.choices.title")}</h2>
      </legend>
      <p class="hint">{t("consent.choices.text")}</p>
      {CHOICES.map((purpose) => (
        <Check
          key={purpose}
          name={purpose}
          value="yes"
          label={t(`choice.${purpose}.label`)}
          hint={t(`choice.${purpose}.hint`)}
          checked={ticked[purpose]}
        />
      ))}
    </fieldset>
  );
}
