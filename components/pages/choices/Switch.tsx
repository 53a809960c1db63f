import type { Choice } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";

export interface SwitchProps {
  t: Translate;
  purpose: Choice;
  given: boolean;
}

/** One press says yes, and one press takes it back. */
export function Switch({ t, purpose, given }: SwitchProps) {
  const label = t(`choice.${purpose}.label`);
  return (
    <li id={`choice-${purpose}`}>
      <div>
        <h3>{label}</h3>
        <p class="small quiet">{t(`choice.${purpose}.hint`)}</p>
        <p class={given ? "state ok" : "state"}>
          {t(given ? "choice.on" : "choice.off")}
        </p>
      </div>
      <form method="post" action="/privacy-choices">
        <input type="hidden" name="purpose" value={purpose} />
        <button
          class="btn"
          type="submit"
          name="choice"
          value={given ? "withdrawn" : "given"}
        >
          {t(given ? "choice.turnOff" : "choice.turnOn")}
          <span class="visually-hidden">: {label}</span>
        </button>
      </form>
    </li>
  );
}
