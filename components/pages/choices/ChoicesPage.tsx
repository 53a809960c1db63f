import type { Choice } from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Page } from "../../layout/Page.tsx";
import { Switch } from "./Switch.tsx";

export interface ChoicesPageProps {
  t: Translate;
  optedOut: boolean;
  /** This very request signals it. */
  gpc: boolean;
  /** Null for somebody without an account, who said yes to nothing. */
  choices: Record<Choice, boolean> | null;
}

/** What everybody may decide about their data, without an account and a script. */
export function ChoicesPage(props: ChoicesPageProps) {
  const { t, choices } = props;
  return (
    <Page t={t} title={t("choice.title")}>
      <div class="page narrow stack gap-6">
        <header class="stack gap-3">
          <h1>{t("choice.title")}</h1>
          <p class="lead">{t("choice.lead")}</p>
        </header>
        <Sale {...props} />
        <section class="stack gap-3" id="consents">
          <h2>{t("choice.optional.title")}</h2>
          <p>
            {t(choices ? "choice.optional.text" : "choice.optional.nobody")}
          </p>
          {choices && (
            <ul class="ledger" role="list">
              {(Object.keys(choices) as Choice[]).map((purpose) => (
                <Switch
                  key={purpose}
                  t={t}
                  purpose={purpose}
                  given={choices[purpose]}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
    </Page>
  );
}

function Sale({ t, optedOut, gpc }: ChoicesPageProps) {
  return (
    <section class="stack gap-3" id="sale">
      <h2>{t("choice.sale.title")}</h2>
      <p>{t("choice.sale.text")}</p>
      {optedOut
        ? (
          <p class="state ok" role="status">
            {t(gpc ? "choice.sale.byGpc" : "choice.sale.done")}
          </p>
        )
        : (
          <form method="post" action="/privacy-choices">
            <button class="btn" type="submit" name="sale" value="never">
              {t("choice.sale.act")}
            </button>
          </form>
        )}
      <p class="small quiet">{t("choice.sale.gpc")}</p>
    </section>
  );
}
