import type { Translate } from "../../../lib/i18n/mod.ts";
import { Prose } from "../../Prose.tsx";

const STEPS = ["birth", "agree", "check", "meet", "leave"] as const;

export function Steps({ t }: { t: Translate }) {
  return (
    <section class="band">
      <div class="wide split">
        <h2>{t("home.steps.title")}</h2>
        <ol class="path" role="list">
          {STEPS.map((step) => (
            <li key={step}>
              <h3>{t(`home.steps.${step}.title`)}</h3>
              <p>
                <Prose text={t(`home.steps.${step}.text`)} />
              </p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
